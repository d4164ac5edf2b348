using System.Globalization;
using System.Text;
using SmapsTop.Core.History;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.Smaps;

namespace SmapsTop.Core.Tests.History;

/// <summary>A process whose mappings a test moves, and its timeline on a clock of its own.</summary>
internal sealed class Story
{
    private readonly SmapsParser _parser = new();
    private Snapshot? _snapshot;

    public static DateTimeOffset Start { get; } = new(2024, 5, 6, 14, 0, 0, TimeSpan.FromHours(2));

    /// <summary>The mappings; in address order.</summary>
    public List<Vma> Vmas { get; } = [];

    public Timeline Timeline { get; private set; } = Timeline.Empty;

    public DateTimeOffset Time { get; private set; } = Start;

    public Mapping this[Vma vma] => Timeline.Last!.Mappings.Single(mapping => mapping.Start <= vma.Start && vma.Start < mapping.End);

    /// <summary>A process with two mappings that do not matter.</summary>
    public static Story Begin(long budget = Timeline.UsualBudget)
    {
        var story = new Story { Timeline = Timeline.Within(budget) };
        story.Vmas.Add(new Vma { Start = 0x400000, Size = 400, Name = "/bin/subject", File = "08:01 7", Fields = { ["Private_Clean"] = 300 } });
        story.Vmas.Add(new Vma { Start = 0x7ff000000000, Size = 132, Name = "[stack]", Fields = { ["Private_Dirty"] = 12, ["Anonymous"] = 12 } });
        return story;
    }

    public Vma Add(ulong start, long size, string name = "", long dirty = 0, string permissions = "rw-p")
    {
        var vma = new Vma { Start = start, Size = size, Name = name, Permissions = permissions };
        vma.Dirty(dirty);
        Vmas.Add(vma);
        Vmas.Sort((a, b) => a.Start.CompareTo(b.Start));
        return vma;
    }

    /// <summary>Takes samples, one an interval; before each the mappings are moved.</summary>
    public Story Run(int samples, Action<int>? move = null, double seconds = 1)
    {
        for (var i = 0; i < samples; i++)
        {
            move?.Invoke(i);
            Take(SmapsText.Read(_parser, Encoding.ASCII.GetBytes(string.Concat(Vmas.Select(vma => vma.Text))), _snapshot, int.MaxValue, out _)!, seconds);
        }
        return this;
    }

    public void Take(Snapshot snapshot, double seconds)
    {
        _snapshot = snapshot;
        Timeline = Timeline.Add(SampleOf(snapshot, Time));
        Time += TimeSpan.FromSeconds(seconds);
    }

    public static Sample SampleOf(Snapshot snapshot, DateTimeOffset time) => new(
        new ProcessInfo { Identity = new(7, 7, default), Name = "subject", Command = "subject", User = "app", State = 'S', Threads = 1 },
        snapshot, time, TimeSpan.FromMilliseconds(1), null, Limits.None);

    public Verdict? Verdict(Limits? limits = null) => SmapsTop.Core.History.Verdict.Of(Timeline, limits ?? Limits.None);

    /// <summary>A mapping that a test moves; amounts in kB.</summary>
    internal sealed class Vma
    {
        public ulong Start { get; set; }

        public long Size { get; set; }

        public string Name { get; init; } = "";

        public string File { get; init; } = "00:00 0";

        public string Permissions { get; init; } = "rw-p";

        public Dictionary<string, long> Fields { get; } = [];

        public string Text => string.Create(CultureInfo.InvariantCulture, $"{Start:x}-{Start + (ulong)Size * 1024:x} {Permissions} 00000000 {File} {Name}\nSize: {Size} kB\n")
            + string.Concat(Fields.Select(pair => $"{pair.Key}: {pair.Value} kB\n")) + "VmFlags: rd wr\n";

        /// <summary>Sets its pages to so much private, written, anonymous memory.</summary>
        public void Dirty(long amount) => Fields["Rss"] = Fields["Private_Dirty"] = Fields["Anonymous"] = amount;
    }
}
