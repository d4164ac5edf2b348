namespace SmapsTop.Core.Recording;

/// <summary>Counts what of a recording could not be read.</summary>
internal sealed class LostBytes
{
    private long? _first;
    private long _count;
    private long _good;

    /// <summary>Bytes are lost.</summary>
    /// <param name="from">Where in the file they begin.</param>
    /// <param name="count">How many they are.</param>
    public void Lose(long from, long count)
    {
        _first ??= from;
        _count += count;
    }

    /// <summary>Everything is good that ends at a place in the file and was not called lost.</summary>
    public void Keep(long until) => _good = until;

    /// <summary>The damage; null if there is none.</summary>
    /// <param name="end">Where in the file a rest begins of which nothing can be made.</param>
    /// <param name="rest">How many bytes that is.</param>
    public RecordingDamage? And(long end, long rest)
    {
        if (_first is null && rest == 0)
            return null;
        var first = _first ?? end;
        return new RecordingDamage(first, _count + rest, IsTail: first >= _good);
    }
}
