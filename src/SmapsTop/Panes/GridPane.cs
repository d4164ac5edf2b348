using System.Drawing;
using SmapsTop.Core;
using SmapsTop.Core.Grids;
using SmapsTop.Core.State;
using SmapsTop.Core.Texts;
using SmapsTop.Drawing;

namespace SmapsTop.Panes;

/// <summary>
/// Shows a table: every grid of the program is one of these. Holds what only moves the eye: the cursor, which stays on its row
/// through every poll, sort and filter once it has been moved, and how far it is scrolled.
/// </summary>
internal sealed class GridPane
{
    private const int WheelRows = 3;
    private const int WidestFilter = 24;

    private Table? _table;
    private Rectangle _rows;
    private ColumnLayout _layout = new([], false);
    private RowKey? _cursorKey;
    private int _cursor;
    private int _top;
    private int _scrolled;

    /// <summary>The row under the cursor; null if there are no rows.</summary>
    public RowKey? Cursor => _table is { Count: > 0 } table ? table.KeyOf(Math.Min(_cursor, table.Count - 1)) : null;

    /// <summary>The rows on the screen.</summary>
    public IEnumerable<RowKey> OnScreen => _table is not { } table
        ? []
        : Enumerable.Range(_top, Math.Max(0, Math.Min(_rows.Height, table.Count - _top))).Select(table.KeyOf);

    /// <summary>Moves the cursor, or scrolls sideways.</summary>
    public void Move(Movement movement)
    {
        var page = Math.Max(1, _rows.Height - 1);
        switch (movement)
        {
            case Movement.Left:
                _scrolled = Math.Max(0, _scrolled - 1);
                break;
            case Movement.Right:
                _scrolled += _layout.HasMore ? 1 : 0;
                break;
            default:
                MoveTo(movement switch
                {
                    Movement.Up => _cursor - 1,
                    Movement.Down => _cursor + 1,
                    Movement.PageUp => _cursor - page,
                    Movement.PageDown => _cursor + page,
                    Movement.Home => 0,
                    _ => int.MaxValue,
                });
                break;
        }
    }

    /// <summary>Moves the cursor as the wheel turns: down (1) or up (-1).</summary>
    public void Wheel(int direction) => MoveTo(_cursor + direction * WheelRows);

    /// <summary>Moves the cursor to the row at a point of the screen.</summary>
    /// <returns>False if there is no row.</returns>
    public bool MoveTo(Point point)
    {
        var row = _top + point.Y - _rows.Y;
        if (_table is not { } table || !_rows.Contains(point) || row >= table.Count)
            return false;
        MoveTo(row);
        return true;
    }

    /// <summary>The column whose header is at a point of the screen; null if there is none.</summary>
    public Column? HeaderAt(Point point) => point.Y != _rows.Y - 1
        ? null
        : _layout.Columns.Where(placed => point.X - _rows.X >= placed.Left && point.X - _rows.X <= placed.Left + placed.Width)
            .Select(placed => placed.Column).FirstOrDefault();

    /// <summary>Finds the cursor's row again in a table that may be another one, or otherwise sorted.</summary>
    public void Follow(Table table)
    {
        if (!ReferenceEquals(table, _table) && _cursorKey is { } key && table.IndexOf(key) is >= 0 and var found)
            _cursor = found;
        _table = table;
        _cursor = Math.Clamp(_cursor, 0, Math.Max(0, table.Count - 1));
        Reveal();
    }

