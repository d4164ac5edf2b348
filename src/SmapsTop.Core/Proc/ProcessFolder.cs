using System.Globalization;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Proc;

/// <summary>The small files of one process: in its folder of <c>/proc</c>, or in a folder they were saved to.</summary>
/// <param name="path">The folder.</param>
/// <param name="users">The names of the users.</param>
internal readonly struct ProcessFolder(string path, UserNames users)
{
    /// <summary>Linux counts in hundredths of a second towards programs, whatever its own clock does.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>The process as its files tell; the mappings are not read.</summary>
    /// <param name="stat">What its <c>stat</c> says.</param>
    /// <param name="uptime">How long the machine runs, in seconds; null if not known.</param>
    public ProcessInfo Describe(ProcStat stat, double? uptime)
    {
        var status = Status();
        return new ProcessInfo
        {
            Identity = stat.Identity,
            Name = stat.Comm,
            Command = Command(stat.Comm),
            User = UserOf(status) is { } user ? users.Of(user) : "–",
            State = stat.State,
            Threads = stat.Threads,
            // The kernel says 0 of a leader that is gone, though its threads may have gigabytes.
            Rss = stat.HasEnded ? null : ResidentPages() * (Environment.SystemPageSize / 1024),
            Swap = status is null ? null : Kilobytes(status, "\nVmSwap:"),
            Age = TimeSpan.FromMinutes(Math.Floor((uptime - stat.Identity.StartTicks / TicksPerSecond) / 60 ?? -1)) is { Ticks: >= 0 } age ? age : null,
            IsReadable = KernelFile.TryOpen($"{path}/smaps") is not (Errno.AccessDenied or Errno.NotPermitted),
        };
    }

    /// <summary>The line of <c>stat</c>, of the process or of a folder below it; null if there is none.</summary>
    public ProcStat? Stat(string folder = "") =>
        KernelFile.ReadAll($"{path}/{folder}stat", out var bytes) == Errno.None ? ProcStat.Parse(bytes) : null;

    /// <summary>The text of <c>status</c>; null if there is none.</summary>
    public string? Status() => KernelFile.ReadText($"{path}/status");

    /// <summary>The command line with the arguments parted by spaces; the name in brackets if there is none.</summary>
    public string Command(string name)
    {
        if (KernelFile.ReadAll($"{path}/cmdline", out var bytes) != Errno.None || bytes.AsSpan().TrimEnd((byte)0).IsEmpty)
            return $"[{name}]";
        var line = bytes.AsSpan().TrimEnd((byte)0);
        line.Replace((byte)0, (byte)' ');
        return Printable.From(line);
    }

    /// <summary>The effective user: the second number of the line <c>Uid:</c> of status.</summary>
    public static int? UserOf(string? status)
    {
        var line = status?.Split('\n').FirstOrDefault(line => line.StartsWith("Uid:", StringComparison.Ordinal));
        var parts = line?.Split('\t', StringSplitOptions.RemoveEmptyEntries);
        return parts?.Length > 2 && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var user) ? user : null;
    }

    /// <summary>The number in kB behind a key; null if it is not there.</summary>
    public static long? Kilobytes(string text, string key)
    {
        var start = text.IndexOf(key, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var value = text.AsSpan(start + key.Length);
        var end = value.IndexOf("kB");
        return end > 0 && long.TryParse(value[..end].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private long? ResidentPages()
    {
        var parts = KernelFile.ReadText($"{path}/statm")?.Split(' ');
        return parts?.Length > 1 && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var pages) ? pages : null;
    }
}
