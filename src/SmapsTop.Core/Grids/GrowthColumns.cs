using System.Collections.Immutable;
using SmapsTop.Core.History;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Grids;

/// <summary>The columns that tell what a row has become since the baseline.</summary>
internal static class GrowthColumns
{
    /// <summary>An age is written in steps of so many seconds: it is not to change at every look.</summary>
    private const long AgeStep = 10;

    /// <summary>Change, rate and age of mappings, measured in private + swap + hugetlb.</summary>
    public static readonly ImmutableArray<Column<Mapping>> Private = Of<Mapping>(
        Measure.Own, look => look.Growth, (growth, mapping) => growth.ChangeOf(mapping), (growth, mapping) => growth.Of(mapping), (growth, mapping) => growth.AgeOf(mapping));

    /// <summary>Change, rate and age of mappings, measured in shared pages.</summary>
    public static readonly ImmutableArray<Column<Mapping>> Shared = Of<Mapping>(
        Measure.Shared, look => look.SharedGrowth, (growth, mapping) => growth.ChangeOf(mapping), (growth, mapping) => growth.Of(mapping), (growth, mapping) => growth.AgeOf(mapping));

    /// <summary>Change, rate and age of libraries, measured in private + swap + hugetlb.</summary>
    public static readonly ImmutableArray<Column<Library>> Libraries = Of<Library>(
        Measure.Own, look => look.Growth, (growth, library) => growth.Of(library.Key).Change, (growth, library) => growth.Of(library.Key), AgeOf);

    /// <summary>The same of the rows of the growth screen, which know them themselves.</summary>
    public static readonly ImmutableArray<Column<GrowthRow>> Rows =
        Of<GrowthRow>(Measure.Own, _ => row => row.Growth.Change, _ => row => row.PerMinute, _ => row => Seconds(row.Age()));

    private static ImmutableArray<Column<T>> Of<T>(
        Measure measure, Func<Look, Growth> growth, Func<Growth, T, long> change, Func<Growth, T, RowGrowth> row, Func<Growth, T, TimeSpan?> age)
    {
        Func<AppState, Func<T, long?>> In(Func<Growth, T, long?> number) => state =>
            state.Watch?.Shown is not { } look ? _ => null : t => number(growth(look), t);

        return Of(measure, In((g, t) => change(g, t)), In((g, t) => PerMinute(g.HasRates, row(g, t))), In((g, t) => Seconds(age(g, t))));
    }

    private static ImmutableArray<Column<T>> Of<T>(
        Measure measure, Func<AppState, Func<T, long?>> change, Func<AppState, Func<T, long?>> rate, Func<AppState, Func<T, long?>> age) =>
    [
        new("Δ", $"change since the baseline (b sets it): {measure.Meaning}", CellKind.Change, 0, 94) { Name = "change", LeastSamples = 2, NumberIn = change, IsSummed = true },
        new("Δ/MIN", "change a minute over the last five minutes; lasting growth, not single jumps", CellKind.Change, 0, 78) { Name = "change_per_min", LeastSamples = 3, NumberIn = rate },
        new("AGE", "how long it is there; – if it was there before the watch began", CellKind.Age, 0, 50) { LeastSamples = 3, NumberIn = age },
    ];

    /// <summary>A rate in kB/min; null while there is none.</summary>
    public static long? PerMinute(bool hasRates, RowGrowth row) =>
        hasRates && row.Rate is { } rate ? (long)Math.Round(rate.PerMinute) : null;

    private static long? Seconds(TimeSpan? age) => age is { } time ? (long)time.TotalSeconds / AgeStep * AgeStep : null;

    /// <summary>A library is as old as its oldest mapping.</summary>
    public static TimeSpan? AgeOf(Growth growth, Library library)
    {
        TimeSpan oldest = default;
        foreach (var mapping in library.Mappings)
        {
            if (growth.AgeOf(mapping) is not { } age)
                return null;
            oldest = age > oldest ? age : oldest;
        }
        return oldest;
    }
}
