using System.Buffers;
using System.Text;

namespace SmapsTop.Core.Recording;

/// <summary>Writes numbers in as few bytes as they need, seven bits in each, and text with its length before it.</summary>
internal sealed class FieldWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What was written since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Number(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    /// <summary>A number that is never negative.</summary>
    public void Number(long value) => Number((ulong)value);

    /// <summary>A number that is never negative and may be unknown.</summary>
    public void Optional(long? value) => Number(value is { } known ? (ulong)known + 1 : 0);

    public void Text(string text)
    {
        Number(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _bytes);
    }

    public void Time(DateTimeOffset time)
    {
        Number(time.UtcTicks);
        Number((ulong)(time.TotalOffsetMinutes + FieldReader.MostOffsetMinutes));
    }

    private void Byte(byte value) => _bytes.Write([value]);
}
