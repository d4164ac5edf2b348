using System.Collections.Immutable;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>One column of a chart: between what values a figure was in its stretch of time, thinned samples included.</summary>
/// <param name="Low">The lowest value, in kB; null if there was no sample.</param>
/// <param name="High">The highest value, in kB; null if there was no sample.</param>
/// <param name="Last">The value of the last sample, in kB; null if there was no sample.</param>
public readonly record struct ChartColumn(long? Low, long? High, long? Last)
{
    /// <summary>A figure from one time to another in so many columns.</summary>
    /// <param name="timeline">The history.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="from">The left end.</param>
    /// <param name="to">The right end.</param>
    /// <param name="columns">How many columns there are.</param>
    public static ImmutableArray<ChartColumn> Of(Timeline timeline, Figure figure, DateTimeOffset from, DateTimeOffset to, int columns)
    {
        if (columns <= 0 || to < from)
            return [];
        var chart = new ChartColumn[columns];
        var width = (to - from).Ticks / columns + 1;
        foreach (var moment in timeline.Between(from, to))
        {
            // A moment that has absorbed others covers all the columns since the first of them.
            var left = Math.Max((moment.From - from).Ticks / width, 0);
            for (var i = left; i <= (moment.Time - from).Ticks / width; i++)
                chart[i] = new(Least(chart[i].Low, moment.Low[figure]), Most(chart[i].High, moment.High[figure]), moment.Totals[figure] ?? chart[i].Last);
        }
        return [.. chart];
    }

    /// <summary>Some mappings' sum from one time to another in so many columns; no value where none of them was there.</summary>
    /// <param name="timeline">The history.</param>
    /// <param name="isAmong">Which mappings.</param>
    /// <param name="measure">What is measured of them.</param>
    /// <param name="from">The left end.</param>
    /// <param name="to">The right end.</param>
    /// <param name="columns">How many columns there are.</param>
    public static ImmutableArray<ChartColumn> Of(
        Timeline timeline, Func<Mapping, bool> isAmong, Measure measure, DateTimeOffset from, DateTimeOffset to, int columns)
    {
        if (columns <= 0 || timeline.WithMappingsAt(to) is not { } last || last.Time < from)
            return [];
        var chart = new ChartColumn[columns];
        var width = (to - from).Ticks / columns + 1;
        ImmutableArray<Mapping> before = [];
        var (sum, count) = (0L, 0);
        foreach (var moment in Growth.Chosen(timeline, from, last, columns))
        {
            Difference.Each(before, moment.Mappings, (mapping, isNew) =>
            {
                if (!isAmong(mapping))
                    return;
                sum += isNew ? measure.Of(mapping) : -measure.Of(mapping);
                count += isNew ? 1 : -1;
            });
            before = moment.Mappings;
            var i = (moment.Time - from).Ticks / width;
            if (count > 0)
                chart[i] = new(Least(chart[i].Low, sum), Most(chart[i].High, sum), sum);
        }
        return [.. chart];
    }

    private static long? Least(long? a, long? b) => a is null ? b : b is null ? a : Math.Min(a.Value, b.Value);

    private static long? Most(long? a, long? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);
}
