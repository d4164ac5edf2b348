using System.Drawing;
using System.Globalization;
using SmapsTop.Core.Grids;
using SmapsTop.Core.State;
using SmapsTop.Core.Texts;
using SmapsTop.Drawing;

namespace SmapsTop.Panes;

/// <summary>Shows at a glance what a process's memory is made of: a bar for each kind of mapping.</summary>
internal static class KindsPane
{
    private const int NameCells = 9;
    private const int PercentCells = 6;

    /// <summary>What the shades of a bar mean.</summary>
    public const string Legend = "█ private  ▒ shared  ░ in swap";

    /// <summary>Draws the pane.</summary>
    public static void Draw(Canvas canvas, Rectangle area, Look? look, SizeUnit unit)
    {
        var inside = Frame.Draw(canvas, area, FrameKind.Box, false, (ChartSubject.Kinds.Name, Style.PaneTitle), (Legend, Style.PaneTitle));
        if (look is not null)
            DrawBars(canvas, new Rectangle(inside.X + 1, inside.Y, inside.Width - 2, inside.Height), look, unit);
    }

    /// <summary>Draws the bars of the largest kinds; what has no line of its own is put together.</summary>
    public static void DrawBars(Canvas canvas, Rectangle inside, Look look, SizeUnit unit)
    {
        var kinds = KindSum.Of(look.Sample.Snapshot);
        var all = kinds.Sum(kind => kind.Sum);
        var lines = kinds.Select(kind => (kind.Kind.Name, kind.Private, kind.Shared, kind.Swap)).ToList();
        if (lines.Count > inside.Height)
        {
            var rest = lines[(inside.Height - 1)..];
            lines = [.. lines[..(inside.Height - 1)], ("others", rest.Sum(kind => kind.Private), rest.Sum(kind => kind.Shared), rest.Sum(kind => kind.Swap))];
        }
        for (var i = 0; i < lines.Count; i++)
            Bar(canvas, inside, inside.Y + i, lines[i], all, unit);
    }

    private static void Bar(Canvas canvas, Rectangle inside, int y, (string Name, long Private, long Shared, long Swap) kind, long all, SizeUnit unit)
    {
        var sum = kind.Private + kind.Shared + kind.Swap;
        var x = inside.X;
        canvas.Text(x, y, kind.Name, Style.Normal);
        x += NameCells + ByteSize.Width(unit);
        canvas.TextRight(x, y, ByteSize.Format(sum, unit), Style.Normal);
        canvas.TextRight(x + PercentCells, y, (100 * (double)sum / all).ToString("0", CultureInfo.InvariantCulture) + " %", Style.Normal);
        x += PercentCells + 1;

        // Each border between two parts is rounded once, so that the parts together are as long as the whole.
        var cells = inside.Right - x;
        int Until(long amount) => (int)Math.Round(cells * ((double)amount / all));
        var (first, second, third) = (Until(kind.Private), Until(kind.Private + kind.Shared), Until(sum));
        canvas.Repeat(x, y, "█", first, Style.Private);
        canvas.Repeat(x + first, y, "▒", second - first, Style.Shared);
        canvas.Repeat(x + second, y, "░", third - second, Style.Swapped);
    }
}
