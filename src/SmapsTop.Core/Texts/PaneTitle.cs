using System.Collections.Immutable;
using System.Text;
using SmapsTop.Core.Grids;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Texts;

/// <summary>A grid's title: its key and name, how many rows it shows, its filter, and the sums of what it shows.</summary>
/// <param name="Name">Key, name, subject and number of rows.</param>
/// <param name="Filter">The filter with its slash; empty for none.</param>
/// <param name="Marked">How many rows are marked; empty for none: then the sums are those of all rows.</param>
/// <param name="Sums">The sums, each with its column's header.</param>
public sealed record PaneTitle(string Name, string Filter, string Marked, ImmutableArray<string> Sums)
{
    /// <summary>The title of a table.</summary>
    public static PaneTitle Of(AppState state, Table table)
    {
        var grid = table.Grid;
        var name = new StringBuilder();
        name.AppendJoin(' ', new[] { grid.Key, grid.Name, grid.Subject(state) }.Where(part => part.Length > 0));
        // Before there are rows nothing is known, not even that there are none.
        if (table.OutOf > 0)
            name.Append(' ').Append(ByteSize.FormatCount(table.Count - table.GoneCount));
        if (table.OutOf > 0 && table.Filter.Length > 0)
            name.Append(" of ").Append(ByteSize.FormatCount(table.OutOf));
        var marked = state.Marked.IsEmpty ? 0 : table.CountOf(state.Marked);
        ImmutableArray<string> sums = table.OutOf == 0
            ? []
            : [.. grid.Columns.Where(column => column.IsSummed).Select(column => $"{column.Header} {Amount(table.Sum(column, marked == 0 ? null : state.Marked), column, table.Unit)}")];
        var isTyping = state.IsFiltering && state.Grid == grid;
        return new PaneTitle(name.ToString(), isTyping || table.Filter.Length > 0 ? "/" + table.Filter : "", marked == 0 ? "" : $"{ByteSize.FormatCount(marked)} marked:", sums);
    }

    private static string Amount(long? sum, Column column, SizeUnit unit) =>
        column.Kind == CellKind.Change ? ByteSize.FormatChange(sum, unit) : ByteSize.Format(sum, unit);
}
