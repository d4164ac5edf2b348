using System.Globalization;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Terminal.Gui.Text;

namespace SmapsTop.Drawing;

/// <summary>
/// The screen as the panes draw it. When all have drawn, only the cells that differ from what the terminal shows are handed to the
/// driver: the toolkit sends every cell that was touched, changed or not.
/// </summary>
internal sealed class Canvas
{
    private static readonly string[] Singles = [.. Enumerable.Range(0, 127).Select(code => code < 32 ? " " : ((char)code).ToString())];

    /// <summary>A leap takes six to eight bytes.</summary>
    private const int LongestBridge = 5;

    private (string Glyph, Style Style)[] _cells = [];
    private bool _isAscii;

    /// <summary>Columns of the screen.</summary>
    public int Width { get; private set; }

    /// <summary>Rows of the screen.</summary>
    public int Height { get; private set; }

    /// <summary>Empties the canvas and gives it the size of the screen.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="isAscii">Whether the terminal shows ASCII only.</param>
    public void Begin(int width, int height, bool isAscii = false)
    {
        if (_cells.Length != width * height)
            _cells = new (string, Style)[width * height];
        (Width, Height, _isAscii) = (width, height, isAscii);
        Array.Fill(_cells, (" ", Style.Normal));
    }

    /// <summary>Writes text, cut at the number of cells there are.</summary>
    /// <returns>The column after it.</returns>
    public int Text(int x, int y, string text, Style style, int cells = int.MaxValue)
    {
        if (y < 0 || y >= Height)
            return x;
        var end = (int)Math.Min(Width, (long)x + cells);
        for (var i = 0; i < text.Length;)
        {
            var length = text[i] < 127 && (i + 1 == text.Length || text[i + 1] < 127) ? 1 : StringInfo.GetNextTextElementLength(text, i);
            var glyph = length == 1 && text[i] < 127 ? Singles[text[i]] : text.Substring(i, length);
            var width = length == 1 && text[i] < 127 ? 1 : glyph.GetColumns();
            if (width == 0)
                (glyph, width) = ("◌" + glyph, 1);
            if (x + width > end)
                break;
            Put(x, y, glyph, style);
            if (width == 2)
                Put(x + 1, y, "", style);
            x += width;
            i += length;
        }
        return x;
    }

    /// <summary>Writes text that ends before a column.</summary>
    public void TextRight(int end, int y, string text, Style style) => Text(end - Fit.Cells(text), y, text, style);

    /// <summary>Repeats a glyph of one cell.</summary>
    public void Repeat(int x, int y, string glyph, int count, Style style)
    {
        for (var i = 0; i < count; i++)
            Put(x + i, y, glyph, style);
    }

    /// <summary>Gives cells another look.</summary>
    public void Restyle(int x, int y, int count, Style style)
    {
        for (var i = 0; i < count; i++)
            if (IsInside(x + i, y))
                _cells[y * Width + x + i].Style = style;
    }

    /// <summary>Hands what differs to the driver.</summary>
    public void Flush(IDriver driver, Theme theme)
    {
        var shown = driver.Contents!;
        var dirtyLines = driver.GetOutputBuffer().DirtyLines;
        var (rows, columns) = (Math.Min(Height, shown.GetLength(0)), Math.Min(Width, shown.GetLength(1)));
        for (var y = 0; y < rows; y++)
        {
            var sent = -1;
            for (var x = 0; x < columns; x++)
            {
                var (glyph, style) = _cells[y * Width + x];
                var look = theme[style];
                ref var cell = ref shown[y, x];
                if (cell.Attribute == look && cell.Grapheme == glyph)
                    continue;
                // The right half of a wide character has no glyph of its own: its left half is sent instead.
                cell = new Cell(look, glyph.Length > 0, glyph);
                if (glyph.Length == 0 && x > 0)
                    shown[y, x - 1].IsDirty = true;
                dirtyLines[y] = true;
                Bridge(shown, y, sent, x);
                sent = x;
            }
        }
    }

    /// <summary>Sends the few cells between two that differ too, if that takes fewer bytes than a leap of the terminal's cursor: such as the point of a number.</summary>
    private static void Bridge(Cell[,] shown, int y, int from, int to)
    {
        if (from < 0 || to - from - 1 is < 1 or > LongestBridge)
            return;
        for (var x = from + 1; x < to; x++)
            if (shown[y, x].Attribute != shown[y, to].Attribute || shown[y, x].Grapheme is not [< (char)127])
                return;
        for (var x = from + 1; x < to; x++)
            shown[y, x].IsDirty = true;
    }

    private bool IsInside(int x, int y) => x >= 0 && x < Width && y >= 0 && y < Height;

    private void Put(int x, int y, string glyph, Style style)
    {
        if (IsInside(x, y))
            _cells[y * Width + x] = (_isAscii ? AsciiGlyphs.Of(glyph) : glyph, style);
    }
}
