using System.Collections.Immutable;

namespace SmapsTop.Core.Grids;

/// <summary>A column where it stands on the screen.</summary>
/// <param name="Column">The column.</param>
/// <param name="Left">Its first cell.</param>
/// <param name="Width">Its cells, without the one after it.</param>
public readonly record struct PlacedColumn(Column Column, int Left, int Width);

/// <summary>The columns of a grid on the screen.</summary>
/// <param name="Columns">Those that have room.</param>
/// <param name="HasMore">Whether there are others, which scrolling to the right shows.</param>
public sealed record ColumnLayout(ImmutableArray<PlacedColumn> Columns, bool HasMore);

/// <summary>Decides which columns of a grid have room and where they stand.</summary>
public static class GridLayout
{
    /// <summary>Cells that the column taking the rest has at the least, whatever the width; on wide screens it has a quarter.</summary>
    public const int LeastFill = 20;

    /// <summary>
    /// Places columns in a width. Those switched off are left out; where there is no room for all, the least important go
    /// first, but never the one it is sorted by. Scrolled sideways, they stand one after the other from the left instead.
    /// </summary>
    /// <param name="grid">The grid.</param>
    /// <param name="settings">How it is arranged.</param>
    /// <param name="unit">How amounts are written.</param>
    /// <param name="width">Cells there are.</param>
    /// <param name="scrolled">How far it is scrolled sideways: 0 for not at all, 1 for the first column, 2 for the second.</param>
    public static ColumnLayout Place(Grid grid, GridSettings settings, SizeUnit unit, int width, int scrolled = 0)
    {
        var columns = grid.Columns.Where(column => column.Fills || !settings.Hidden.Contains(column.Header)).ToList();
        foreach (var passed in columns.Where(column => !column.Fills).Take(scrolled - 1).ToList())
            columns.Remove(passed);

        var wanted = columns.Count;
        while (Needed(columns, unit, width) > width && Least(columns, settings, scrolled > 0) is { } least)
            columns.Remove(least);

        var placed = ImmutableArray.CreateBuilder<PlacedColumn>();
        var left = 0;
        var spare = Math.Max(0, width - Needed(columns, unit, width));
        for (var i = 0; i < columns.Count; i++)
        {
            var cells = Cells(columns[i], unit, width) + (columns[i].Fills ? spare : 0);
            placed.Add(new PlacedColumn(columns[i], left, Math.Max(0, Math.Min(cells, width - left))));
            left += cells + GapAfter(columns, i);
        }
        return new ColumnLayout(placed.DrainToImmutable(), columns.Count < wanted);
    }

    private static int Cells(Column column, SizeUnit unit, int width) =>
        column.Fills ? Math.Max(LeastFill, width / 4) : column.CellsFor(unit);

    /// <summary>A cell between two columns; a second one where the first holds the mark of a change and a text would touch it.</summary>
    private static int GapAfter(List<Column> columns, int i) =>
        i + 1 == columns.Count ? columns[i].Fills ? 0 : 1
        : columns[i].Kind == CellKind.Size && columns[i + 1].Kind == CellKind.Text ? 2 : 1;

    private static int Needed(List<Column> columns, SizeUnit unit, int width) =>
        columns.Select((column, i) => Cells(column, unit, width) + GapAfter(columns, i)).Sum();

    private static Column? Least(List<Column> columns, GridSettings settings, bool isScrolled)
    {
        var free = columns.Where(column => !column.Fills);
        // Scrolled sideways, the columns are wanted one after the other: the last goes first.
        return isScrolled
            ? free.LastOrDefault()
            : free.Where(column => column.Header != settings.SortedBy)
                .MinBy(column => settings.Wanted.Contains(column.Header) ? column.Importance + 1000 : column.Importance);
    }
}
