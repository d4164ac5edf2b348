using System.Collections.Immutable;

namespace SmapsTop.Core.History;

/// <summary>Draws the columns of a chart as lines of cells: pure text, the highest line first.</summary>
public static class Plot
{
    /// <summary>A curve of braille dots, two columns and four heights a cell.</summary>
    /// <param name="columns">The columns, two a cell.</param>
    /// <param name="low">The value at the bottom, in kB.</param>
    /// <param name="high">The value at the top, in kB.</param>
    /// <param name="lines">How many lines of cells.</param>
    public static string[] Curve(ImmutableArray<ChartColumn> columns, long low, long high, int lines)
    {
        var cells = new int[lines, (columns.Length + 1) / 2];
        var top = 4 * lines - 1;
        int HeightOf(long value) => (int)Math.Round((double)(value - low) / Math.Max(high - low, 1) * top);
        void Dot(int x, int y) => cells[lines - 1 - y / 4, x / 2] |= Glyphs.Dot(x % 2, y % 4);

        void Column(int x, int from, int to)
        {
            for (var y = from; y <= to; y++)
                Dot(x, y);
        }

        (int X, int Y)? before = null;
        for (var x = 0; x < columns.Length; x++)
        {
            if (columns[x] is not { Low: { } least, High: { } most, Last: { } last })
                continue;
            var (from, to) = (HeightOf(least), HeightOf(most));
            if (before is { } b)
            {
                // Between two samples there is a straight line without a gap.
                var height = b.Y;
                for (var i = b.X + 1; i < x; i++)
                {
                    var next = b.Y + (int)Math.Round((double)(HeightOf(last) - b.Y) * (i - b.X) / (x - b.X));
                    Column(i, Math.Min(next, height + 1), Math.Max(next, height - 1));
                    height = next;
                }
                (from, to) = (Math.Min(from, height + 1), Math.Max(to, height - 1));
            }
            Column(x, from, to);
            before = (x, HeightOf(last));
        }
        return Lines(cells, Glyphs.Braille);
    }

    /// <summary>An area of eighth blocks, one column a cell.</summary>
    /// <param name="columns">The columns, one a cell.</param>
    /// <param name="low">The value at the bottom, in kB.</param>
    /// <param name="high">The value at the top, in kB.</param>
    /// <param name="lines">How many lines of cells.</param>
    public static string[] Area(ImmutableArray<ChartColumn> columns, long low, long high, int lines)
    {
        var cells = new int[lines, columns.Length];
        long? known = null;
        for (var x = 0; x < columns.Length; x++)
        {
            // Between two samples the last one holds; after the newest there is nothing.
            known = columns[x].Last ?? (columns.AsSpan()[x..].ContainsAnyExcept(default(ChartColumn)) ? known : null);
            if (known is not { } value)
                continue;
            var height = 1 + (int)Math.Round((double)(value - low) / Math.Max(high - low, 1) * (8 * lines - 1));
            for (var line = 0; line < lines; line++)
                cells[lines - 1 - line, x] = Math.Clamp(height - 8 * line, 0, 8);
        }
        return Lines(cells, eighths => Glyphs.Eighths[eighths]);
    }

    private static string[] Lines(int[,] cells, Func<int, char> glyph)
    {
        var lines = new string[cells.GetLength(0)];
        for (var y = 0; y < lines.Length; y++)
            lines[y] = string.Create(cells.GetLength(1), y, (text, line) =>
            {
                for (var x = 0; x < text.Length; x++)
                    text[x] = glyph(cells[line, x]);
            });
        return lines;
    }
}
