using System.Buffers;
using System.IO.Compression;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Recording;

/// <summary>Unpacks the frames of samples, and makes the samples. Mappings that were as before are the very same objects.</summary>
internal sealed class SampleReader : IDisposable
{
    private readonly ArrayBufferWriter<byte> _unpacked = new();
    private readonly SmapsParser _parser = new();
    private BrotliDecoder _decoder;
    private Snapshot? _before;
    private uint? _number;

    /// <summary>The time from one look to the next.</summary>
    public TimeSpan Interval { get; private set; }

    /// <summary>Makes the sample of a frame.</summary>
    /// <returns>Null if it leans on one that is lost, or is none.</returns>
    public Sample? Read(in Frame frame)
    {
        var isFull = frame.Header.Kind == FrameKind.Full;
        if (!isFull && (frame.Header.Kind != FrameKind.Next || _number + 1 != frame.Header.Number))
            return null;
        _number = null;
        if (isFull)
        {
            _decoder.Dispose();
            _decoder = default;
        }
        if (!Unpack(frame.Content.Span) || Make(isFull) is not { } sample)
            return null;
        _number = frame.Header.Number;
        _before = sample.Snapshot;
        return sample;
    }

    /// <inheritdoc/>
    public void Dispose() => _decoder.Dispose();

    private bool Unpack(ReadOnlySpan<byte> content)
    {
        _unpacked.ResetWrittenCount();
        while (true)
        {
            var room = _unpacked.GetSpan(4096);
            var status = _decoder.Decompress(content, room, out var used, out var written);
            content = content[used..];
            _unpacked.Advance(written);
            if (status is not (OperationStatus.NeedMoreData or OperationStatus.DestinationTooSmall)
                || _unpacked.WrittenCount > RecordingFormat.LongestSample + RecordingFormat.LongestFacts)
                return false;
            // The decoder may have taken everything in and still have more to give than there was room.
            if (written < room.Length)
                return content.IsEmpty;
        }
    }

    private Sample? Make(bool isFull)
    {
        var from = new FieldReader(_unpacked.WrittenSpan);
        var (sample, interval) = SampleFacts.Read(ref from);
        _parser.Begin(_before);
        while (!from.IsAtEnd)
        {
            var (first, same) = (from.Number(int.MaxValue), from.Number(isFull ? 0 : int.MaxValue));
            _parser.Repeat((int)first, (int)same);
            _parser.Feed(from.Bytes());
        }
        if (from.IsBroken || !_parser.TryEnd(out var snapshot, out _))
            return null;
        Interval = interval;
        return sample with { Snapshot = snapshot };
    }
}
