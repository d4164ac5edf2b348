using System.Collections.Immutable;
using System.Drawing;
using SmapsTop.Core;
using SmapsTop.Core.Texts;
using SmapsTop.Drawing;

namespace SmapsTop.Panes;

/// <summary>Shows a page of terms with their values and meanings, wrapped to the width.</summary>
internal sealed class TextPane
{
    private const int Gap = 2;
    private const int WidestTerm = 22;
    private const int WidestValue = 12;

    private int _top;
    private int _height = 1;
    private int _lines;

    /// <summary>Goes to the beginning, for another page.</summary>
    public void Begin() => _top = 0;

    /// <summary>Scrolls.</summary>
    public void Move(Movement movement) => _top = Math.Clamp(
        movement switch
        {
            Movement.Up => _top - 1,
            Movement.Down => _top + 1,
            Movement.PageUp => _top - (_height - 1),
            Movement.PageDown => _top + (_height - 1),
            Movement.Home => 0,
            Movement.End => int.MaxValue,
            _ => _top,
        },
        0, Math.Max(0, _lines - _height));

    /// <summary>Scrolls as the wheel turns: down (1) or up (-1).</summary>
    public void Wheel(int direction) => _top = Math.Clamp(_top + 3 * direction, 0, Math.Max(0, _lines - _height));

    /// <summary>Draws the page.</summary>
    public void Draw(Canvas canvas, Rectangle area, FrameKind kind, string title, ImmutableArray<Entry> entries)
    {
        var lines = Layout(entries, area.Width - 4);
        _height = Math.Max(1, area.Height - (kind == FrameKind.Rule ? 1 : 2));
        _lines = lines.Count;
        Move(Movement.Left);
        var where = _lines > _height ? $"{_top + 1}–{Math.Min(_lines, _top + _height)} of {_lines}" : "";
        var inside = Frame.Draw(canvas, area, kind, true, (title, Style.ActiveTitle), (where, Style.PaneTitle));
        for (var y = 0; y < inside.Height && _top + y < lines.Count; y++)
            foreach (var (x, text, style) in lines[_top + y])
                canvas.Text(area.X + 2 + x, inside.Y + y, text, style, area.Width - 4 - x);
    }

    private static List<List<(int X, string Text, Style Style)>> Layout(ImmutableArray<Entry> entries, int width)
    {
        var lines = new List<List<(int X, string Text, Style Style)>>();
        var values = entries.Any(entry => entry.Value.Length > 0) ? WidestValue + Gap : 0;
        var terms = Math.Min(WidestTerm, entries.Where(entry => !entry.IsHeading).Max(entry => Fit.Cells(entry.Term))) + Gap;
        var left = terms + values;
        foreach (var entry in entries)
        {
            if (entry.IsHeading)
            {
                if (lines.Count > 0)
                    lines.Add([]);
                lines.Add([(0, entry.Term, Style.Heading)]);
                continue;
            }
            var line = new List<(int, string, Style)> { (0, entry.Term, Style.Term) };
            lines.Add(line);
            // A value too long for its column has lines of its own, and its meaning comes below.
            var isLong = Fit.Cells(entry.Value) > WidestValue;
            if (isLong)
                foreach (var part in Fit.Wrap(entry.Value, Math.Max(10, width - terms)))
                    line = Append(lines, line, (terms, part, Style.Normal));
            else if (entry.Value.Length > 0)
                line.Add((terms + WidestValue - Fit.Cells(entry.Value), entry.Value, Style.Normal));
            if (entry.Meaning.Length == 0)
                continue;
            if (isLong || Fit.Cells(entry.Term) > terms - Gap)
                lines.Add(line = []);
            foreach (var part in Fit.Wrap(entry.Meaning, Math.Max(10, width - left)))
                line = Append(lines, line, (left, part, Style.Word));
        }
        return lines;
    }

    /// <summary>Adds to a line, or to a new one if there is something in the way.</summary>
    private static List<(int, string, Style)> Append(
        List<List<(int X, string Text, Style Style)>> lines, List<(int X, string Text, Style Style)> line, (int X, string Text, Style Style) part)
    {
        if (line.Exists(other => other.X >= part.X))
            lines.Add(line = []);
        line.Add(part);
        return line;
    }
}
