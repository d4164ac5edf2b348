using System.Drawing;
using SmapsTop.Core;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;
using SmapsTop.Core.Texts;
using SmapsTop.Drawing;
using SmapsTop.Panes;
using SmapsTop.Tty;
using Terminal.Gui.Input;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;

namespace SmapsTop;

/// <summary>
/// The screen. Draws the newest view of the session whole, on a canvas that sends only what differs, and turns keys and the mouse into
/// the session's steps. Its panes are plain objects, not views of the toolkit: there is one focus, and the state has it.
/// </summary>
internal sealed class MainWindow : Runnable
{
    private const int LeastWidth = 40;
    private const int LeastHeight = 10;

    private readonly Session _session;
    private readonly Theme _theme;
    private readonly Canvas _canvas = new();
    private readonly Dictionary<Grid, GridPane> _grids = [];
    private readonly TextPane _text = new();
    private readonly CommandBar _status = new();
    private readonly List<(Rectangle Area, Grid Grid)> _places = [];
    private AppView _view;
    private Place _textOf;

    /// <summary>Makes the screen of a session.</summary>
    public MainWindow(Session session, Theme theme)
    {
        _session = session;
        _theme = theme;
        _view = session.View;
        _textOf = _view.State.Place;
        Border.Settings &= ~BorderSettings.TerminalTitle;
        BorderStyle = Terminal.Gui.Drawing.LineStyle.None;
    }

    /// <summary>Shows a view. To be called on the screen's thread.</summary>
    public void Show(AppView view)
    {
        // A library's mappings are another table each time: its cursor begins anew.
        if (view.State.Place is Place.OfLibrary && view.State.Place != _view.State.Place && _view.State.Place is Place.Libraries)
            _grids.Remove(AllGrids.OfLibrary);
        _view = view;
        if (view.State.IsOver)
            App?.RequestStop();
        SetNeedsDraw();
    }

    /// <summary>Answers a key.</summary>
    /// <returns>False if it means nothing here.</returns>
    public bool Press(Key key)
    {
        var state = _session.State;
        if (AppCommand.Find(state, KeyNames.Of(key)) is { } command)
        {
            Carry(command);
            return true;
        }
        if (!state.IsFiltering || KeyNames.TextOf(key) is not { Length: > 0 } text)
            return false;
        _session.Do(next => next.Type(text));
        return true;
    }

    /// <summary>Answers the mouse.</summary>
    public void Point(Mouse mouse)
    {
        var point = mouse.ScreenPosition;
        var pane = _places.Where(place => place.Area.Contains(point)).Select(place => place.Grid).FirstOrDefault();
        var direction = mouse.Flags.HasFlag(MouseFlags.WheeledDown) ? 1 : mouse.Flags.HasFlag(MouseFlags.WheeledUp) ? -1 : 0;
        if (direction != 0)
        {
            if (pane is null)
                _text.Wheel(direction);
            else
                Pane(pane).Wheel(direction);
            SetNeedsDraw();
        }
        else if (mouse.Flags.HasFlag(MouseFlags.LeftButtonDoubleClicked) && pane is not null && Pane(pane).MoveTo(point))
        {
            var row = Pane(pane).Cursor;
            _session.Do(state => state.Focus(pane).Open(row));
        }
        else if (mouse.Flags.HasFlag(MouseFlags.LeftButtonClicked) || mouse.Flags.HasFlag(MouseFlags.LeftButtonDoubleClicked))
        {
            // Two quick clicks on a header are two clicks.
            Click(point, pane);
        }
    }

    /// <inheritdoc/>
    protected override bool OnClearingViewport() => true;

    /// <inheritdoc/>
    protected override bool OnDrawingContent(DrawContext? context)
    {
        var driver = App!.Driver!;
        _canvas.Begin(driver.Cols, driver.Rows);
        Draw();
        _canvas.Flush(driver, _theme);
        TellWhatIsOnScreen();
        return true;
    }

    private void Carry(AppCommand command)
    {
        CatchUp();
        var state = _view.State;
        if (command.Movement is { } movement)
        {
            if (state.Grid is { } grid)
                Pane(grid).Move(movement);
            else
                _text.Move(movement);
            SetNeedsDraw();
            return;
        }
        var row = state.Grid is { } active ? Pane(active).Cursor : null;
        _session.Do(next => command.Apply(next, row));
    }

    /// <summary>A key may come before the view of what the last key did: it means the row that will be under the cursor then.</summary>
    private void CatchUp()
    {
        var state = _session.State;
        if (state.Place == _view.State.Place && state.Settings == _view.State.Settings && state.Pane == _view.State.Pane)
            return;
        Show(AppView.Of(state, _view));
        foreach (var table in _view.Tables)
            Pane(table.Grid).Follow(table);
    }

    private void Click(Point point, Grid? pane)
    {
        if (_status.At(point) is { } command)
            Carry(command);
        else if (pane is not null && Pane(pane).HeaderAt(point) is { } column)
            _session.Do(state => state.Focus(pane).Sort(pane, column));
        else if (pane is not null)
        {
            Pane(pane).MoveTo(point);
            _session.Do(state => state.Focus(pane));
            SetNeedsDraw();
        }
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
                TotalsPane.DrawPlain(_canvas, body with { Height = TotalsPane.PlainLines }, state.Sample, state.Unit);
                DrawGrid(_view.Active!, Below(body, TotalsPane.PlainLines), frame);
                break;
            default:
                DrawGrid(_view.Active!, body, frame);
                break;
        }
    }

    private void DrawLargeMaps(Rectangle body)
    {
        TotalsPane.DrawBoxes(_canvas, body with { Height = TotalsPane.BoxLines }, _view.State.Sample, _view.State.Unit);
        var rest = Below(body, TotalsPane.BoxLines);
        var upper = rest.Height * 11 / 20;
        DrawGrid(_view.Tables[0], rest with { Height = upper }, FrameKind.OpenBox);
        DrawGrid(_view.Tables[1], Below(rest, upper), FrameKind.JoinedBox);
    }

    private void DrawMapping(Rectangle body, FrameKind frame, Mapping opened)
    {
        var now = _view.State.Snapshot?.Mappings.FirstOrDefault(mapping => mapping.Id == opened.Id);
        var title = (opened.Name.IsEmpty ? MappingPage.Range(opened) : opened.Name.Text) + (now is null ? " is gone; as it was when it was opened" : "");
        _text.Draw(_canvas, body, frame, title, MappingPage.Of(now ?? opened, _view.State.Unit));
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
        System.Collections.Immutable.ImmutableArray<ProcessIdentity> shown =
            [.. table.Rows.Where(row => row.Process.IsReadable && rows.Contains(new RowKey(row.Process.Pid, row.Process.Identity.StartTicks))).Select(row => row.Process.Identity).OrderBy(identity => identity.Pid)];
        if (!shown.SequenceEqual(_view.State.OnScreen))
            _session.Do(state => state.Show(shown));
    }

    private GridPane Pane(Grid grid)
    {
        if (!_grids.TryGetValue(grid, out var pane))
            _grids.Add(grid, pane = new GridPane());
        return pane;
    }

    private static Rectangle Below(Rectangle area, int lines) => area with { Y = area.Y + lines, Height = area.Height - lines };
}
