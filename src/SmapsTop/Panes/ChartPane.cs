using System.Drawing;
using SmapsTop.Core.Grids;
using SmapsTop.Core.History;
using SmapsTop.Core.State;
using SmapsTop.Core.Texts;
using SmapsTop.Drawing;

namespace SmapsTop.Panes;

/// <summary>Shows the course of a figure or a row with its axes, the moment that is looked at and the baseline; below, what grows.</summary>
internal sealed class ChartPane
{
    private const int CellsOfTime = 10;
    private const string Keys = "f figure  z Z time";

    private (Moment? Last, Moment? At, ChartSubject Subject, RowKey? Row, Measure Measure, int Zoom, int Columns) _madeOf;
    private Chart? _made;

    /// <summary>Draws the pane.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="area">The pane's cells, the frame's too.</param>
    /// <param name="kind">How it is set off.</param>
    /// <param name="state">What to show.</param>
    /// <param name="subject">What the chart shows.</param>
    /// <param name="row">The row under the cursor.</param>
    public void Draw(Canvas canvas, Rectangle area, FrameKind kind, AppState state, ChartSubject subject, RowKey? row)
    {
        var inside = Frame.Draw(canvas, area, kind, false,
            (ChartText.Title(state, subject, row), Style.PaneTitle), (subject == ChartSubject.Kinds ? KindsPane.Legend : "", Style.PaneTitle), (Keys, Style.Key));
        if (state.Watch?.Shown is not { } look)
            return;
        inside = new Rectangle(inside.X + 1, inside.Y, inside.Width - 2, inside.Height);
        inside.Height -= DrawVerdict(canvas, inside, look, state.Unit);
        if (subject == ChartSubject.Kinds)
            KindsPane.DrawBars(canvas, inside, look, state.Unit);
        else
            DrawCurve(canvas, inside, state, look, columns => ChartOf(state, look, subject, row, columns));
    }

    private static int DrawVerdict(Canvas canvas, Rectangle inside, Look look, SizeUnit unit)
    {
        if (look.Verdict is not { } verdict)
            return 0;
        var lines = Fit.Wrap(VerdictText.Of(verdict, unit), inside.Width);
        for (var i = 0; i < lines.Count; i++)
            canvas.Text(inside.X, inside.Bottom - lines.Count + i, lines[i], Style.Filter);
        return lines.Count;
    }

    private static void DrawCurve(Canvas canvas, Rectangle inside, AppState state, Look look, Func<int, Chart?> chartOf)
    {
        var labels = ByteSize.Width(state.Unit);
        var plot = new Rectangle(inside.X + labels + 2, inside.Y, inside.Width - labels - 2, inside.Height - 1);
        if (plot.Height < 2 || plot.Width < 10 || chartOf(state.HasBraille ? 2 * plot.Width : plot.Width) is not { Low: { } low, High: { } high } chart)
            return;
        var (bottom, top) = ChartScale.Ends(low, high, plot.Height - 1);
        var marks = ChartScale.Marks(bottom, top, (plot.Height + 1) / 2);
        foreach (var (mark, label) in marks.Zip(ChartText.Labels(marks, state.Unit)))
        {
            var y = plot.Bottom - 1 - (int)Math.Round((double)(mark - bottom) / (top - bottom) * (plot.Height - 1));
            canvas.TextRight(plot.X - 2, y, label, Style.Faint);
            canvas.Text(plot.X - 1, y, "┤", Style.Border);
        }
        var lines = state.HasBraille ? Plot.Curve(chart.Columns, bottom, top, plot.Height) : Plot.Area(chart.Columns, bottom, top, plot.Height);
        for (var i = 0; i < lines.Length; i++)
            canvas.Text(plot.X, plot.Y + i, lines[i], Style.Private);
        if (!ReferenceEquals(look.Baseline, look.History.First))
            DrawMark(canvas, plot, lines, chart.PlaceOf(look.Baseline.Time), "┊", Style.Faint);
        if (state.CanTravel)
            DrawMark(canvas, plot, lines, chart.PlaceOf(look.Moment.Time), "│", Style.ActiveTitle);
        DrawTimes(canvas, plot, chart);
    }

    /// <summary>A line from top to bottom at a time; where the curve is, it keeps its dots.</summary>
    private static void DrawMark(Canvas canvas, Rectangle plot, string[] lines, double place, string glyph, Style style)
    {
        if (place is < 0 or > 1)
            return;
        var x = Math.Min((int)(place * plot.Width), plot.Width - 1);
        for (var y = 0; y < plot.Height; y++)
            if (lines[y][x] == ' ')
                canvas.Text(plot.X + x, plot.Y + y, glyph, style);
            else
                canvas.Restyle(plot.X + x, plot.Y + y, 1, style);
    }

    private static void DrawTimes(Canvas canvas, Rectangle plot, Chart chart)
    {
        var marks = ChartScale.Marks(chart.From, chart.To, Math.Max(2, plot.Width / CellsOfTime));
        var step = marks.Length > 1 ? marks[1] - marks[0] : chart.To - chart.From;
        var free = plot.X;
        foreach (var mark in marks)
        {
            var text = ChartText.Clock(mark, step);
            var x = plot.X + (int)(chart.PlaceOf(mark) * plot.Width) - text.Length / 2;
            if (x < free || x + text.Length > plot.Right)
                continue;
            free = canvas.Text(x, plot.Bottom, text, Style.Faint) + 1;
        }
    }

    private Chart? ChartOf(AppState state, Look look, ChartSubject subject, RowKey? row, int columns)
    {
        // The history itself is not kept: what is thinned out of it is to go. Going through many moments is dear: once for each sample is enough, and of a row once for each.
        var madeOf = (look.History.Last, look.Moment, subject, subject.Figure is null ? row : null, ChartText.MeasureOf(state), state.Zoom, columns);
        if (_madeOf == madeOf)
            return _made;
        _madeOf = madeOf;
        var zoom = ChartScale.Zooms[state.Zoom];
        return _made = subject.Figure is { } figure ? Chart.Of(look.History, figure, zoom, look.Moment, columns)
            : row is { } key ? Chart.Of(look.History, ChartText.IsAmong(key), ChartText.MeasureOf(state), zoom, look.Moment, columns)
            : null;
    }
}
