using System.Buffers.Binary;
using System.Numerics;

namespace SmapsTop.Core.Recording;

/// <summary>What a frame holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>A sample that needs no other.</summary>
    Full = 1,

    /// <summary>A sample that says what differs from the one before.</summary>
    Next = 2,

    /// <summary>Why nothing follows.</summary>
    End = 3,
}

/// <summary>
/// What stands before the content of a frame. It has a checksum of its own, so that a length is believed only if it is what was written:
/// then a damaged file is read in one go, whatever is in it.
/// </summary>
/// <param name="Kind">What the frame holds.</param>
/// <param name="Number">The number of the sample, from 0; the end has that of the sample that did not come.</param>
/// <param name="Length">How many bytes of content follow.</param>
/// <param name="Checksum">CRC-32C of the content.</param>
internal readonly record struct FrameHeader(FrameKind Kind, uint Number, int Length, uint Checksum)
{
    /// <summary>Bytes that a header takes: mark, kind, number, length, checksum of the content, checksum of the header.</summary>
    public const int Size = 4 + 1 + 4 + 4 + 4 + 4;

    /// <summary>No content is longer; that is room for any process there is.</summary>
    public const int LongestContent = 64 << 20;

    /// <summary>What every frame begins with: by it the next one is found after damage. The first byte is in no text.</summary>
    public static ReadOnlySpan<byte> Mark => [0xf5, (byte)'S', (byte)'M', (byte)'P'];

    /// <summary>The header of a content.</summary>
    public static FrameHeader Of(FrameKind kind, uint number, ReadOnlySpan<byte> content) => new(kind, number, content.Length, Sum(content));

    /// <summary>Writes the header into the first <see cref="Size"/> bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        Mark.CopyTo(bytes);
        bytes[4] = (byte)Kind;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[5..], Number);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[9..], Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[13..], Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[17..], Sum(bytes[..17]));
    }

    /// <summary>Reads a header from the first <see cref="Size"/> bytes.</summary>
    /// <returns>False if they are none.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out FrameHeader header)
    {
        header = new FrameHeader(
            (FrameKind)bytes[4], BinaryPrimitives.ReadUInt32LittleEndian(bytes[5..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[9..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[13..]));
        return bytes.StartsWith(Mark) && header.Length is >= 0 and <= LongestContent
            && BinaryPrimitives.ReadUInt32LittleEndian(bytes[17..]) == Sum(bytes[..17]);
    }

    /// <summary>True if a content is the one that was written.</summary>
    public bool IsOf(ReadOnlySpan<byte> content) => Sum(content) == Checksum;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var last in bytes)
            sum = BitOperations.Crc32C(sum, last);
        return ~sum;
    }
}
