namespace SmapsTop.Core.Grids;

/// <summary>Which row of a grid is meant, however it is sorted and whatever its numbers are now.</summary>
/// <param name="Number">A mapping's identity, or a process's number.</param>
/// <param name="Start">When the process started; else 0.</param>
/// <param name="Thing">What else tells rows apart; null for nothing.</param>
public readonly record struct RowKey(long Number, ulong Start = 0, object? Thing = null)
{
    /// <summary>True if it is a process that is meant.</summary>
    public bool IsOfProcess => Start != 0;
}
