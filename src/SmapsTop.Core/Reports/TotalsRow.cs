using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.State;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Reports;

/// <summary>A figure of the totals as a row, so that the totals are a grid like any other.</summary>
/// <param name="Place">Its place among the totals, from 0.</param>
/// <param name="Line">The line of the totals.</param>
/// <param name="Now">The figure, in kB; null if not known.</param>
public sealed record TotalsRow(int Place, TotalsLine Line, long? Now)
{
    /// <summary>The totals of the watched process.</summary>
    public static readonly Grid Grid = new Grid<TotalsRow>
    {
        Name = "Totals",
        WhenEmpty = "Nothing has been read yet.",
        Typed = Columns,
        First = GridSettings.For(Columns[0], descends: false),
        Rows = state => Of(state.Watch?.Shown),
        Source = state => new TableSource(state.Snapshot, state.SnapshotBefore, state.Watch?.Shown?.Story),
        Identify = row => new RowKey(row.Place),
    };

    private static ImmutableArray<Column<TotalsRow>> Columns =>
    [
        Column.Words<TotalsRow>("FIGURE", "the figure's name; the parts of RSS stand below it", 13, 99, row => row.Line.Label.Trim()) with { Number = row => row.Place },
        Column.Size<TotalsRow>("NOW", "what it is", 98, row => row.Now),
        new("Δ", "change since the baseline", CellKind.Change, 0, 97)
        {
            Name = "change",
            NumberIn = state => row => row.Line.Since(state.Watch?.Shown),
        },
        Column.Rest<TotalsRow>("MEANING", "what it says", row => row.Line.Figure.Meaning),
    ];

    private static ImmutableArray<TotalsRow> Of(Look? look) =>
        [.. TotalsLine.All.Select((line, place) => new TotalsRow(place, line, line.Now(look)))];
}
