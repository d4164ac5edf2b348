using System.Globalization;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>The plain mode: every figure beside its yardstick, in one run.</summary>
internal static class Plain
{
    private const double UsualMinutes = 10;

    /// <summary>Measures and prints.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] options)
    {
        var minutes = UsualMinutes;
        if (options.Length > 0 && (options is not ["--minutes", var number] || !double.TryParse(number, CultureInfo.InvariantCulture, out minutes)))
        {
            Console.Error.WriteLine("benchmarks: ratios takes --minutes NUMBER, the time to watch, and nothing else");
            return 2;
        }
        var subject = Named("SMAPSTOP_SUBJECT") ?? Path.Combine(AppContext.BaseDirectory, "subject");
        Table.Begin();
        Looks.Measure(subject);
        if (Named("SMAPSTOP_EXECUTABLE") is not { } executable)
        {
            Console.WriteLine("SMAPSTOP_EXECUTABLE names no native executable: nothing of whole processes is measured.");
            return 0;
        }
        Reports.Measure(executable, subject);
        Start.Measure(executable, subject);
        Sent.Measure(executable, subject);
        Keys.Measure(executable, subject);
        Waits.Measure(executable, subject);
        Watched.Measure(executable, subject, TimeSpan.FromMinutes(minutes));
        return 0;
    }

    private static string? Named(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path ? Path.GetFullPath(path) : null;
}
