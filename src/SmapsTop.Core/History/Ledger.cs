using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>The changes of every row that changed, over a few moments in the order of their times. What did not change is not in it.</summary>
internal sealed class Ledger
{
    private readonly Measure _measure;

    /// <summary>Books the differences between each moment and the next; all must have their mappings.</summary>
    public Ledger(IReadOnlyList<Moment> moments, Measure measure)
    {
        _measure = measure;
        Times = [.. moments.Select(moment => moment.Time)];
        End = moments.Count == 0 ? null : moments[^1];
        Minutes = new double[moments.Count];
        for (var i = 0; i < moments.Count; i++)
        {
            Minutes[i] = (moments[i].Time - moments[0].Time).TotalMinutes;
            if (i > 0)
                Book(moments[i - 1], moments[i], i);
        }
        Still = new Series(moments.Count);
    }

    /// <summary>The times of the moments. They themselves are not kept: once they are thinned out of the history their mappings are to go.</summary>
    public ImmutableArray<DateTimeOffset> Times { get; }

    /// <summary>The last of the moments; null if there are none.</summary>
    public Moment? End { get; }

    /// <summary>The series of a row that is not in it.</summary>
    public Series Still { get; }

    /// <summary>The times of the moments, in minutes since the first.</summary>
    public double[] Minutes { get; }

    /// <summary>The changes by identity.</summary>
    public Dictionary<long, Series> ByMapping { get; } = [];

    /// <summary>The changes by library.</summary>
    public Dictionary<LibraryKey, Series> ByLibrary { get; } = [];

    /// <summary>The changes by kind.</summary>
    public Dictionary<MappingKind, Series> ByKind { get; } = [];

    /// <summary>The values of a row at the moments since it is there, and at one more after them.</summary>
    /// <param name="series">The row; null if it was there at none of them.</param>
    /// <param name="time">When the moment after them was.</param>
    /// <param name="value">The value then.</param>
    public ImmutableArray<Point> Points(Series? series, DateTimeOffset time, long value)
    {
        var minutes = Times.IsEmpty ? 0 : (time - Times[0]).TotalMinutes;
        return [.. series?.Points(Minutes) ?? [], new Point(minutes, value)];
    }

    private void Book(Moment before, Moment now, int index)
    {
        Difference.Each(before.Mappings, now.Mappings, (mapping, isNew) =>
        {
            var amount = isNew ? _measure.Of(mapping) : -_measure.Of(mapping);
            var row = At(ByMapping, mapping.Id, index);
            row.Add(index, amount);
            if (isNew && !before.Knows(mapping.Id))
                row.BornAt(index);
            if (amount == 0)
                return;
            At(ByLibrary, LibraryKey.Of(mapping), index).Add(index, amount);
            At(ByKind, mapping.Kind, index).Add(index, amount);
        });
    }

    private Series At<TKey>(Dictionary<TKey, Series> rows, TKey key, int index)
        where TKey : notnull
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, key, out _);
        return row ??= new Series(Minutes.Length);
    }
}
