namespace SmapsTop.Core.Smaps;

/// <summary>The beginning of a line whose end has not been read yet.</summary>
internal sealed class CutLine
{
    /// <summary>A line longer than any path and field, in bytes: a kernel prints none, so the text is something else.</summary>
    private const int Longest = 64 * 1024;

    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>True if no line is cut.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Forgets it.</summary>
    public void Clear() => _length = 0;

    /// <summary>True if the line is still none that is too long with so many bytes more.</summary>
    public bool HasRoomFor(int count) => _length + count <= Longest;

    /// <summary>Takes what comes next of it.</summary>
    public void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length)
            Array.Resize(ref _bytes, Longest);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>The whole line, which is valid until more is kept.</summary>
    /// <param name="rest">Its last bytes.</param>
    public ReadOnlySpan<byte> End(ReadOnlySpan<byte> rest)
    {
        Keep(rest);
        var line = _bytes.AsSpan(0, _length);
        Clear();
        return line;
    }
}
