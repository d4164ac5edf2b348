using System.Collections.Immutable;
using SmapsTop.Core.Grids;

namespace SmapsTop.Core.Reports;

/// <summary>A grid that can be written out.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Meaning">What its rows are.</param>
/// <param name="Grid">The grid.</param>
public sealed record ReportView(string Name, string Meaning, Grid Grid)
{
    /// <summary>Every mapping: what CSV and TSV hold where no view is asked for.</summary>
    public static readonly ReportView Every = new("all", "every mapping, with every column", AllGrids.All);

    /// <summary>All of them.</summary>
    public static ImmutableArray<ReportView> All { get; } =
    [
        new("private", "mappings with pages that only they have", AllGrids.Private),
        new("shared", "mappings with pages that others have too", AllGrids.Shared),
        new("libraries", "the mappings rolled up by file and kind", AllGrids.Libraries),
        Every,
        new("totals", "the sums over all mappings", TotalsRow.Grid),
    ];
}
