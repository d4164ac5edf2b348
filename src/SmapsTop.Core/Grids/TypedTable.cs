using System.Collections.Immutable;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Grids;

/// <summary>A <see cref="Table"/> of rows of a type.</summary>
public sealed class Table<T> : Table
    where T : class
{
    private readonly Grid<T> _grid;
    private readonly AppState _state;
    private readonly Dictionary<string, Column<T>> _columns;
    private readonly ImmutableArray<T> _ordered;
    private readonly ImmutableArray<T> _rows;
    private readonly HashSet<T> _gone;
    private readonly Dictionary<string, long?> _sums;
    private (IReadOnlySet<RowKey>? Which, List<T> Rows, Dictionary<string, long?> Sums) _marked = (null, [], []);

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    internal Table(Grid<T> grid, AppState state, GridSettings settings, TableSource source, Table<T>? before)
    {
        _grid = grid;
        _state = state;
        Source = source;
        Unit = state.Unit;
        SortedBy = settings.SortedBy;
        Descends = settings.Descends;
        Filter = settings.Filter;
        _columns = grid.Typed.ToDictionary(column => column.Header, column => column.For(state));
        // Where only the filter is another, the rows are in order already.
        if (before is not null && before.Source.IsSame(source) && before.SortedBy == SortedBy && before.Descends == Descends)
        {
            (_ordered, _gone, OutOf) = (before._ordered, before._gone, before.OutOf);
        }
        else
        {
            var (there, gone) = (grid.Rows(state), grid.Gone(state));
            OutOf = there.Count;
            _gone = new HashSet<T>(gone, ReferenceEqualityComparer.Instance);
            _ordered = Sorted([.. there, .. gone]);
        }
        _rows = Filtered(_ordered);
        GoneCount = _gone.Count == 0 ? 0 : _rows.Count(_gone.Contains);
        _sums = SumsOf(There);
    }

    /// <inheritdoc/>
    public override Grid Grid => _grid;

    /// <inheritdoc/>
    public override int Count => _rows.Length;

    /// <inheritdoc/>
    public override int GoneCount { get; }

    /// <inheritdoc/>
    public override int OutOf { get; }

    /// <summary>The rows.</summary>
    public ImmutableArray<T> Rows => _rows;

    internal TableSource Source { get; }

    /// <inheritdoc/>
    public override RowKey KeyOf(int row) => _grid.Identify(_rows[row]);

    /// <inheritdoc/>
    public override int CountOf(IReadOnlySet<RowKey> rows) => Marked(rows).Rows.Count;

    /// <inheritdoc/>
    public override int IndexOf(RowKey key)
    {
        for (var i = 0; i < _rows.Length; i++)
            if (_grid.Identify(_rows[i]) == key)
                return i;
        return -1;
    }

    /// <inheritdoc/>
    public override string Cell(int row, Column column) => _columns[column.Header].Cell(_rows[row], Unit);

    /// <inheritdoc/>
    public override long? Number(int row, Column column) =>
        column.Kind == CellKind.Text ? null : _columns[column.Header].Number!(_rows[row]);

    /// <inheritdoc/>
    public override MappingName? BytesOf(int row, Column column) => _columns[column.Header].Bytes?.Invoke(_rows[row]);

    /// <inheritdoc/>
    public override int Trend(int row, Column column)
    {
        if (column.Kind != CellKind.Size)
            return 0;
        var number = _columns[column.Header].Number!;
        return _grid.Earlier(_state, _rows[row]) is { } earlier && !ReferenceEquals(earlier, _rows[row])
            && number(_rows[row]) is { } now && number(earlier) is { } before ? now.CompareTo(before) : 0;
    }

    /// <inheritdoc/>
    public override bool IsFaint(int row) => _grid.IsFaint(_rows[row]);

    /// <inheritdoc/>
    public override bool IsStruck(int row) => _grid.IsStruck(_rows[row]) || _gone.Contains(_rows[row]);

    /// <inheritdoc/>
    public override long? Sum(Column column, IReadOnlySet<RowKey>? which = null)
    {
        var (rows, sums) = which is null ? (null, _sums) : (Marked(which).Rows, Marked(which).Sums);
        return sums.TryGetValue(column.Header, out var sum) ? sum : SumOf(_columns[column.Header], rows ?? There);
    }

    private IEnumerable<T> There => GoneCount == 0 ? _rows : _rows.Where(row => !_gone.Contains(row));

    private ImmutableArray<T> Filtered(ImmutableArray<T> rows)
    {
        if (Filter.Length == 0)
            return rows;
        var searched = _columns.Values.Where(column => column.IsSearched).ToArray();
        return [.. rows.Where(row => Array.Exists(searched, column => column.Cell(row, Unit).Contains(Filter, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Rows with equal keys stay in their natural order, whichever way it is sorted.</summary>
    private ImmutableArray<T> Sorted(T[] rows)
    {
        if (_columns[SortedBy] is not { Number: { } number })
        {
            var text = _columns[SortedBy].Text!;
            return [.. Descends ? rows.OrderByDescending(text, StringComparer.OrdinalIgnoreCase) : rows.OrderBy(text, StringComparer.OrdinalIgnoreCase)];
        }
        var places = new Place[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var key = number(rows[i]) ?? long.MinValue;
            places[i] = new(Descends ? ~key : key, i);
        }
        Array.Sort(places);
        return [.. places.Select(place => rows[place.Row])];
    }

    /// <summary>Sums over some rows, once for each column that has one in the title: a title is drawn far more often than its rows change.</summary>
    private Dictionary<string, long?> SumsOf(IEnumerable<T> rows) =>
        _columns.Values.Where(column => column.IsSummed).ToDictionary(column => column.Header, column => SumOf(column, rows));

    private long? SumOf(Column<T> column, IEnumerable<T> rows)
    {
        long? sum = Count == GoneCount ? 0 : null;
        foreach (var row in rows)
            sum = column.Number!(row) is { } value ? (sum ?? 0) + value : sum;
        return sum;
    }

    private (IReadOnlySet<RowKey>? Which, List<T> Rows, Dictionary<string, long?> Sums) Marked(IReadOnlySet<RowKey> which)
    {
        if (!ReferenceEquals(which, _marked.Which))
        {
            var rows = _rows.Where(row => which.Contains(_grid.Identify(row)) && !_gone.Contains(row)).ToList();
            _marked = (which, rows, SumsOf(rows));
        }
        return _marked;
    }

    /// <summary>A row's place in the order: by its key, then by where it was. Sorting these takes a third of the time that sorting rows by a key does.</summary>
    private readonly record struct Place(long Key, int Row) : IComparable<Place>
    {
        public int CompareTo(Place other) => Key < other.Key ? -1 : Key > other.Key ? 1 : Row.CompareTo(other.Row);
    }
}
