using System.Globalization;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>What the kernel itself says of a process.</summary>
internal static class ProcFiles
{
    /// <summary>A number in kB of smaps_rollup.</summary>
    public static long Rollup(int pid, string key) => Kilobytes($"/proc/{pid}/smaps_rollup", key);

    /// <summary>A number in kB of status.</summary>
    public static long Status(int pid, string key) => Kilobytes($"/proc/{pid}/status", key);

    /// <summary>The state's letter; X if there is no such process (any more).</summary>
    public static char StateOf(int pid) => Stat(pid) is [{ Length: > 0 } state, ..] ? state[0] : 'X';

    /// <summary>True if it has ended, whether or not somebody has asked for its exit code.</summary>
    public static bool IsGone(int pid) => StateOf(pid) is 'X' or 'Z';

    /// <summary>Its name; empty if there is no such process.</summary>
    public static string NameOf(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/comm").TrimEnd();
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>True while this very process has a file of that name open and has read some of it.</summary>
    public static bool IsBeingRead(string path)
    {
        foreach (var link in Directory.EnumerateFiles("/proc/self/fd"))
            if (new FileInfo(link).LinkTarget == path)
                return !File.ReadLines(link.Replace("/fd/", "/fdinfo/", StringComparison.Ordinal)).First().EndsWith("\t0", StringComparison.Ordinal);
        return false;
    }

    /// <summary>The processor time it has taken.</summary>
    public static TimeSpan ProcessorTime(int pid) =>
        Stat(pid) is { } fields ? TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100.0) : default;

    /// <summary>The bytes that its first thread has written; those of a write that does not come to an end do not count yet.</summary>
    public static long Written(int pid) => Counted($"/proc/{pid}/task/{pid}/io", "wchar");

    /// <summary>The bytes it has read.</summary>
    public static long Read(int pid) => Counted($"/proc/{pid}/io", "rchar");

    /// <summary>How many files it has open.</summary>
    public static int Files(int pid) => Directory.GetFileSystemEntries($"/proc/{pid}/fd").Length;

    /// <summary>How many threads it has.</summary>
    public static int Threads(int pid) => Directory.GetDirectories($"/proc/{pid}/task").Length;

    /// <summary>The only child of a process; null while there is none.</summary>
    public static int? ChildOf(int parent)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) && Stat(pid) is [_, var its, ..]
                && its == parent.ToString(CultureInfo.InvariantCulture))
                return pid;
        return null;
    }

    /// <summary>How often the threads of a process have gone to sleep.</summary>
    public static long Sleeps(int pid) => Directory.GetDirectories($"/proc/{pid}/task").Sum(thread =>
    {
        try
        {
            const string Key = "voluntary_ctxt_switches:";
            var line = File.ReadLines($"{thread}/status").First(line => line.StartsWith(Key, StringComparison.Ordinal));
            return long.Parse(line[Key.Length..].Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // A thread that has ended sleeps no more.
            return 0;
        }
    });

    /// <summary>The fields after the name: state, parent …</summary>
    private static string[]? Stat(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Counted(string file, string key)
    {
        var line = File.ReadLines(file).Single(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        return long.Parse(line[(key.Length + 1)..].Trim(), CultureInfo.InvariantCulture);
    }

    private static long Kilobytes(string file, string key)
    {
        var line = File.ReadLines(file).Single(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        return long.Parse(line[(key.Length + 1)..^2].Trim(), CultureInfo.InvariantCulture);
    }
}
