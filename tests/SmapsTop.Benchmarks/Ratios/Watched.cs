using System.Globalization;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>What the program takes itself while its screens watch a process, in a terminal of tmux's; the processor time beside htop's.</summary>
internal static class Watched
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ToWatchMany = TimeSpan.FromMinutes(1);

    /// <summary>Measures all of it.</summary>
    /// <param name="executable">The native executable.</param>
    /// <param name="subject">The subject's executable.</param>
    /// <param name="time">How long 600 mappings are watched.</param>
    public static void Measure(string executable, string subject, TimeSpan time)
    {
        using (var few = new Subject(subject, "full", Looks.Few))
        using (var own = new TmuxPane($"{executable} {few.Pid.ToString(CultureInfo.InvariantCulture)}"))
        using (var other = new TmuxPane("htop -d 10"))
        {
            Thread.Sleep(Settling);
            var (ownBegun, otherBegun) = (Ticks(own.Pid), Ticks(other.Pid));
            Thread.Sleep(time);
            var (ownTime, otherTime) = ((Ticks(own.Pid) - ownBegun) / time.TotalSeconds, (Ticks(other.Pid) - otherBegun) / time.TotalSeconds);
            Table.Add("processor time watching 600 mappings, at rest", ownTime / otherTime, 0.5, "×", $"{ownTime:0.00} % of a core; htop -d 10 {otherTime:0.00} %");
            Table.Add($"memory (Pss) watching 600 mappings after {time.TotalMinutes:0.#} min", Pss(own.Pid), 32, "MB", $"htop {Pss(other.Pid):0.0} MB");
        }
        using (var many = new Subject(subject, "maps", Looks.Many))
        using (var own = new TmuxPane($"{executable} {many.Pid.ToString(CultureInfo.InvariantCulture)}"))
        {
            Thread.Sleep(ToWatchMany);
            Table.Add($"memory (Pss) watching 60,000 mappings after {ToWatchMany.TotalMinutes:0.#} min", Pss(own.Pid), 120, "MB", "");
        }
    }

    /// <summary>The processor time of a process in hundredths of a second.</summary>
    private static long Ticks(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }

    /// <summary>The proportional share of a process in MB.</summary>
    private static double Pss(int pid)
    {
        var line = File.ReadLines($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan("Pss:".Length, line.Length - "Pss:".Length - " kB".Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture) / 1024.0;
    }
}
