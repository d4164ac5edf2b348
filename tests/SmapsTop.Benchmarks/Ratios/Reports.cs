using System.Diagnostics;
using System.Globalization;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>A report of a process with 60,000 mappings, as a whole process from start to end, beside the tools that say the same.</summary>
internal static class Reports
{
    private const int Rounds = 7;

    private static readonly (string Name, string[] Arguments)[] Tools = [("smemstat", ["-p"]), ("pmap", ["-x"]), ("pmap", ["-XX"])];

    /// <summary>Measures all of it.</summary>
    /// <param name="executable">The native executable.</param>
    /// <param name="subject">The subject's executable.</param>
    public static void Measure(string executable, string subject)
    {
        using var many = new Subject(subject, "maps", Looks.Many);
        var pid = many.Pid.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, arguments) in Tools)
        {
            var words = $"{name} {string.Join(' ', arguments)}";
            if (Run(name, [.. arguments, pid]) is null)
            {
                Table.Add($"report beside {words}", "–", $"{name} is not here, or says no");
                continue;
            }
            var pair = Stopwatches.InTurn(Rounds, () => { }, () => Run(executable, ["report", pid])!.Value, () => Run(name, [.. arguments, pid])!.Value);
            Table.Add($"report of 60,000 mappings, whole process, beside {words}", pair.Ratio, 1, "×", $"{Table.Milliseconds(pair.What)}; {words} {Table.Milliseconds(pair.Yardstick)}");
        }
    }

    /// <summary>Runs a program whose output goes nowhere.</summary>
    /// <returns>Its time in milliseconds; null if it is not there or fails.</returns>
    private static double? Run(string program, string[] arguments)
    {
        var begun = Stopwatch.GetTimestamp();
        // The shell becomes the program: what it costs to start is the same for all.
        using var process = Process.Start("sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", program, .. arguments]);
        process.WaitForExit();
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds : null;
    }
}
