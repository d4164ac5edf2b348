using System.Collections.Immutable;
using SmapsTop.Core.Proc;

namespace SmapsTop.Core.History;

/// <summary>
/// The samples of one process in the order of their times, in bounded memory: a value that never changes. What fills
/// the budget is thinned from the oldest on, first of its mappings, later of its totals: see <see cref="Thinning"/>. The first
/// sample and the newest are always whole.
/// </summary>
public sealed class Timeline
{
    /// <summary>The budget in bytes where none is asked for: 64 MiB.</summary>
    public const long UsualBudget = 64L << 20;

    /// <summary>A timeline without samples.</summary>
    public static readonly Timeline Empty = Within(UsualBudget);

    private Timeline()
    {
    }

    /// <summary>The moments, in the order of their times.</summary>
    public required ImmutableList<Moment> Moments { get; init; }

    /// <summary>The most bytes it takes.</summary>
    public required long Budget { get; init; }

    /// <summary>The bytes it takes, without those of the names.</summary>
    public long Bytes { get; private init; }

    /// <summary>The highest totals ever, in kB; null before the first sample.</summary>
    public Totals? Peak { get; private init; }

    /// <summary>The first sample; null if there is none.</summary>
    public Moment? First => Moments.Count == 0 ? null : Moments[0];

    /// <summary>The newest sample; null if there is none.</summary>
    public Moment? Last => Moments.Count == 0 ? null : Moments[^1];

    /// <summary>How often room was made.</summary>
    public int Thinnings { get; private init; }

    /// <summary>How far the old samples have been thinned.</summary>
    internal Thinning Thinning { get; init; } = Thinning.None;

    /// <summary>How far the times here run ahead of the machine's clock, should that have been set back.</summary>
    private TimeSpan Ahead { get; init; }

    /// <summary>An empty timeline with another budget, in bytes.</summary>
    public static Timeline Within(long budget) => new() { Moments = [], Budget = budget };

    /// <summary>The timeline with one more sample, and less of the oldest if the budget would not do.</summary>
    public Timeline Add(Sample sample)
    {
        var ahead = Last is { } last && sample.Time + Ahead <= last.Time ? last.Time - sample.Time + TimeSpan.FromMilliseconds(1) : Ahead;
        var moment = Moment.Of(sample, sample.Time + ahead, Last);
        var longer = new Timeline
        {
            Moments = Moments.Add(moment),
            Budget = Budget,
            Thinning = Thinning,
            Thinnings = Thinnings,
            Bytes = Bytes + moment.Bytes,
            Peak = Peak is { } peak ? Totals.Highest(peak, moment.Totals) : moment.Totals,
            Ahead = ahead,
        };
        return longer.Bytes <= Budget ? longer : longer.Thinned();
    }

    /// <summary>The last moment at a time or before it; the first if all are later; null if there is none.</summary>
    public Moment? At(DateTimeOffset time) => Moments.Count == 0 ? null : Moments[Math.Max(IndexAfter(time) - 1, 0)];

    /// <summary>As <see cref="At"/>, of the moments that have their mappings still.</summary>
    public Moment? WithMappingsAt(DateTimeOffset time)
    {
        // The first moment always has its mappings.
        var index = Math.Max(IndexAfter(time) - 1, 0);
        while (index > 0 && !Moments[index].HasMappings)
            index--;
        return Moments.Count == 0 ? null : Moments[index];
    }

    /// <summary>The first moment at a time or after it that has its mappings still; the newest if all are earlier; null if there is none.</summary>
    public Moment? WithMappingsFrom(DateTimeOffset time)
    {
        var index = IndexAfter(time - TimeSpan.FromTicks(1));
        while (index < Moments.Count && !Moments[index].HasMappings)
            index++;
        return index < Moments.Count ? Moments[index] : Last;
    }

    /// <summary>The moments from one time to another, both included.</summary>
    public IEnumerable<Moment> Between(DateTimeOffset from, DateTimeOffset to)
    {
        for (var i = IndexAfter(from - TimeSpan.FromTicks(1)); i < Moments.Count && Moments[i].Time <= to; i++)
            yield return Moments[i];
    }

    /// <summary>
    /// A figure from a time up to a moment, in minutes since that time: of more moments than asked for, every second, every third and so
    /// on. Moments that do not know it are left out.
    /// </summary>
    public ImmutableArray<Point> Points(Figure figure, DateTimeOffset from, Moment to, int most)
    {
        var (start, end) = (IndexAfter(from - TimeSpan.FromTicks(1)), IndexAfter(to.Time));
        var stride = Math.Max(1, (end - start + most - 1) / most);
        var points = ImmutableArray.CreateBuilder<Point>();
        for (var i = end - 1 - (end - 1 - start) / stride * stride; i < end; i += stride)
            if (i >= 0 && Moments[i] is var moment && moment.Totals[figure] is { } value)
                points.Add(new Point((moment.Time - from).TotalMinutes, value));
        return points.DrainToImmutable();
    }

    /// <summary>
    /// Since when a mapping is there: the time of the first sample that showed it. Null if it was there before the watch began.
    /// After thinning it may be a little late, never early.
    /// </summary>
    /// <param name="id">The mapping's identity.</param>
    public DateTimeOffset? Since(long id)
    {
        if (First is null || First.Knows(id))
            return null;
        int low = 1, high = Moments.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Moments[middle].Knows(id))
                high = middle;
            else
                low = middle + 1;
        }
        return low < Moments.Count ? Moments[low].From : null;
    }

    /// <summary>The index of the first moment after a time.</summary>
    internal int IndexAfter(DateTimeOffset time)
    {
        int low = 0, high = Moments.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Moments[middle].Time <= time)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private Timeline Thinned()
    {
        var (moments, thinning) = Thinning.Apply(Moments, Budget);
        return new()
        {
            Moments = moments,
            Budget = Budget,
            Thinning = thinning,
            Thinnings = Thinnings + 1,
            Bytes = moments.Sum(moment => (long)moment.Bytes),
            Peak = Peak,
            Ahead = Ahead,
        };
    }
}
