using System.Collections.Immutable;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>A stretch of a history, ready to be drawn.</summary>
/// <param name="Columns">Its columns, from left to right, in kB.</param>
/// <param name="From">The time at the left end.</param>
/// <param name="To">The time at the right end.</param>
public sealed record Chart(ImmutableArray<ChartColumn> Columns, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The lowest value, in kB; null if there is none.</summary>
    public long? Low { get; } = Columns.Min(column => column.Low);

    /// <summary>The highest value, in kB; null if there is none.</summary>
    public long? High { get; } = Columns.Max(column => column.High);

    /// <summary>The course of a figure.</summary>
    /// <param name="timeline">The history.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="zoom">How long a time; null for all of it.</param>
    /// <param name="at">A moment that is to be seen.</param>
    /// <param name="columns">How many columns there are.</param>
    public static Chart Of(Timeline timeline, Figure figure, TimeSpan? zoom, Moment at, int columns)
    {
        var (from, to) = Stretch(timeline, zoom, at, columns);
        return new(ChartColumn.Of(timeline, figure, from, to, columns), from, to);
    }

    /// <summary>The course of some of the mappings, from the moments that have mappings still.</summary>
    /// <param name="timeline">The history.</param>
    /// <param name="isAmong">Which mappings.</param>
    /// <param name="measure">What is measured of them.</param>
    /// <param name="zoom">How long a time; null for all of it.</param>
    /// <param name="at">A moment that is to be seen.</param>
    /// <param name="columns">How many columns there are.</param>
    public static Chart Of(Timeline timeline, Func<Mapping, bool> isAmong, Measure measure, TimeSpan? zoom, Moment at, int columns)
    {
        var (from, to) = Stretch(timeline, zoom, at, columns);
        return new(ChartColumn.Of(timeline, isAmong, measure, from, to, columns), from, to);
    }

    /// <summary>Where a time lies between the left end (0) and the right end (1).</summary>
    public double PlaceOf(DateTimeOffset time) => (double)(time - From).Ticks / (To - From).Ticks;

    /// <summary>
    /// Until the chart is full it begins with the history, then it ends with it. Its ends move by whole steps, not at each sample: what
    /// stands still is not to be drawn again.
    /// </summary>
    private static (DateTimeOffset From, DateTimeOffset To) Stretch(Timeline timeline, TimeSpan? zoom, Moment at, int columns)
    {
        var (first, last) = (timeline.First!.Time, timeline.Last!.Time);
        var span = zoom ?? Round(last - first);
        if (last - first <= span)
            return (first, first + span);
        // Two columns may stand in one cell of the screen.
        var step = Math.Max(1, 2 * span.Ticks / Math.Max(columns, 1));
        var end = at.Time < last - span ? at.Time + span / 2 : last;
        var to = first + TimeSpan.FromTicks(((end - first).Ticks + step - 1) / step * step);
        return (to - span, to);
    }

    /// <summary>A little longer than a time: in eighths of a power of two of minutes.</summary>
    private static TimeSpan Round(TimeSpan time)
    {
        var unit = TimeSpan.FromMinutes(1.0 / 8);
        while (unit * 8 < time)
            unit *= 2;
        return TimeSpan.FromTicks((Math.Max(time.Ticks, 1) + unit.Ticks - 1) / unit.Ticks * unit.Ticks);
    }
}
