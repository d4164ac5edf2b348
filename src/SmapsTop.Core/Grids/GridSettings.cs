using System.Collections.Immutable;

namespace SmapsTop.Core.Grids;

/// <summary>How the user has arranged a grid.</summary>
/// <param name="SortedBy">Header of the column it is sorted by.</param>
/// <param name="Descends">Whether the largest comes first.</param>
/// <param name="Filter">What rows must contain; empty for all rows.</param>
/// <param name="Hidden">Headers of the columns that are switched off.</param>
/// <param name="Wanted">Headers of the columns that were switched on and come before those that were not.</param>
public sealed record GridSettings(
    string SortedBy, bool Descends, string Filter, ImmutableHashSet<string> Hidden, ImmutableHashSet<string> Wanted)
{
    /// <summary>The settings a grid begins with.</summary>
    public static GridSettings For(Column sortedBy, bool descends) => new(sortedBy.Header, descends, "", [], []);

    /// <summary>Sorts by a column: its own way first, the other way if it is sorted by already.</summary>
    public GridSettings SortBy(Column column) => this with
    {
        SortedBy = column.Header,
        Descends = SortedBy == column.Header ? !Descends : column.DescendsFirst,
    };

    /// <summary>Switches a column off, or on again.</summary>
    public GridSettings Toggle(Column column) => Hidden.Contains(column.Header)
        ? this with { Hidden = Hidden.Remove(column.Header), Wanted = Wanted.Add(column.Header) }
        : this with { Hidden = Hidden.Add(column.Header), Wanted = Wanted.Remove(column.Header) };
}
