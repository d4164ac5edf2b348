using System.Drawing;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Texts;
using SmapsTop.Drawing;

namespace SmapsTop.Panes;

/// <summary>Shows what a process has in all: in two boxes where there is room, else in four lines.</summary>
internal static class TotalsPane
{
    /// <summary>Lines of the boxes, with their frames.</summary>
    public const int BoxLines = 8;

    /// <summary>Lines without boxes.</summary>
    public const int PlainLines = 4;

    private const int LabelCells = 17;
    private const int SideLabelCells = 10;

    /// <summary>Draws the two boxes.</summary>
    public static void DrawBoxes(Canvas canvas, Rectangle area, Sample? sample, SizeUnit unit)
    {
        var value = ByteSize.Width(unit) + 1;
        var left = area with { Width = LabelCells + SideLabelCells + 2 * value + 7 };
        var inside = Frame.Draw(canvas, left, FrameKind.Box, false, ("Totals", Style.PaneTitle));
        var second = inside.X + 1 + LabelCells + value + 3;
        for (var i = 0; i < TotalsLine.Main.Length; i++)
            Line(canvas, inside.X + 1, inside.Y + i, LabelCells, value, TotalsLine.Main[i], sample, unit);
        for (var i = 0; i < TotalsLine.Further.Length; i++)
            Line(canvas, second, inside.Y + i, SideLabelCells, value, TotalsLine.Further[i], sample, unit);
        canvas.Text(inside.X + 1, inside.Y + 5, Mappings(sample), Style.Normal, second - inside.X - 2);
        KindsPane.Draw(canvas, area with { X = left.Right, Width = area.Right - left.Right }, sample, unit);
    }

    /// <summary>Draws the four lines. What has no room is left out; no number is cut.</summary>
    public static void DrawPlain(Canvas canvas, Rectangle area, Sample? sample, SizeUnit unit)
    {
        string Of(TotalsLine line) => $"{line.Label.Trim()} {ByteSize.Format(sample is null ? null : line.Value(sample), unit)}";
        var further = TotalsLine.Further;
        Flow(canvas, area, 0, [Of(TotalsLine.Main[0]), Of(further[^1]), Mappings(sample)]);
        Flow(canvas, area, 1, [.. TotalsLine.Main[1..].Select(Of)]);
        Flow(canvas, area, 2, [.. further[..^1].Select(Of)]);
        Flow(canvas, area, 3, sample is null
            ? []
            : [.. KindSum.Of(sample.Snapshot).Select(kind => $"{kind.Kind.Name} {ByteSize.Format(kind.Sum, unit)}").Prepend("by kind:")]);
    }

    private static void Flow(Canvas canvas, Rectangle area, int line, ReadOnlySpan<string> parts)
    {
        var x = area.X + 1;
        foreach (var part in parts)
        {
            if (x + Fit.Cells(part) > area.Right)
                return;
            x = canvas.Text(x, area.Y + line, part, Style.Normal) + 2;
        }
    }

    private static void Line(Canvas canvas, int x, int y, int label, int value, TotalsLine line, Sample? sample, SizeUnit unit)
    {
        var text = ByteSize.Format(sample is null ? null : line.Value(sample), unit);
        canvas.Text(x, y, line.Label, Style.Normal);
        canvas.TextRight(x + label + value, y, text, text is "0" or ByteSize.Unknown ? Style.Faint : Style.Normal);
    }

    private static string Mappings(Sample? sample) => sample is null
        ? ByteSize.Unknown + " mappings"
        : ByteSize.FormatCount(sample.Snapshot.Mappings.Length)
            + (sample.Snapshot.Mappings.Length == 1 ? " mapping" : " mappings")
            + (sample.MostMappings is { } most ? $" of {ByteSize.FormatCount(most)}" : "");
}
