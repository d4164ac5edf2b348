namespace SmapsTop.Core.Smaps;

/// <summary>
/// What a header line names: a file's path, a pseudo path such as <c>[heap]</c>, or nothing. The raw bytes are the identity,
/// for two different files can look the same once made printable; the text is for people.
/// </summary>
public sealed class MappingName : IEquatable<MappingName>
{
    /// <summary>Made printable, a byte can become four characters. Names are short; a target that has thousands of long ones must not fill our memory with them.</summary>
    private const int LongestKept = 512;

    private readonly byte[] _bytes;
    private string? _text;

    /// <summary>Wraps the bytes after the inode's padding, as the kernel printed them.</summary>
    public MappingName(ReadOnlySpan<byte> bytes) => _bytes = bytes.ToArray();

    /// <summary>The name of a mapping that has none.</summary>
    public static MappingName None { get; } = new([]);

    /// <summary>The raw bytes, in which only a newline is escaped, by the kernel, as <c>\012</c>.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The name made safe to print.</summary>
    public string Text => _text ?? (_bytes.Length > LongestKept ? Printable.From(_bytes) : _text = Printable.From(_bytes));

    /// <summary>True if there is no name.</summary>
    public bool IsEmpty => _bytes.Length == 0;

    /// <summary>True if the name is a path. A file that is really called <c>[heap]</c> has one, the heap has not.</summary>
    public bool IsPath => _bytes.Length > 0 && _bytes[0] == '/';

    /// <inheritdoc/>
    public bool Equals(MappingName? other) =>
        ReferenceEquals(this, other) || (other is not null && Bytes.SequenceEqual(other.Bytes));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MappingName);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash(_bytes);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>The hash of raw bytes, by which a name is found before it is made.</summary>
    internal static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
