using System.Globalization;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>What a look costs, beside the bare reading of the same file.</summary>
internal static class Looks
{
    /// <summary>So many mappings are many.</summary>
    public const int Many = 60_000;
    /// <summary>So many mappings are usual.</summary>
    public const int Few = 600;

    /// <summary>Measures all of it.</summary>
    /// <param name="subject">The subject's executable.</param>
    public static void Measure(string subject)
    {
        using var many = new Subject(subject, "maps", Many);
        First(many);
        var large = Steady(many, 21, $"look at {Count(Many)} mappings, 2 % changed", 1.15, changes: true);
        _ = Steady(many, 21, "the same, nothing changed", 1.15, changes: false);
        Garbage(many);
        using var few = new Subject(subject, "maps", Few);
        var small = Steady(few, 301, $"look at {Count(Few)} mappings", 1.25, changes: true);
        Linear(small, large);
    }

    private static void First(Subject subject)
    {
        var pair = Stopwatches.InTurn(
            7,
            () => GC.Collect(),
            () =>
            {
                var eye = new Eye(subject.Pid);
                return Stopwatches.Time(eye.Look);
            },
            () => Stopwatches.Time(() => BareRead.Of(subject.Smaps)));
        Table.Add($"first look at {Count(Many)} mappings", pair.Ratio, 1.30, "×", Beside(pair));
    }

    private static (Pair Pair, int Mappings) Steady(Subject subject, int rounds, string what, double most, bool changes)
    {
        var eye = new Eye(subject.Pid);
        for (var i = 0; i < 3; i++)
        {
            subject.Change();
            eye.Look();
        }
        var pair = Stopwatches.InTurn(
            rounds,
            changes ? subject.Change : () => { },
            () => Stopwatches.Time(eye.Look),
            () => Stopwatches.Time(() => BareRead.Of(subject.Smaps)));
        Table.Add(what, pair.Ratio, most, "×", Beside(pair));
        return (pair, eye.Watch.Latest!.Sample.Snapshot.Mappings.Length);
    }

    private static void Garbage(Subject subject)
    {
        var eye = new Eye(subject.Pid);
        eye.Look();
        eye.Look();
        const int rounds = 5;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < rounds; i++)
            eye.Look();
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)rounds;
        Table.Add($"garbage of a look at {Count(Many)} mappings, nothing changed", bytes / (1 << 20), 2, "MB", "");
    }

    private static void Linear((Pair Pair, int Mappings) small, (Pair Pair, int Mappings) large)
    {
        var (own, bare) = (PerMapping(large, pair => pair.What) / PerMapping(small, pair => pair.What),
            PerMapping(large, pair => pair.Yardstick) / PerMapping(small, pair => pair.Yardstick));
        Table.Add("cost of a mapping among 60,000 to that among 600", own, Math.Max(1, bare) * 1.1, "×", $"bare read {bare:0.00} ×, a tenth more is noise");
    }

    private static double PerMapping((Pair Pair, int Mappings) measured, Func<Pair, double> time) => time(measured.Pair) / measured.Mappings;

    private static string Beside(Pair pair) => $"{Table.Milliseconds(pair.What)}; bare read {Table.Milliseconds(pair.Yardstick)}";

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
