using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Tests;

/// <summary>A machine of captured processes, on which nothing happens but what the test says.</summary>
internal sealed class Machine : IProc
{
    private static readonly Regex Growing = new(@"^((?:Rss|Pss|Pss_Dirty|Private_Dirty|Anonymous): +)(\d+) kB", RegexOptions.Multiline);

    private readonly Dictionary<int, string> _captures = [];
    private readonly Dictionary<int, SmapsParser> _parsers = [];
    private readonly Dictionary<int, string> _texts = [];
    private readonly Dictionary<int, Reading> _instead = [];
    private readonly List<ProcessInfo> _processes = [];

    public Machine()
    {
        Add(1, "root", "init", "/sbin/init", 10_240, isReadable: false);
        Add(812, "postgres", "postgres", "postgres: writer", 96_000, "postgres");
        Add(1204, "app", "dotnet", "dotnet app.dll --urls http://127.0.0.1:5000", 182_400, "dotnet", threads: 24);
        Add(2101, "app", "node", "node server.js", 88_220, "node", threads: 11);
        Add(3003, "ci", "python3", "python3 -m http.server 8000", 44_820, "python", swap: 2048);
        Add(4567, "root", "zoo", "/usr/local/bin/zoo --every-kind-of-mapping", 33_868, "zoo", threads: 4);
        Add(4568, "nobody", "evil\\x1b[31m", "evil\\x1b[31m\\x07 \\u202egnp.exe 自己的库", 1_204);
        Add(5001, "root", "swapper", "swapper", 42_588, "swapped", swap: 32_768);
    }

    public DateTimeOffset Time { get; set; } = new(2026, 3, 1, 14, 2, 0, TimeSpan.Zero);

    public TimeSpan Cost { get; set; } = TimeSpan.FromMilliseconds(3.1);

    public int? Thread { get; set; }

    /// <summary>How saving goes here.</summary>
    public SaveResult Saving { get; set; } = new(12_345, null);

    public ProcessInfo this[int pid] => _processes.Single(process => process.Pid == pid);

    /// <summary>Makes every look at a process give this.</summary>
    public void Give(int pid, Reading reading) => _instead[pid] = reading;

    /// <summary>Makes every look at a process see its mappings again.</summary>
    public void GiveMappings(int pid) => _instead.Remove(pid);

    /// <summary>Changes what a process's smaps says.</summary>
    public void Change(int pid, string from, string to)
    {
        Assert.Contains(from, TextOf(pid), StringComparison.Ordinal);
        _texts[pid] = TextOf(pid).Replace(from, to, StringComparison.Ordinal);
    }

    /// <summary>Makes a mapping hold more private memory, in kB.</summary>
    public void Leak(int pid, string header, int kilobytes)
    {
        var text = TextOf(pid);
        var start = text.IndexOf(header, StringComparison.Ordinal);
        var end = text.IndexOf("VmFlags:", start, StringComparison.Ordinal);
        _texts[pid] = text[..start] + Growing.Replace(
            text[start..end], match => $"{match.Groups[1].Value} {int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) + kilobytes} kB") + text[end..];
    }

    /// <summary>Adds a mapping before all others, with so much private memory, in kB.</summary>
    public void Map(int pid, string header, int kilobytes) => _texts[pid] = string.Create(CultureInfo.InvariantCulture,
        $"{header}\nSize: 1024 kB\nRss: {kilobytes} kB\nPss: {kilobytes} kB\nPrivate_Clean: 0 kB\nPrivate_Dirty: {kilobytes} kB\nAnonymous: {kilobytes} kB\nVmFlags: rd wr\n") + TextOf(pid);

    /// <summary>Takes a mapping away.</summary>
    public void Unmap(int pid, string header)
    {
        var text = TextOf(pid);
        var start = text.IndexOf(header, StringComparison.Ordinal);
        var end = text.IndexOf("VmFlags:", start, StringComparison.Ordinal);
        _texts[pid] = text.Remove(start, text.IndexOf('\n', end) + 1 - start);
    }

    public void Replace(ProcessInfo process) => _processes[_processes.FindIndex(p => p.Pid == process.Pid)] = process;

    public ImmutableArray<ProcessInfo> List() => [.. _processes];

    public ProcessInfo? Find(int pid) => _processes.Find(process => process.Pid == pid);

    /// <summary>What every glance at a process gives.</summary>
    public Glance? Glanced { get; set; }

    public Glance? Glance(ProcessIdentity process, GlanceSource source) => Glanced;

    public long? Pss(ProcessIdentity process) => this[process.Pid].Rss * 3 / 4;

    public Reading Look(ProcessIdentity process, Sample? before, CancellationToken cancel)
    {
        if (_instead.TryGetValue(process.Pid, out var instead))
            return instead;
        if (!_parsers.TryGetValue(process.Pid, out var parser))
            _parsers.Add(process.Pid, parser = new SmapsParser());
        parser.Begin(before?.Snapshot);
        parser.Feed(Encoding.Latin1.GetBytes(TextOf(process.Pid)));
        Assert.True(parser.TryEnd(out var snapshot, out var error), error?.ToString());
        return new Reading.Seen(new Sample(this[process.Pid], snapshot, Time, Cost, Thread, new Limits { MostMappings = 65_530 }));
    }

    private string TextOf(int pid)
    {
        if (!_texts.TryGetValue(pid, out var text))
            _texts.Add(pid, text = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", _captures[pid], "smaps"))));
        return text;
    }

    private void Add(int pid, string user, string name, string command, long rss, string? capture = null, int threads = 1, long swap = 0, bool isReadable = true)
    {
        _captures[pid] = capture ?? "swapped";
        _processes.Add(new ProcessInfo
        {
            Identity = new ProcessIdentity(pid, (ulong)pid * 10, new ProgramMark(0x1000, 0x7000)),
            Name = name,
            Command = command,
            User = user,
            State = 'S',
            Threads = threads,
            Rss = rss,
            Swap = swap,
            Age = TimeSpan.FromMinutes(pid),
            IsReadable = isReadable,
        });
    }
}
