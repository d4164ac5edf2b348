using System.Globalization;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>From a key to its painted answer, with 60,000 rows that are looked at all the while.</summary>
internal static class Keys
{
    private const string Down = "\e[B";
    private const string Up = "\e[A";
    private const string PageDown = "\e[6~";
    private const string PageUp = "\e[5~";

    /// <summary>So long without a byte, and the answer is whole.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(8);

    private static readonly (string What, string[] Keys, int Count, double Most)[] Kinds =
    [
        ("move", [Down, Down, Up], 200, 50),
        ("page", [PageDown, PageDown, PageUp], 200, 50),
        ("sort", [">", ">", "r", "<", "<", "r"], 100, 150),
        ("filter", ["/", "a", "n", "o", "\x7f", "\r", "/", "\x7f", "\x7f", "\r"], 100, 150),
    ];

    /// <summary>Measures all of it.</summary>
    /// <param name="executable">The native executable.</param>
    /// <param name="subject">The subject's executable.</param>
    public static void Measure(string executable, string subject)
    {
        using var many = new Subject(subject, "maps", Looks.Many);
        using var home = new Home();
        using var terminal = new Terminal([executable, many.Pid.ToString(CultureInfo.InvariantCulture)], home.Path);
        // Nothing on the line tells that the start is over: history, rates and looks come to their usual course in this time.
        Thread.Sleep(Settling);
        var random = new Random(1);
        foreach (var (what, keys, count, most) in Kinds)
        {
            var times = new double[count];
            for (var i = 0; i < count; i++)
            {
                // Keys come at any time; without a pause by chance each would fall into the same part of a look.
                Thread.Sleep(random.Next(30));
                times[i] = terminal.TimeToAnswer(keys[i % keys.Length], Quiet, Patience).TotalMilliseconds;
            }
            Array.Sort(times);
            Table.Add($"key to painted answer, 60,000 rows: {what}, p99", times[(int)(count * 0.99) - 1], most, "ms", $"median {Table.Milliseconds(times[count / 2])} of {count}");
        }
    }
}
