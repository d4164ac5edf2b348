using System.Collections.Immutable;
using System.Drawing;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;
using SmapsTop.Core.Texts;
using SmapsTop.Drawing;
using SmapsTop.Panes;
using Terminal.Gui.ViewBase;

namespace SmapsTop;

/// <content>Where the panes of each place stand, and what they draw.</content>
internal sealed partial class MainWindow
{
    private const int LeastWidth = 40;
    private const int LeastHeight = 10;

    /// <summary>From this width on the memory by kind has a box of its own beside the chart.</summary>
    private const int WidthOfThree = 170;

    /// <inheritdoc/>
    protected override bool OnClearingViewport() => true;

    /// <inheritdoc/>
    protected override bool OnDrawingContent(DrawContext? context)
    {
        var driver = App!.Driver!;
        _canvas.Begin(driver.Cols, driver.Rows, _view.State.IsAscii);
        Draw();
        _canvas.Flush(_pen);
        TellWhatIsOnScreen();
        return true;
    }

    private void Draw()
    {
        _places.Clear();
        if (_canvas.Width < LeastWidth || _canvas.Height < LeastHeight)
        {
            var y = 0;
            foreach (var line in Fit.Wrap($"smapstop needs {LeastWidth} columns and {LeastHeight} rows.", Math.Max(1, _canvas.Width)))
                _canvas.Text(0, y++, line, Style.Normal);
            return;
        }
        TitleBar.Draw(_canvas, _view.State);
        _status.Draw(_canvas, _view.State);
        var body = new Rectangle(0, 1, _canvas.Width, _canvas.Height - 2);
        if (TitleLine.Banner(_view.State) is { } banner && _view.State.Sample is not null)
            body.Height -= DrawBanner(banner);
        DrawBody(body);
    }

    private int DrawBanner(string banner)
    {
        var lines = Fit.Wrap(banner, _canvas.Width - 2);
        for (var i = 0; i < lines.Count; i++)
        {
            var y = _canvas.Height - 1 - lines.Count + i;
            _canvas.Text(1, y, lines[i], Style.Banner);
            _canvas.Restyle(0, y, _canvas.Width, Style.Banner);
        }
        return lines.Count;
    }

    private void DrawBody(Rectangle body)
    {
        var state = _view.State;
        var isLarge = _canvas.Width >= 100 && _canvas.Height >= 30;
        var frame = isLarge ? FrameKind.Box : FrameKind.Rule;
        if (state.Place.GetType() != _textOf.GetType())
            _text.Begin();
        _textOf = state.Place;
        switch (state.Place)
        {
            case Place.Help:
                _text.Draw(_canvas, body, frame, "Help", HelpPage.Entries);
                break;
            case Place.OneMapping place:
                DrawMapping(body, frame, place.Opened);
                break;
            case Place.Maps when isLarge:
                DrawLargeMaps(body);
                break;
            case Place.Maps:
                TotalsPane.DrawPlain(_canvas, body with { Height = TotalsPane.PlainLines }, state.Watch?.Shown, state.Watch?.Glance, state.Unit);
                DrawGrid(_view.Active!, Below(body, TotalsPane.PlainLines), frame);
                break;
            case Place.Growth:
                // A curve of fewer lines says little, and the rows are what the screen is for.
                var chart = body with { Height = isLarge ? Math.Min(16, body.Height / 3 + 1) : body.Height >= 18 ? 8 : body.Height >= 14 ? 6 : 0 };
                if (chart.Height > 0)
                    _chart.Draw(_canvas, chart, frame, state, state.Chart == ChartSubject.Kinds ? ChartSubject.All[0] : state.Chart, CursorOf(state.Grid!));
                DrawGrid(_view.Active!, Below(body, chart.Height), frame);
                break;
            default:
                DrawGrid(_view.Active!, body, frame);
                break;
        }
    }

    private void DrawLargeMaps(Rectangle body)
    {
        var state = _view.State;
        var (look, unit) = (state.Watch?.Shown, state.Unit);
        var totals = body with { Width = TotalsPane.Width(unit), Height = TotalsPane.BoxLines };
        TotalsPane.DrawBox(_canvas, totals, look, state.Watch?.Glance, unit);
        var beside = totals with { X = totals.Right, Width = body.Width - totals.Width };
        var subject = state.Chart;
        if (body.Width >= WidthOfThree)
        {
            var kinds = beside with { Width = beside.Width * 2 / 5, X = beside.Right - beside.Width * 2 / 5 };
            KindsPane.Draw(_canvas, kinds, look, unit);
            beside.Width -= kinds.Width;
            subject = subject == ChartSubject.Kinds ? ChartSubject.All[0] : subject;
        }
        _chart.Draw(_canvas, beside, FrameKind.Box, state, subject, CursorOf(state.Grid!));
        var rest = Below(body, TotalsPane.BoxLines);
        var upper = rest.Height * 11 / 20;
        DrawGrid(_view.Tables[0], rest with { Height = upper }, FrameKind.OpenBox);
        DrawGrid(_view.Tables[1], Below(rest, upper), FrameKind.JoinedBox);
    }

    /// <summary>The row under the cursor of a grid that may have changed since it was drawn.</summary>
    private RowKey? CursorOf(Grid grid)
    {
        Pane(grid).Follow(_view.Tables.First(table => table.Grid == grid));
        return Pane(grid).Cursor;
    }

    private void DrawMapping(Rectangle body, FrameKind frame, Mapping opened)
    {
        var now = _view.State.Snapshot?.Mappings.FirstOrDefault(mapping => mapping.Id == opened.Id);
        var shown = now ?? opened;
        var title = (shown.Name.IsEmpty ? MappingPage.Range(shown) : shown.Name.Text) + (now is null ? " is gone; as it was when it was opened" : "");
        _text.Draw(_canvas, body, frame, title, MappingPage.Of(shown, _view.State.Unit));
    }

    private void DrawGrid(Table table, Rectangle area, FrameKind frame)
    {
        _places.Add((area, table.Grid));
        Pane(table.Grid).Draw(_canvas, area, frame, _view, table, WhyNothing(table));
    }

    /// <summary>What to say before there are rows: what is waited for, or why there are none.</summary>
    private string? WhyNothing(Table table)
    {
        var state = _view.State;
        if (table.Grid == AllGrids.Columns || (table.Grid == AllGrids.Processes ? !state.Processes.IsEmpty : state.Sample is not null))
            return null;
        return TitleLine.Banner(state)
            ?? (table.Grid == AllGrids.Processes ? "Reading the list of processes …" : $"Reading /proc/{state.Watch?.Process.Pid}/smaps …");
    }

    private void TellWhatIsOnScreen()
    {
        if (_view.Tables is not [Table<ProcessRow> table])
            return;
        var rows = Pane(table.Grid).OnScreen.ToHashSet();
        ImmutableArray<ProcessIdentity> shown =
            [.. table.Rows.Where(row => row.Process.IsReadable && rows.Contains(new RowKey(row.Process.Pid, row.Process.Identity.StartTicks))).Select(row => row.Process.Identity).OrderBy(identity => identity.Pid)];
        if (!shown.SequenceEqual(_view.State.OnScreen))
            _session.Do(state => state.Show(shown));
    }

    private static Rectangle Below(Rectangle area, int lines) => area with { Y = area.Y + lines, Height = area.Height - lines };
}
