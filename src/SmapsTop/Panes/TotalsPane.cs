using System.Drawing;
using System.Globalization;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Proc;
using SmapsTop.Core.State;
using SmapsTop.Core.Texts;
using SmapsTop.Drawing;

namespace SmapsTop.Panes;

/// <summary>Shows what a process has in all and what has become of it: in a box where there is room, else in four lines.</summary>
internal static class TotalsPane
{
    /// <summary>Lines of the box, with its frame.</summary>
    public const int BoxLines = 11;

    /// <summary>Lines without a box.</summary>
    public const int PlainLines = 4;

    private const int LabelCells = 15;
    private const int SinceCells = 16;

    /// <summary>Columns that the box takes.</summary>
    public static int Width(SizeUnit unit) => LabelCells + 2 * (ByteSize.Width(unit) + 1) + SinceCells + ByteSize.Width(unit) + 3 + 4;

    /// <summary>Draws the box: each figure now, its change since the baseline, its rate and its peak; below, what grows.</summary>
    public static void DrawBox(Canvas canvas, Rectangle area, Look? look, Glance? glance, SizeUnit unit)
    {
        var inside = Frame.Draw(canvas, area, FrameKind.Box, false, ("Totals", Style.PaneTitle));
        var x = inside.X + 1;
        var now = x + LabelCells + ByteSize.Width(unit) + 1;
        var since = now + SinceCells;
        var rate = since + ByteSize.Width(unit) + 3;
        var peak = rate + ByteSize.Width(unit) + 1;
        foreach (var (end, head) in new[] { (now, Now(look)), (since, Since(look)), (rate, "per min"), (peak, "peak") })
            canvas.TextRight(end, inside.Y, head, Style.Header);
        var y = inside.Y + 1;
        foreach (var line in TotalsLine.Main)
        {
            canvas.Text(x, y, line.Label, Style.Normal);
            Number(canvas, now, y, Amount(line, look, glance, unit), line.Trend(look, glance));
            Mark(canvas, now, y, line.Trend(look, glance));
            Number(canvas, since, y, ByteSize.FormatChange(line.Since(look, glance), unit), line.Since(look, glance));
            Number(canvas, rate, y, ByteSize.FormatChange(line.PerMinute(look), unit), line.PerMinute(look));
            Number(canvas, peak, y, ByteSize.Format(line.Peak(look, glance), unit), 0);
            y++;
        }
        var room = inside with { Height = 1 };
        Flow(canvas, room with { Y = y }, Figures(look, glance, unit, TotalsLine.Further[..3]));
        Flow(canvas, room with { Y = y + 1 }, Figures(look, glance, unit, TotalsLine.Further[3..]));
        Flow(canvas, room with { Y = y + 2 }, [(Mappings(look), 0)]);
    }

    /// <summary>Draws the four lines. What has no room is left out; no number is cut.</summary>
    public static void DrawPlain(Canvas canvas, Rectangle area, Look? look, Glance? glance, SizeUnit unit)
    {
        Rectangle Line(int number) => area with { Y = area.Y + number, Height = 1 };
        Flow(canvas, Line(0), [.. Figures(look, glance, unit, [TotalsLine.Main[0], TotalsLine.Further[^1]]), (Mappings(look), 0)]);
        // Where there is no room for all, what is written to says more than what is not.
        Flow(canvas, Line(1), Figures(look, glance, unit, [TotalsLine.Main[1], TotalsLine.Main[4], TotalsLine.Main[3], TotalsLine.Main[2]]));
        Flow(canvas, Line(2), Figures(look, glance, unit, TotalsLine.Further[..^1]));
        if (look?.Verdict is { } verdict)
            canvas.Text(area.X + 1, area.Y + 3, Fit.FirstOf(VerdictText.Forms(verdict, unit), area.Width - 2), Style.Filter);
        else if (look is not null)
            Flow(canvas, Line(3), [.. KindSum.Of(look.Sample.Snapshot).Select(kind => ($"{kind.Kind.Name} {ByteSize.Format(kind.Sum, unit)}", 0)).Prepend(("by kind:", 0))]);
    }

    private static string Now(Look? look) => look is { IsPast: true } ? Clock(look.Moment.Time) : "now";

    /// <summary>Looked at from before the baseline, the change is what is missing to it.</summary>
    private static string Since(Look? look) => look is null
        ? "since –"
        : $"{(look.Moment.Time < look.Baseline.Time ? "vs" : "since")} {Clock(look.Baseline.Time)}";

    private static string Clock(DateTimeOffset time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static (string Text, int Trend)[] Figures(Look? look, Glance? glance, SizeUnit unit, IEnumerable<TotalsLine> lines) =>
        [.. lines.Select(line => ($"{line.Label.Trim()} {Amount(line, look, glance, unit)}", line.Trend(look, glance)))];

    /// <summary>A figure that is newer than the look is marked: the mappings below do not add up to it.</summary>
    private static string Amount(TotalsLine line, Look? look, Glance? glance, SizeUnit unit) =>
        (line.IsNewer(look, glance) ? "~" : "") + ByteSize.Format(line.Now(look, glance), unit);

    private static string Mappings(Look? look)
    {
        if (look is null)
            return ByteSize.Unknown + " mappings";
        var count = look.Sample.Snapshot.Mappings.Length;
        return ByteSize.FormatCount(count) + (count == 1 ? " mapping" : " mappings")
            + (look.Sample.Limits.MostMappings is { } most ? $" of {ByteSize.FormatCount(most)}" : "");
    }

    private static void Number(Canvas canvas, int end, int y, string text, long? change) =>
        canvas.TextRight(end, y, text, change > 0 ? Style.Grown : change < 0 ? Style.Shrunk : text is "0" or ByteSize.Unknown ? Style.Faint : Style.Normal);

    /// <summary>The sign of a change since the last sample, in the cell after the number.</summary>
    private static void Mark(Canvas canvas, int x, int y, int trend)
    {
        if (trend != 0)
            canvas.Text(x, y, trend > 0 ? "+" : "−", trend > 0 ? Style.Grown : Style.Shrunk);
    }

    private static void Flow(Canvas canvas, Rectangle line, ReadOnlySpan<(string Text, int Trend)> parts)
    {
        var x = line.X + 1;
        foreach (var (text, trend) in parts)
        {
            if (x + Fit.Cells(text) > line.Right)
                return;
            x = canvas.Text(x, line.Y, text, Style.Normal);
            Mark(canvas, x, line.Y, trend);
            x += 2;
        }
    }
}
