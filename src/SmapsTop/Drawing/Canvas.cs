using System.Globalization;
using Terminal.Gui.Text;

namespace SmapsTop.Drawing;

/// <summary>The screen as the panes draw it.</summary>
internal sealed class Canvas
{
    private static readonly string[] Singles = [.. Enumerable.Range(0, 127).Select(code => code < 32 ? " " : ((char)code).ToString())];

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

    /// <summary>Shows on the terminal what was drawn.</summary>
    public void Flush(Pen pen) => pen.Show(_cells, Width);

    private bool IsInside(int x, int y) => x >= 0 && x < Width && y >= 0 && y < Height;

    private void Put(int x, int y, string glyph, Style style)
    {
        if (IsInside(x, y))
            _cells[y * Width + x] = (_isAscii ? AsciiGlyphs.Of(glyph) : glyph, style);
    }
}
