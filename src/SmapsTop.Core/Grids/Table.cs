using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Grids;

/// <summary>The rows of a grid, filtered and sorted, ready to be shown: only cells that are asked for are written out.</summary>
public abstract class Table
{
    /// <summary>What kind of table it is.</summary>
    public abstract Grid Grid { get; }

    /// <summary>How amounts are written.</summary>
    public required SizeUnit Unit { get; init; }

    /// <summary>Header of the column it is sorted by.</summary>
    public required string SortedBy { get; init; }

    /// <summary>Whether the largest comes first.</summary>
    public required bool Descends { get; init; }

    /// <summary>What all rows contain; empty if nothing is filtered.</summary>
    public required string Filter { get; init; }

    /// <summary>Number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>How many of the rows have just gone; they count in no sum.</summary>
    public abstract int GoneCount { get; }

    /// <summary>Number of rows without the filter.</summary>
    public abstract int OutOf { get; }

    /// <summary>Which row a row is.</summary>
    public abstract RowKey KeyOf(int row);

    /// <summary>How many of some rows are here.</summary>
    public abstract int CountOf(IReadOnlySet<RowKey> rows);

    /// <summary>Where a row is; -1 if it is not here.</summary>
    public abstract int IndexOf(RowKey key);

    /// <summary>A cell as it is shown.</summary>
    public abstract string Cell(int row, Column column);

    /// <summary>A cell's number, exact and in the unit that <see cref="Column.Key"/> names; null if not known, and for text.</summary>
    public abstract long? Number(int row, Column column);

    /// <summary>A cell's name with its bytes; null for a column that holds none.</summary>
    public abstract MappingName? BytesOf(int row, Column column);

    /// <summary>Whether a cell's number has grown (1), shrunk (-1) or not changed (0) since the last sample.</summary>
    public abstract int Trend(int row, Column column);

    /// <summary>True for rows that are shown faintly.</summary>
    public abstract bool IsFaint(int row);

    /// <summary>True for rows of what is there no more.</summary>
    public abstract bool IsStruck(int row);

    /// <summary>The sum of a column over the rows that are there, in kB; null if there are rows and it is known of none.</summary>
    /// <param name="column">The column.</param>
    /// <param name="which">The rows; null for all.</param>
    public abstract long? Sum(Column column, IReadOnlySet<RowKey>? which = null);
}
