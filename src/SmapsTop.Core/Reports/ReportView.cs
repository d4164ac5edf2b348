using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Reports;

/// <summary>A grid that can be written out.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Meaning">What its rows are.</param>
/// <param name="Grid">The grid.</param>
/// <param name="By">What growth is put together by; null for grids that are of something else.</param>
public sealed record ReportView(string Name, string Meaning, Grid Grid, RollUp? By = null)
{
    /// <summary>The sums over all mappings.</summary>
    public static readonly ReportView Totals = new("totals", "the sums over all mappings", TotalsRow.Grid);

    /// <summary>What has changed, mapping by mapping.</summary>
    public static readonly ReportView ChangedMappings = new("mappings", "what has changed, mapping by mapping", AllGrids.Growth, RollUp.Mapping);

    /// <summary>What has changed, library by library.</summary>
    public static readonly ReportView ChangedLibraries = new("libraries", "what has changed, by file and sort of unnamed memory", AllGrids.Growth, RollUp.Library);

    /// <summary>Every mapping: what CSV and TSV hold where no view is asked for.</summary>
    public static readonly ReportView Every = new("all", "every mapping, with every column", AllGrids.All);

    /// <summary>The mappings of one library, which the screens alone can save.</summary>
    public static readonly ReportView OneLibrary = new("library", "the mappings of one library", AllGrids.OfLibrary);

    /// <summary>Those of a single sample.</summary>
    public static ImmutableArray<ReportView> All { get; } =
    [
        new("private", "mappings with pages that only they have", AllGrids.Private),
        new("shared", "mappings with pages that others have too", AllGrids.Shared),
        new("libraries", "the mappings rolled up by file and kind", AllGrids.Libraries),
        Every,
        Totals,
    ];

    /// <summary>Those of the difference between two.</summary>
    public static ImmutableArray<ReportView> Changes { get; } =
    [
        ChangedMappings,
        ChangedLibraries,
        new("kinds", "what has changed, by what the memory is for", AllGrids.Growth, RollUp.Kind),
        Totals,
    ];

    /// <summary>The view that a screen shows: a list of processes has none on the command line.</summary>
    public static ReportView Of(AppState state) =>
        ((ImmutableArray<ReportView>)[.. All, OneLibrary, .. Changes]).FirstOrDefault(view => view.Grid == state.Grid && (view.By is null || view.By == state.GrowthBy))
        ?? new ReportView(state.Grid!.Name, "", state.Grid);

    /// <summary>The rows.</summary>
    /// <param name="state">The state.</param>
    /// <param name="unit">How amounts are written.</param>
    /// <param name="settings">How they are sorted and filtered; null for as the grid begins.</param>
    internal Table Show(AppState state, SizeUnit unit, GridSettings? settings = null) => Grid.Show(
        state with { Unit = unit, GrowthBy = By ?? state.GrowthBy, Settings = state.Settings.SetItem(Grid.Name, settings ?? Grid.First) }, null);

    /// <summary>The columns that say something of so many samples.</summary>
    internal ImmutableArray<Column> ColumnsOf(int samples) => [.. Grid.Columns.Where(column => column.LeastSamples <= samples)];
}
