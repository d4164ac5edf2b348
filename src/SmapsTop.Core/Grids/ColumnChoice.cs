using System.Collections.Immutable;

namespace SmapsTop.Core.Grids;

/// <summary>A column of a grid in the list where columns are switched on and off.</summary>
/// <param name="Place">Its place in the grid, from 1.</param>
/// <param name="Column">The column.</param>
/// <param name="IsShown">Whether it is switched on.</param>
public sealed record ColumnChoice(int Place, Column Column, bool IsShown)
{
    internal static readonly ImmutableArray<Column<ColumnChoice>> Columns =
    [
        Column.Words<ColumnChoice>("#", "the column's place, from the left", 3, 97, choice => $"{choice.Place,3}") with { Number = choice => choice.Place },
        Column.Words<ColumnChoice>("ON", "yes if it is shown where there is room; what is switched on here comes first", 3, 99, choice => choice.IsShown ? "yes" : "no"),
        Column.Words<ColumnChoice>("COLUMN", "its header", 9, 98, choice => choice.Column.Header),
        Column.Rest<ColumnChoice>("MEANING", "what it says", choice => choice.Column.Meaning) with { IsCutAtEnd = true },
    ];

    internal static ImmutableArray<ColumnChoice> Of(Grid grid, GridSettings settings) =>
        [.. grid.Columns.Select((column, i) => new ColumnChoice(i + 1, column, column.Fills || !settings.Hidden.Contains(column.Header)))];
}
