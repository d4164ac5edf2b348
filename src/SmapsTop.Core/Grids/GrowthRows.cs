using SmapsTop.Core.History;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Grids;

/// <summary>Makes the rows of the growth screen: what changed since the baseline, and what is new or gone.</summary>
internal static class GrowthRows
{
    /// <summary>The rows as the state rolls them up; mappings in address order.</summary>
    public static IReadOnlyList<GrowthRow> Of(AppState state) =>
        state.Watch?.Shown is not { } look ? []
        : state.GrowthBy == RollUp.Mapping ? Mappings(state, look)
        : state.GrowthBy == RollUp.Library ? Libraries(state, look)
        : Kinds(state, look);

    private static List<GrowthRow> Mappings(AppState state, Look look)
    {
        var growth = look.Growth;
        var rows = new List<GrowthRow>();
        foreach (var mapping in look.Sample.Snapshot.Mappings)
            if (growth.Of(mapping) is var row && (row.Change != 0 || row.Fate != Fate.Kept))
                rows.Add(Of(mapping, row, Measure.Own.Of(mapping), () => growth.AgeOf(mapping)));
        foreach (var (mapping, _, _) in growth.Gone)
            rows.Add(Of(mapping, growth.Of(mapping), null, () => null));
        return rows;

        GrowthRow Of(Mapping mapping, RowGrowth row, long? now, Func<TimeSpan?> age)
        {
            var before = look.Before?.Find(mapping.Id, mapping.Start, mapping.End);
            return new(new RowKey(mapping.Id), mapping.Name.Text, mapping.Kind.Name, mapping.Start, row, row.Fate,
                (now ?? 0) - row.Change, now, before is null ? null : Measure.Own.Of(before), age, growth.HasRates, state.HasBraille)
            { Bytes = mapping.Name };
        }
    }

    private static List<GrowthRow> Libraries(AppState state, Look look)
    {
        var growth = look.Growth;
        var earlier = Libraries(growth.From);
        var now = look.Sample.Snapshot.Libraries.ToDictionary(library => library.Key);
        var before = look.Before?.Libraries.ToDictionary(library => library.Key);
        var rows = new List<GrowthRow>();
        foreach (var key in now.Keys.Concat(earlier.Keys.Where(key => !now.ContainsKey(key))))
        {
            var library = now.GetValueOrDefault(key);
            var fate = library is null ? Fate.Gone : earlier.ContainsKey(key) ? Fate.Kept : Fate.New;
            var row = growth.Of(key);
            var sum = Sum(library?.Mappings);
            if (row.Change != 0 || fate != Fate.Kept)
                rows.Add(new(new RowKey(0, 0, key), key.Text, (library?.Kind ?? earlier[key]).Name, null, row, fate,
                    (sum ?? 0) - row.Change, sum, Sum(before?.GetValueOrDefault(key)?.Mappings),
                    () => library is null ? null : GrowthColumns.AgeOf(growth, library), growth.HasRates, state.HasBraille)
                { Bytes = key.Name });
        }
        return rows;
    }

    private static List<GrowthRow> Kinds(AppState state, Look look)
    {
        long? SumOf(Snapshot? snapshot, MappingKind kind) => Sum(snapshot?.Mappings.Where(mapping => mapping.Kind == kind));

        return [.. MappingKind.All.Select(kind => (Kind: kind, Row: look.Growth.Of(kind))).Where(pair => pair.Row.Change != 0).Select(pair => new GrowthRow(
            new RowKey(0, 0, pair.Kind), pair.Kind.Meaning, pair.Kind.Name, null, pair.Row, Fate.Kept,
            SumOf(look.Sample.Snapshot, pair.Kind) - pair.Row.Change, SumOf(look.Sample.Snapshot, pair.Kind), SumOf(look.Before, pair.Kind), () => null, look.Growth.HasRates, state.HasBraille))];
    }

    private static Dictionary<LibraryKey, MappingKind> Libraries(Moment moment)
    {
        var libraries = new Dictionary<LibraryKey, MappingKind>();
        foreach (var mapping in moment.Mappings)
            libraries.TryAdd(LibraryKey.Of(mapping), mapping.Kind);
        return libraries;
    }

    private static long? Sum(IEnumerable<Mapping>? mappings) => mappings?.Sum(Measure.Own.Of);
}
