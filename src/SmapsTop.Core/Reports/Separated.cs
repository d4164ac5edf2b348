using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using SmapsTop.Core.Grids;

namespace SmapsTop.Core.Reports;

/// <summary>
/// A grid as values with a separator between them. A text that a spreadsheet would take for a formula begins with an apostrophe; a plain
/// number never does. What is not known is an empty cell.
/// </summary>
internal sealed class Separated
{
    /// <summary>Commas and quotes, by RFC 4180.</summary>
    public static readonly Separated Csv = new(",", "\r\n", QuoteForCsv);

    /// <summary>Tabs. A cell holds neither tabs nor newlines: in a name they are <c>\t</c> and <c>\n</c>.</summary>
    public static readonly Separated Tsv = new("\t", "\n", text => text.Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal));

    /// <summary>The semicolon too: spreadsheets take it for a separator where the comma is the point of numbers.</summary>
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",;\"\r\n");

    private readonly string _separator;
    private readonly string _newLine;
    private readonly Func<string, string> _quote;

    private Separated(string separator, string newLine, Func<string, string> quote) => (_separator, _newLine, _quote) = (separator, newLine, quote);

    public void Write(TextWriter output, Table table, ImmutableArray<Column> columns)
    {
        // A unit in the name would be wrong where each amount has its own.
        Line(column => table.Unit == SizeUnit.Kilobytes ? column.Key : column.Name);
        for (var i = 0; i < table.Count; i++)
        {
            var row = i;
            Line(column => Cell(table, row, column));
        }

        void Line(Func<Column, string> cell)
        {
            var line = string.Join(_separator, columns.Select(column => _quote(cell(column))));
            // Of a table of one column an empty cell would be an empty line, which readers pass over.
            output.Write(line.Length == 0 && this == Csv ? "\"\"" : line);
            output.Write(_newLine);
        }
    }

    private static string Cell(Table table, int row, Column column)
    {
        if (column.Kind == CellKind.Text)
            return AsText(table.Cell(row, column));
        if (table.Number(row, column) is not { } number)
            return "";
        return table.Unit == SizeUnit.Kilobytes ? number.ToString(CultureInfo.InvariantCulture) : AsText(table.Cell(row, column));
    }

    /// <summary>The full-width signs are signs too, to spreadsheets that are used with Chinese and Japanese.</summary>
    private static string AsText(string text) => text is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r', ..] ? "'" + text : text;

    private static string QuoteForCsv(string text) =>
        text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
