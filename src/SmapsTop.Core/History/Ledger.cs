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
        Minutes = new double[moments.Count];
        for (var i = 0; i < moments.Count; i++)
        {
            Minutes[i] = (moments[i].Time - moments[0].Time).TotalMinutes;
            if (i > 0)
                Book(moments[i - 1], moments[i], i);
        }
    }

    /// <summary>The times of the moments, in minutes since the first.</summary>
    public double[] Minutes { get; }

    /// <summary>The changes by identity.</summary>
    public Dictionary<long, Series> ByMapping { get; } = [];

    /// <summary>The changes by library.</summary>
    public Dictionary<LibraryKey, Series> ByLibrary { get; } = [];

    /// <summary>The changes by kind.</summary>
    public Dictionary<MappingKind, Series> ByKind { get; } = [];

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
