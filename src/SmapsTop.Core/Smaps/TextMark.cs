using System.IO.Hashing;

namespace SmapsTop.Core.Smaps;

/// <summary>What is kept of a record's text, to know it again without reading it. <c>default</c> is that of no text.</summary>
/// <param name="Length">How many bytes the text has, from its header to the end of its last line.</param>
/// <param name="Lines">How many lines.</param>
/// <param name="LastField">Which field came last: see <see cref="SmapsRecord.LastField"/>.</param>
/// <param name="Hash">Of the bytes; two texts of one mapping with the same one are less likely than a broken memory.</param>
internal readonly record struct TextMark(int Length, int Lines, uint LastField, ulong Hash)
{
    /// <summary>Nobody who chooses a text knows what its hash will be.</summary>
    private static readonly long Seed = Random.Shared.NextInt64();

    /// <summary>The mark of a text.</summary>
    public static TextMark Of(ReadOnlySpan<byte> text, int lines, uint lastField) => new(text.Length, lines, lastField, XxHash3.HashToUInt64(text, Seed));

    /// <summary>True if bytes begin with this text and there are more of them.</summary>
    public bool IsOf(ReadOnlySpan<byte> bytes) => Length > 0 && bytes.Length > Length && XxHash3.HashToUInt64(bytes[..Length], Seed) == Hash;
}
