using System.Globalization;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>What a process that maps and unmaps without pause waits for who looks at it.</summary>
internal static class Waits
{
    private const int Rounds = 10;
    private const int Seconds = 6;
    private const int Settling = 2;

    /// <summary>Measures it.</summary>
    /// <param name="executable">The native executable.</param>
    /// <param name="subject">The subject's executable.</param>
    public static void Measure(string executable, string subject)
    {
        using var waiting = new Subject(subject, "waits", 100);
        using var home = new Home();
        using var pss = new Home(hasPss: true);
        var pid = waiting.Pid.ToString(CultureInfo.InvariantCulture);
        List<double> alone = [], own = [], other = [];
        for (var i = 0; i < Rounds; i++)
        {
            alone.AddRange(Slowest(waiting));
            using (new Terminal(["htop", "-d", "10"], pss.Path))
                other.AddRange(Slowest(waiting));
            using (new Terminal([executable, pid], home.Path))
                own.AddRange(Slowest(waiting));
        }
        var (ownMedian, otherMedian) = (Stopwatches.Median(own), Stopwatches.Median(other));
        Table.Add(
            "slowest mmap of each second of a process that is looked at", ownMedian / otherMedian, 1, "×",
            $"median {Table.Milliseconds(ownMedian)}; htop with PSS {Table.Milliseconds(otherMedian)}; alone {Table.Milliseconds(Stopwatches.Median(alone))}");
    }

    private static IEnumerable<double> Slowest(Subject waiting)
    {
        for (var i = 0; i < Settling; i++)
            _ = waiting.ReadLine();
        return [.. Enumerable.Range(0, Seconds).Select(_ => double.Parse(waiting.ReadLine(), CultureInfo.InvariantCulture))];
    }
}
