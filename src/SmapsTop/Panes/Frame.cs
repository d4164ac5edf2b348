using System.Drawing;
using SmapsTop.Drawing;

namespace SmapsTop.Panes;

/// <summary>How a pane is set off from the others.</summary>
internal enum FrameKind
{
    /// <summary>A line above with the title, nothing else: for small screens.</summary>
    Rule,

    /// <summary>A box.</summary>
    Box,

    /// <summary>A box whose top is the bottom of the box above.</summary>
    JoinedBox,

    /// <summary>A box whose bottom is the top of the box below.</summary>
    OpenBox,
}

/// <summary>Draws a pane's frame and says what room is left in it.</summary>
internal static class Frame
{
    /// <summary>Draws the frame.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="area">The pane's cells, the frame's too.</param>
    /// <param name="kind">How it is set off.</param>
    /// <param name="isActive">Whether keys go to the pane.</param>
    /// <param name="title">Its title: the first part is shortened where there is no room, the others are whole or not there.</param>
    /// <returns>The room inside.</returns>
    public static Rectangle Draw(Canvas canvas, Rectangle area, FrameKind kind, bool isActive, params ReadOnlySpan<(string Text, Style Style)> title)
    {
        var line = isActive ? Style.ActiveBorder : Style.Border;
        canvas.Repeat(area.X, area.Y, "─", area.Width, line);
        var inside = new Rectangle(area.X, area.Y + 1, area.Width, area.Height - 1);
        if (kind != FrameKind.Rule)
        {
            var joined = kind == FrameKind.JoinedBox;
            canvas.Text(area.X, area.Y, joined ? "├" : "┌", line);
            canvas.Text(area.Right - 1, area.Y, joined ? "┤" : "┐", line);
            var hasBottom = kind != FrameKind.OpenBox;
            for (var y = area.Y + 1; y < area.Bottom - (hasBottom ? 1 : 0); y++)
            {
                canvas.Text(area.X, y, "│", line);
                canvas.Text(area.Right - 1, y, "│", line);
            }
            if (hasBottom)
            {
                canvas.Repeat(area.X, area.Bottom - 1, "─", area.Width, line);
                canvas.Text(area.X, area.Bottom - 1, "└", line);
                canvas.Text(area.Right - 1, area.Bottom - 1, "┘", line);
            }
            inside = new Rectangle(area.X + 1, area.Y + 1, area.Width - 2, area.Height - (hasBottom ? 2 : 1));
        }
        Title(canvas, area, title);
        return inside;
    }

    private static void Title(Canvas canvas, Rectangle area, ReadOnlySpan<(string Text, Style Style)> title)
    {
        var x = area.X + 1;
        var end = area.Right - 1;
        var others = 0;
        foreach (var (text, _) in title[1..])
            others += text.Length == 0 ? 0 : Fit.Cells(text) + 2;
        var name = Math.Max((end - x) / 2, end - x - others) - 2;
        x = canvas.Text(x, area.Y, $" {Fit.Middle(title[0].Text, name)} ", title[0].Style);
        foreach (var (text, style) in title[1..])
            if (text.Length > 0 && x + Fit.Cells(text) + 2 <= end)
                x = canvas.Text(x, area.Y, $" {text} ", style);
    }
}
