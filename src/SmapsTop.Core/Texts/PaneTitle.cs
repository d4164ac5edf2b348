using System.Text;
using SmapsTop.Core.Grids;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Texts;

/// <summary>A grid's title: its key and name, how many rows it shows, its filter, and the sums of what it shows.</summary>
/// <param name="Name">Key, name, subject and number of rows.</param>
/// <param name="Filter">The filter with its slash; empty for none.</param>
/// <param name="Sums">The sums.</param>
public sealed record PaneTitle(string Name, string Filter, string Sums)
{
    /// <summary>The title of a table.</summary>
    public static PaneTitle Of(AppState state, Table table)
    {
        var grid = table.Grid;
        var name = new StringBuilder();
        foreach (var part in new[] { grid.Key, grid.Name, grid.Subject(state) })
            if (part.Length > 0)
                name.Append(part).Append(' ');
        name.Append(ByteSize.FormatCount(table.Count));
        if (table.Filter.Length > 0)
            name.Append(" of ").Append(ByteSize.FormatCount(table.OutOf));
        var sums = string.Join("  ", grid.Columns.Where(column => column.IsSummed)
            .Select(column => $"{column.Header} {ByteSize.Format(table.Sum(column), table.Unit)}"));
        var isTyping = state.IsFiltering && state.Grid == grid;
        return new(name.ToString(), isTyping || table.Filter.Length > 0 ? "/" + table.Filter : "", sums);
    }
}