    /// <summary>Draws the table.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="area">The pane's cells.</param>
    /// <param name="kind">How it is set off.</param>
    /// <param name="view">What to show.</param>
    /// <param name="table">Which of its tables.</param>
    /// <param name="whenNothing">What to say instead of rows; null to show them.</param>
    public void Draw(Canvas canvas, Rectangle area, FrameKind kind, AppView view, Table table, string? whenNothing)
    {
        var isActive = view.State.Grid == table.Grid;
        var title = PaneTitle.Of(view.State, table);
        var isTyping = view.State.IsFiltering && isActive;
        var inside = Frame.Draw(canvas, area, kind, isActive,
            [
                (title.Name, isActive ? Style.ActiveTitle : Style.PaneTitle),
                (Fit.Start(title.Filter, WidestFilter) + (isTyping ? "█" : ""), Style.Filter),
                (title.Marked, Style.Filter),
                .. title.Sums.Select(sum => (sum, Style.PaneTitle)),
            ]);
        // One cell on each side: for the eye, and for the signs that there are more columns.
        inside = new Rectangle(inside.X + 1, inside.Y, inside.Width - 2, inside.Height);

        _rows = new Rectangle(inside.X, inside.Y + 1, inside.Width, Math.Max(0, inside.Height - 1));
        Follow(table);
        _layout = GridLayout.Place(table.Grid, view.State.SettingsOf(table.Grid), table.Unit, inside.Width, _scrolled);
        DrawHeader(canvas, inside, table);

        if (whenNothing is null && table.Count == 0)
            whenNothing = table.Filter.Length > 0 ? $"No row contains “{table.Filter}”. Esc clears the filter." : table.Grid.WhenEmpty;
        if (whenNothing is not null)
        {
            var y = inside.Y + 2;
            foreach (var line in Fit.Wrap(whenNothing, Math.Max(10, inside.Width - 4)))
                if (y < inside.Bottom)
                    canvas.Text(inside.X + 2, y++, line, Style.Normal, inside.Width - 4);
            return;
        }
        for (var y = 0; y < _rows.Height && _top + y < table.Count; y++)
            DrawRow(canvas, _rows.Y + y, table, _top + y, isActive, view.State.Marked.Contains(table.KeyOf(_top + y)));
    }

    private void MoveTo(int row)
    {
        if (_table is not { Count: > 0 } table)
            return;
        _cursor = Math.Clamp(row, 0, table.Count - 1);
        _cursorKey = table.KeyOf(_cursor);
        Reveal();
    }

    /// <summary>Scrolls as little as it takes to have the cursor on the screen, and no further than the rows go.</summary>
    private void Reveal()
    {
        // A pane that has not been drawn yet, or has no room, counts as one of a single line.
        var height = Math.Max(1, _rows.Height);
        _top = Math.Clamp(_top, Math.Max(0, _cursor - height + 1), _cursor);
        _top = Math.Clamp(_top, 0, Math.Max(0, (_table?.Count ?? 0) - height));
    }

    private void DrawHeader(Canvas canvas, Rectangle inside, Table table)
    {
        foreach (var (column, left, width) in _layout.Columns)
        {
            var isSorted = column.Header == table.SortedBy;
            var style = isSorted ? Style.SortedHeader : Style.Header;
            var x = inside.X + left;
            if (column.Kind == CellKind.Text)
                x = canvas.Text(x, inside.Y, column.Header, style, width);
            else
                canvas.TextRight(x += width, inside.Y, column.Header, style);
            if (isSorted)
                canvas.Text(x, inside.Y, table.Descends ? "▼" : "▲", style);
        }
        // Columns that are switched on and have no room are to be reached with the arrow keys.
        if (_scrolled > 0)
            canvas.Text(inside.X - 1, inside.Y, "‹", Style.ActiveTitle);
        if (_layout.HasMore)
            canvas.Text(inside.Right, inside.Y, "›", Style.ActiveTitle);
    }

    private void DrawRow(Canvas canvas, int y, Table table, int row, bool isActive, bool isMarked)
    {
        var faint = table.IsFaint(row);
        var struck = table.IsStruck(row);
        foreach (var (column, left, width) in _layout.Columns)
        {
            var text = table.Cell(row, column);
            var trend = table.Trend(row, column);
            var style = struck ? Style.Struck : trend > 0 ? Style.Grown : trend < 0 ? Style.Shrunk
                : faint || (column.Kind != CellKind.Text && text is "0" or ByteSize.Unknown) ? Style.Faint : Style.Normal;
            if (column.Kind == CellKind.Text)
                canvas.Text(_rows.X + left, y, column.IsCutAtEnd ? Fit.End(text, width) : Fit.Middle(text, width), style, width);
            else
                canvas.TextRight(_rows.X + left + width, y, text, style);
            if (trend != 0 && !struck)
                canvas.Text(_rows.X + left + width, y, trend > 0 ? "+" : "−", style);
        }
        if (isMarked || struck)
            canvas.Text(_rows.X - 1, y, isMarked ? "*" : "×", isMarked ? Style.Filter : Style.Faint);
        if (row == _cursor)
            canvas.Restyle(_rows.X, y, _rows.Width, isActive ? Style.Cursor : Style.IdleCursor);
    }
}
