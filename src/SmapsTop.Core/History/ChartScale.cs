using System.Collections.Immutable;

namespace SmapsTop.Core.History;

/// <summary>Where the marks of a chart's axes stand.</summary>
public static class ChartScale
{
    /// <summary>The stretches of time that the chart shows, the shortest first; null for all of it.</summary>
    public static readonly ImmutableArray<TimeSpan?> Zooms =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1), null,
    ];

    private static readonly ImmutableArray<TimeSpan> Steps =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(n => TimeSpan.FromSeconds(n)), .. new[] { 1, 2, 5, 10, 15, 30 }.Select(n => TimeSpan.FromMinutes(n)),
        .. new[] { 1, 2, 3, 6, 12 }.Select(n => TimeSpan.FromHours(n)), .. new[] { 1, 2, 7, 14, 30, 90, 365 }.Select(n => TimeSpan.FromDays(n)),
    ];

    /// <summary>A step between marks that reads well in binary units, in kB: 1, 2, 5, 10, 20, 50, 100, 200 or 512 of K, M, G or T.</summary>
    /// <param name="range">What the axis spans, in kB.</param>
    /// <param name="most">The most steps there is room for.</param>
    public static long StepOf(long range, int most)
    {
        for (var unit = 1L; ; unit *= 1024)
            foreach (var n in (ReadOnlySpan<int>)[1, 2, 5, 10, 20, 50, 100, 200, 512])
                if (n * unit * Math.Max(most, 1) >= range || unit >= 1L << 50)
                    return n * unit;
    }

    /// <summary>The marks of an axis of amounts, in kB: multiples of a good step that lie from one value to another.</summary>
    /// <param name="low">The lowest value, in kB.</param>
    /// <param name="high">The highest value, in kB.</param>
    /// <param name="most">The most marks there is room for.</param>
    public static ImmutableArray<long> Marks(long low, long high, int most)
    {
        var step = StepOf(high - low, Math.Max(most - 1, 1));
        var first = (long)Math.Ceiling((double)low / step) * step;
        var marks = ImmutableArray.CreateBuilder<long>();
        for (var mark = first; mark <= high && marks.Count < Math.Max(most, 1); mark += step)
            marks.Add(mark);
        // A scale of one mark is none.
        return marks.Count < 2 && high > low && most > 1 ? [low, high] : marks.DrainToImmutable();
    }

    /// <summary>
    /// The ends of an axis that holds two values, in kB: rounded outwards to a step, never below 0, and so far apart that a change of less than
    /// a hundredth does not fill the chart.
    /// </summary>
    /// <param name="low">The lowest value, in kB.</param>
    /// <param name="high">The highest value, in kB.</param>
    /// <param name="most">The most steps there is room for.</param>
    public static (long Low, long High) Ends(long low, long high, int most)
    {
        var range = Math.Max(high - low, Math.Max(16, high / 100));
        var step = StepOf(range, most);
        var bottom = Math.Max(low / step * step, 0);
        var top = (high + step - 1) / step * step;
        while (top - bottom < range)
            top += step;
        return (bottom, top);
    }

    /// <summary>A step between marks of time that a clock shows well, from 1 s to a year.</summary>
    /// <param name="range">What the axis spans.</param>
    /// <param name="most">The most steps there is room for.</param>
    public static TimeSpan StepOf(TimeSpan range, int most)
    {
        foreach (var step in Steps)
            if (step * Math.Max(most, 1) >= range)
                return step;
        return Steps[^1];
    }

    /// <summary>The marks of an axis of time: those points of the local clock that are multiples of a good step.</summary>
    /// <param name="from">The left end.</param>
    /// <param name="to">The right end.</param>
    /// <param name="most">The most marks there is room for.</param>
    public static ImmutableArray<DateTimeOffset> Marks(DateTimeOffset from, DateTimeOffset to, int most)
    {
        var step = StepOf(to - from, Math.Max(most - 1, 1)).Ticks;
        var marks = ImmutableArray.CreateBuilder<DateTimeOffset>();
        for (var ticks = (from.Ticks + step - 1) / step * step; ticks <= to.Ticks && marks.Count < Math.Max(most, 1); ticks += step)
            marks.Add(new DateTimeOffset(ticks, from.Offset));
        return marks.DrainToImmutable();
    }
}
