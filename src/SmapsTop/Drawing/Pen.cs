using System.Globalization;
using System.Text;

namespace SmapsTop.Drawing;

/// <summary>
/// Brings the terminal from what it shows to what it is to show, in few bytes: the cells that differ, the leaps between them and the
/// changes of colour that this takes. Of escape sequences it knows four that every terminal since the VT102 understands (ECMA-48): CUP, CUF, ED, SGR.
/// </summary>
/// <param name="theme">The look of each style.</param>
/// <param name="send">Takes what is to be sent; is not called with nothing.</param>
internal sealed class Pen(Theme theme, Action<string> send)
{
    private const int Unknown = -1;

    private readonly StringBuilder _text = new();
    private (string Glyph, Style Style)[] _shown = [];
    private int _width;
    private int _x;
    private int _y;
    private Style _style;

    /// <summary>Has all drawn anew: nobody knows what the terminal shows.</summary>
    public void Forget() => _shown = [];

    /// <summary>Shows cells, line by line.</summary>
    public void Show(ReadOnlySpan<(string Glyph, Style Style)> cells, int width)
    {
        if (_shown.Length != cells.Length || _width != width)
            Clear(cells.Length, width);
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = (cells[i].Glyph, theme.Seen(cells[i].Glyph, cells[i].Style));
            if (_shown[i] == cell)
                continue;
            // A wide character is sent with its right half, which has no glyph of its own.
            if (cell.Glyph.Length > 0)
            {
                Leap(i % width, i / width, cell.Item2);
                Write(cell.Glyph, cell.Item2, i + 1 < cells.Length && cells[i + 1].Glyph.Length == 0 ? 2 : 1);
            }
            _shown[i] = cell;
        }
        if (_text.Length == 0)
            return;
        send(_text.ToString());
        _text.Clear();
    }

    private void Clear(int cells, int width)
    {
        (_shown, _width) = (new (string, Style)[cells], width);
        Array.Fill(_shown, (" ", Style.Normal));
        _text.Append("\e[m\e[2J");
        (_x, _y, _style) = (Unknown, Unknown, Style.Normal);
    }

    private void Write(string glyph, Style style, int columns)
    {
        Take(glyph, style);
        _text.Append(glyph);
        // Behind the last column terminals differ, and they do in how wide they think that characters of some scripts are.
        _x = IsSurelyOfOneColumn(glyph) && _x + columns < _width ? _x + columns : Unknown;
    }

    /// <summary>Takes another colour if the one at hand would be seen as another.</summary>
    private void Take(string glyph, Style style)
    {
        if (theme.Seen(glyph, _style) == style)
            return;
        var look = theme[style];
        _text.Append("\e[").Append(_style == Style.Normal || look.Length == 0 ? "" : "0;").Append(look).Append('m');
        _style = style;
    }

    private void Leap(int x, int y, Style style)
    {
        if (_x == x && _y == y)
            return;
        var isAhead = _y == y && _x != Unknown && _x < x;
        var (gap, leap) = (x - _x, isAhead ? On(x - _x) : To(x, y));
        if (isAhead && gap <= leap.Length && CanWrite(_y * _width + _x, gap, _style, out var bridge))
            _text.Append(bridge);
        else if (isAhead && gap <= leap.Length && CanWrite(_y * _width + _x, gap, style, out bridge))
            Bridge(bridge, style);
        else
            _text.Append(leap);
        (_x, _y) = (x, y);
    }

    private void Bridge(string bridge, Style style)
    {
        Take("x", style);
        _text.Append(bridge);
    }

    /// <summary>True if cells that the terminal shows already can be written again with a colour: often that takes fewer bytes than a leap over them.</summary>
    private bool CanWrite(int from, int count, Style style, out string text)
    {
        text = "";
        for (var i = from; i < from + count; i++)
        {
            var (glyph, shown) = _shown[i];
            if (glyph is not [< (char)127] || theme.Seen(glyph, style) != shown)
                return false;
            text += glyph;
        }
        return true;
    }

    private static string On(int columns) => columns == 1 ? "\e[C" : string.Create(CultureInfo.InvariantCulture, $"\e[{columns}C");

    private static string To(int x, int y) =>
        x == 0 ? string.Create(CultureInfo.InvariantCulture, $"\e[{y + 1}H") : string.Create(CultureInfo.InvariantCulture, $"\e[{y + 1};{x + 1}H");

    /// <summary>ASCII, Latin, and the marks, arrows, lines, blocks and Braille that the panes draw with.</summary>
    private static bool IsSurelyOfOneColumn(string glyph) => glyph is [< '\u0300'] or [>= '\u2000' and < '\u2b00'];
}
