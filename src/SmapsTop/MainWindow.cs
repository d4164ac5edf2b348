using System.Drawing;
using SmapsTop.Core;
using SmapsTop.Core.Grids;
using SmapsTop.Core.State;
using SmapsTop.Drawing;
using SmapsTop.Panes;
using SmapsTop.Tty;
using Terminal.Gui.Input;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;

namespace SmapsTop;

/// <summary>
/// The screen. Draws the newest view of the session whole, on a canvas of which only what differs is sent, and turns keys and the mouse into
/// the session's steps. Its panes are plain objects, not views of the toolkit: there is one focus, and the state has it.
/// </summary>
internal sealed partial class MainWindow : Runnable
{
    private readonly Session _session;
    private readonly Pen _pen;
    private readonly Canvas _canvas = new();
    private readonly Dictionary<Grid, GridPane> _grids = [];
    private readonly TextPane _text = new();
    private readonly ChartPane _chart = new();
    private readonly CommandBar _status = new();
    private readonly List<(Rectangle Area, Grid Grid)> _places = [];
    private AppView _view;
    private Place _textOf;

    /// <summary>Makes the screen of a session, drawn with a pen.</summary>
    public MainWindow(Session session, Pen pen)
    {
        _session = session;
        _pen = pen;
        _view = session.View;
        _textOf = _view.State.Place;
        Border.Settings &= ~BorderSettings.TerminalTitle;
        BorderStyle = Terminal.Gui.Drawing.LineStyle.None;
    }

    /// <summary>Shows a view. To be called on the screen's thread.</summary>
    public void Show(AppView view)
    {
        // Another process has other mappings, and so has each library: their cursors begin anew.
        if (view.State.Watch?.Process.Identity != _view.State.Watch?.Process.Identity)
            foreach (var grid in _grids.Keys.Where(grid => grid != AllGrids.Processes))
                _grids.Remove(grid);
        if (view.State.Place is Place.OfLibrary && _view.State.Place is Place.Libraries)
            _grids.Remove(AllGrids.OfLibrary);
        _view = view;
        if (view.State.IsOver)
            App?.RequestStop();
        SetNeedsDraw();
    }

    /// <summary>Draws all anew. To be called on the screen's thread.</summary>
    public void Repaint()
    {
        _pen.Forget();
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
        if (!state.IsTyping || KeyNames.TextOf(key) is not { Length: > 0 } text)
            return false;
        _session.Do(next => next.Type(text));
        return true;
    }

    /// <summary>Takes pasted text into what is being typed: its first line.</summary>
    public void Paste(string text)
    {
        if (_session.State.IsTyping && text.Split('\n', '\r') is [{ Length: > 0 } line, ..])
            _session.Do(state => state.Type(line));
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

    private GridPane Pane(Grid grid)
    {
        if (!_grids.TryGetValue(grid, out var pane))
            _grids.Add(grid, pane = new GridPane());
        return pane;
    }
}
