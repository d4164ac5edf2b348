using System.Collections.Immutable;
using System.Globalization;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Reports;

/// <summary>A grid as text for people: the columns of the screen, each as wide as its widest cell, nothing cut.</summary>
internal static class TextTable
{
    public static void Write(TextWriter output, Table table, ImmutableArray<Column> columns)
    {
        var widths = columns.Select(column =>
            Math.Max(CellWidth.Of(column.Header), Enumerable.Range(0, table.Count).Select(row => CellWidth.Of(Cell(table, row, column))).DefaultIfEmpty().Max())).ToArray();
        if (table.Count == 0 && table.Filter.Length == 0)
        {
            output.WriteLine(table.Grid.WhenEmpty);
            return;
        }
        Line(column => column.Header);
        for (var i = 0; i < table.Count; i++)
        {
            var row = i;
            Line(column => Cell(table, row, column));
        }

        void Line(Func<Column, string> cell) => output.WriteLine(string.Join("  ", columns.Select((column, i) =>
            column.Kind != CellKind.Text ? cell(column).PadLeft(widths[i])
                : i == columns.Length - 1 ? cell(column) : CellWidth.Pad(cell(column), widths[i]))).TrimEnd());
    }

    /// <summary>As on the screen; but where exact amounts are asked for, they are exact however long they are.</summary>
    private static string Cell(Table table, int row, Column column)
    {
        if (table.Unit != SizeUnit.Kilobytes || column.Kind is not (CellKind.Size or CellKind.Change) || table.Number(row, column) is not { } amount)
            return table.Cell(row, column);
        return (column.Kind == CellKind.Change && amount > 0 ? "+" : "") + amount.ToString(CultureInfo.InvariantCulture);
    }
}
