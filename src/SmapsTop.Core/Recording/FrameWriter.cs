using System.Buffers;
using System.IO.Compression;

namespace SmapsTop.Core.Recording;

/// <summary>Packs what belongs into a frame. The memory is used again for the next.</summary>
internal sealed class FrameWriter : IDisposable
{
    /// <summary>Of the qualities that look back at earlier samples, one that costs little: a higher one gains next to nothing.</summary>
    private const int Quality = 4;

    /// <summary>The most that is looked back, as a power of two of bytes: several samples of most processes.</summary>
    private const int Window = 22;

    private BrotliEncoder _encoder;
    private byte[] _frame = new byte[4096];
    private int _start;
    private int _length;

    /// <summary>Begins a frame.</summary>
    /// <param name="prefix">What stands before it.</param>
    public void Begin(ReadOnlySpan<byte> prefix)
    {
        _start = prefix.Length;
        _length = prefix.Length + FrameHeader.Size;
        prefix.CopyTo(_frame);
    }

    /// <summary>Forgets what was packed: what follows needs nothing of it.</summary>
    public void Restart()
    {
        _encoder.Dispose();
        _encoder = new BrotliEncoder(Quality, Window);
    }

    /// <summary>Adds bytes as they are.</summary>
    public void AddPlain(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_frame.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Packs bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            _encoder.Compress(bytes, Reserve(1), out var used, out var written, isFinalBlock: false);
            bytes = bytes[used..];
            _length += written;
        }
    }

    /// <summary>Ends the frame: all that was packed is in it.</summary>
    /// <returns>The prefix and the frame; empty if that is more than a frame may hold.</returns>
    public ReadOnlySpan<byte> End(FrameKind kind, uint number)
    {
        OperationStatus status;
        do
        {
            status = kind == FrameKind.End ? OperationStatus.Done : Flush();
        }
        while (status == OperationStatus.DestinationTooSmall);
        var content = _frame.AsSpan((_start + FrameHeader.Size).._length);
        if (content.Length > FrameHeader.LongestContent)
            return [];
        FrameHeader.Of(kind, number, content).Write(_frame.AsSpan(_start));
        return _frame.AsSpan(0, _length);
    }

    /// <inheritdoc/>
    public void Dispose() => _encoder.Dispose();

    private OperationStatus Flush()
    {
        var status = _encoder.Flush(Reserve(1), out var written);
        _length += written;
        return status;
    }

    /// <summary>The room behind what is there, at least as much as asked for.</summary>
    private Span<byte> Reserve(int count)
    {
        if (_frame.Length - _length < count)
            Array.Resize(ref _frame, Math.Max(2 * _frame.Length, _length + count));
        return _frame.AsSpan(_length);
    }
}
