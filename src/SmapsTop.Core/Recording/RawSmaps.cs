using System.Buffers;
using System.Buffers.Text;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Recording;

/// <summary>The text of one reading of smaps, and where in it each mapping's record begins. The memory is used again for the next.</summary>
internal sealed class RawSmaps
{
    private readonly List<(int Offset, ulong Start)> _records = [];

    /// <summary>The text.</summary>
    public ArrayBufferWriter<byte> Text { get; } = new();

    /// <summary>How many records there are.</summary>
    public int Count => _records.Count;

    /// <summary>Finds the records.</summary>
    public void Split()
    {
        _records.Clear();
        var text = Text.WrittenSpan;
        for (var offset = 0; offset < text.Length;)
        {
            var rest = text[offset..];
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            if (SmapsHeader.LooksLike(line) && Utf8Parser.TryParse(line, out ulong start, out _, 'x'))
                _records.Add((offset, start));
            offset += line.Length + 1;
        }
    }

    /// <summary>The first address of a record's mapping.</summary>
    public ulong StartOf(int record) => _records[record].Start;

    /// <summary>The text of records that follow each other.</summary>
    public ReadOnlySpan<byte> Records(int first, int count)
    {
        var (from, to) = (OffsetOf(first), OffsetOf(first + count));
        return Text.WrittenSpan[from..to];
    }

    private int OffsetOf(int record) => record == Count ? Text.WrittenCount : _records[record].Offset;
}
