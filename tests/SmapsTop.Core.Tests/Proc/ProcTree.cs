using System.Globalization;
using System.Text.RegularExpressions;
using SmapsTop.Core.Proc;

namespace SmapsTop.Core.Tests.Proc;

/// <summary>A folder that looks like <c>/proc</c>, filled with captures, and gone afterwards.</summary>
public sealed class ProcTree : IDisposable
{
    public const int Pid = 100;

    /// <summary>The time of every sample; each reading takes a second of it.</summary>
    public static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private readonly string _root = Directory.CreateTempSubdirectory("smapstop-").FullName;

    public ProcTree()
    {
        // The users of the captures, and a hostile one.
        Write("passwd", "root:x:0:0::/:/bin/sh\nev\u001bil:x:66:66::/:\nj\u00fcrgen\u202e:x:67:67::/:\nbroken\n");
        Write("uptime", "3000.50 1.00\n");
        Write("sys/vm/max_map_count", "65530\n");
        Proc = new LinuxProc(_root, new Clock(), PathOf("passwd"));
    }

    public LinuxProc Proc { get; }

    /// <summary>What <see cref="LinuxProc.Find"/> says of the process; fails if it is not there.</summary>
    public ProcessInfo this[int pid] => Assert.IsType<ProcessInfo>(Proc.Find(pid));

    /// <summary>The process number that a capture has in this tree.</summary>
    public static int PidOf(string capture) => Pid + Fixture.Names.IndexOf(capture);

    /// <summary>The numbers in kB of a file of lines such as <c>Rss: 4 kB</c>.</summary>
    public static Dictionary<string, long> Numbers(string path) => File.ReadLines(path)
        .Select(line => Regex.Match(line, @"^(\w+):\s+(\d+) kB$")).Where(match => match.Success)
        .ToDictionary(match => match.Groups[1].Value, match => long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));

    public string PathOf(string file) => Path.Combine(_root, file);

    /// <summary>Puts a capture into the tree as a process, and says which process it is.</summary>
    public ProcessIdentity Add(string capture = "zoo", int? pid = null)
    {
        var number = pid ?? PidOf(capture);
        foreach (var path in Directory.GetFiles(Fixture.Folder(capture)))
            Write($"{number}/{Path.GetFileName(path)}", File.ReadAllBytes(path));
        SetStat($"{number}/stat", (1, $"{number}"));
        return this[number].Identity;
    }

    public void Write(string file, string text) => Write(file, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), bytes);
    }

    /// <summary>Changes fields of a stat file, by their numbers in the kernel's documentation.</summary>
    public void SetStat(string file, params (int Field, string Value)[] changes)
    {
        var text = File.ReadAllText(PathOf(file));
        var (open, close) = (text.IndexOf('('), text.LastIndexOf(')'));
        string[] fields = [text[..open].Trim(), text[open..(close + 1)], .. text[(close + 1)..].Trim().Split(' ')];
        foreach (var (field, value) in changes)
            fields[field - 1] = value;
        Write(file, string.Join(' ', fields) + "\n");
    }

    /// <summary>Looks at a process of the tree.</summary>
    public Reading Look(ProcessIdentity process, Sample? before = null) => Proc.Look(process, before, TestContext.Current.CancellationToken);

    public Sample Sample(ProcessIdentity process, Sample? before = null) => Assert.IsType<Reading.Seen>(Look(process, before)).Sample;

    /// <summary>Asserts that a process is not seen, and why.</summary>
    public string Unseen(ProcessIdentity process, UnseenReason reason)
    {
        var unseen = Assert.IsType<Reading.Unseen>(Look(process));
        Assert.Same(reason, unseen.Reason);
        return unseen.Detail;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private sealed class Clock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override long GetTimestamp() => ++_seconds;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
