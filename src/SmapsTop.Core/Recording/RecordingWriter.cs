using System.Buffers;
using SmapsTop.Core.Proc;

namespace SmapsTop.Core.Recording;

/// <summary>
/// Writes samples one behind the other, each in one piece. Only what differs from the sample before is written; now and then a sample is
/// written in full, so that damage takes little with it: when those since the last full one have taken as much room as it did.
/// See <see cref="RecordingFormat"/>.
/// </summary>
/// <param name="file">Where they go.</param>
/// <param name="interval">The time from one look to the next.</param>
public sealed class RecordingWriter(IRecordingFile file, TimeSpan interval) : IDisposable
{
    private readonly FrameWriter _frame = new();
    private readonly FieldWriter _fields = new();
    private RawSmaps _before = new();
    private RawSmaps _now = new();
    private bool _mayLean;
    private int _sinceFull;
    private long _fullSize;
    private long _sizeSinceFull;

    /// <summary>Takes the raw text of the next sample's smaps before it is appended.</summary>
    public ArrayBufferWriter<byte> Text => _now.Text;

    /// <summary>How many samples were written.</summary>
    public long Samples { get; private set; }

    /// <summary>How many bytes were written.</summary>
    public long Size { get; private set; }

    /// <summary>Writes a sample whose mappings were read from <see cref="Text"/>.</summary>
    /// <returns>Null, or what is the matter in the words of a sentence's end.</returns>
    public string? Append(Sample sample)
    {
        if (Text.WrittenCount > RecordingFormat.LongestSample)
            return "the process has more mappings than a recording has room for";
        _now.Split();
        // Linux 2.6 prints a mapping twice: then a record's place is not its mapping's, and the next sample cannot point at it.
        var isPlain = _now.Count == sample.Snapshot.Mappings.Length;
        var isFull = !_mayLean || !isPlain || _sinceFull >= RecordingFormat.MostAfterFull
            || (_sinceFull >= RecordingFormat.FewestAfterFull && _sizeSinceFull >= _fullSize);
        // If it cannot be written, what comes next cannot lean on it.
        _mayLean = false;
        var frame = Pack(sample, isFull);
        if (frame.IsEmpty)
            return "the process has more mappings than a recording has room for";
        if (file.Append(frame) is { } problem)
            return problem;

        (_sinceFull, _sizeSinceFull) = isFull ? (0, 0) : (_sinceFull + 1, _sizeSinceFull + frame.Length);
        _fullSize = isFull ? frame.Length : _fullSize;
        _mayLean = isPlain;
        (_before, _now) = (_now, _before);
        Samples++;
        Size += frame.Length;
        return null;
    }

    /// <summary>Writes why no sample follows.</summary>
    /// <returns>Null, or what is the matter in the words of a sentence's end.</returns>
    public string? End(RecordingEnd end)
    {
        _fields.Clear();
        end.Write(_fields);
        _frame.Begin(Prefix);
        _frame.AddPlain(_fields.Bytes);
        var frame = _frame.End(FrameKind.End, (uint)Samples);
        Size += frame.Length;
        return file.Append(frame);
    }

    /// <inheritdoc/>
    public void Dispose() => _frame.Dispose();

    private ReadOnlySpan<byte> Prefix => Size == 0 ? RecordingFormat.FirstLine : [];

    private ReadOnlySpan<byte> Pack(Sample sample, bool isFull)
    {
        _frame.Begin(Prefix);
        if (isFull)
            _frame.Restart();
        _fields.Clear();
        SampleFacts.Write(_fields, sample, interval);
        _frame.Add(_fields.Bytes);
        foreach (var part in isFull ? [new SmapsPart(0, 0, 0, _now.Count)] : SmapsPart.Between(_before, _now))
        {
            var text = _now.Records(part.First, part.New);
            _fields.Clear();
            _fields.Number(part.From);
            _fields.Number(part.Same);
            _fields.Number(text.Length);
            _frame.Add(_fields.Bytes);
            _frame.Add(text);
        }
        return _frame.End(isFull ? FrameKind.Full : FrameKind.Next, (uint)Samples);
    }
}
