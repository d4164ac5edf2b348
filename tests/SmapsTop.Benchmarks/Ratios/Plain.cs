using System.Globalization;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>The plain mode: every figure beside its yardstick, in one run.</summary>
internal static class Plain
{
    private const double UsualMinutes = 10;

    /// <summary>What can be measured: of looks in this process, and of whole processes.</summary>
    private static readonly string[] Parts = ["looks", "reports", "start", "sent", "keys", "waits", "watched"];

    /// <summary>Measures and prints.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] options)
    {
        var (minutes, parts) = (UsualMinutes, options);
        if (options is ["--minutes", var number, .. var rest] && double.TryParse(number, CultureInfo.InvariantCulture, out minutes))
            parts = rest;
        if (parts.Except(Parts).Any())
        {
            Console.Error.WriteLine($"benchmarks: ratios takes --minutes NUMBER, the time to watch, and what to measure: {string.Join(' ', Parts)}");
            return 2;
        }
        var subject = Named("SMAPSTOP_SUBJECT") ?? Path.Combine(AppContext.BaseDirectory, "subject");
        var executable = Named("SMAPSTOP_EXECUTABLE");
        Table.Begin();
        foreach (var part in parts.Length > 0 ? parts : Parts)
            if (part == "looks")
                Looks.Measure(subject);
            else if (executable is null)
                Console.WriteLine($"SMAPSTOP_EXECUTABLE names no native executable: nothing of {part} is measured.");
            else
                Measure(part, executable, subject, TimeSpan.FromMinutes(minutes));
        return 0;
    }

    private static void Measure(string part, string executable, string subject, TimeSpan time)
    {
        switch (part)
        {
            case "reports":
                Reports.Measure(executable, subject);
                break;
            case "start":
                Start.Measure(executable, subject);
                break;
            case "sent":
                Sent.Measure(executable, subject);
                break;
            case "keys":
                Keys.Measure(executable, subject);
                break;
            case "waits":
                Waits.Measure(executable, subject);
                break;
            default:
                Watched.Measure(executable, subject, time);
                break;
        }
    }

    private static string? Named(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path ? Path.GetFullPath(path) : null;
}
