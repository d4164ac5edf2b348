namespace SmapsTop.Core.Grids;

/// <summary>What a table is made of: as long as these are the same objects, the table is the same.</summary>
/// <param name="Now">What its rows are.</param>
/// <param name="Before">What they were one look earlier.</param>
/// <param name="Since">What they have become since the baseline.</param>
/// <param name="Gone">What has just gone.</param>
public readonly record struct TableSource(object? Now, object? Before = null, object? Since = null, object? Gone = null)
{
    /// <summary>True if both are made of the same objects.</summary>
    public bool IsSame(TableSource other) =>
        ReferenceEquals(Now, other.Now) && ReferenceEquals(Before, other.Before) && ReferenceEquals(Since, other.Since)
        && ReferenceEquals(Gone, other.Gone);
}
