namespace SmapsTop.Core.Recording;

/// <summary>A frame that was found.</summary>
/// <param name="Start">Where in the file it begins.</param>
/// <param name="Header">What stands before its content.</param>
/// <param name="Content">The content, as it was written; valid until the next frame is looked for.</param>
internal readonly record struct Frame(long Start, FrameHeader Header, ReadOnlyMemory<byte> Content)
{
    /// <summary>Bytes that it takes in the file.</summary>
    public int Size => FrameHeader.Size + Content.Length;
}

/// <summary>
/// Finds the frames of a recording, front to back, without holding more than one. Bytes that are no frame, or not as they were
/// written, are passed over up to the next one.
/// </summary>
/// <param name="stream">The recording behind its first line.</param>
/// <param name="position">Where in the file that is.</param>
/// <param name="lost">Counts what is passed over.</param>
internal sealed class FrameReader(Stream stream, long position, LostBytes lost)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Where in the file the next frame is looked for.</summary>
    public long Position { get; private set; } = position;

    /// <summary>At the end: how many bytes there are of a frame that is not whole.</summary>
    public int Rest => _end - _start;

    /// <summary>Finds the next frame. At the end it may be asked again, should the file have grown.</summary>
    public bool TryNext(out Frame frame)
    {
        frame = default;
        while (Fill(FrameHeader.Size))
        {
            if (!FrameHeader.TryRead(_buffer.AsSpan(_start), out var header))
            {
                PassOver(1);
                FindMark();
                continue;
            }
            if (!Fill(FrameHeader.Size + header.Length))
                return false;
            var content = _buffer.AsMemory(_start + FrameHeader.Size, header.Length);
            if (!header.IsOf(content.Span))
            {
                PassOver(FrameHeader.Size + header.Length);
                continue;
            }
            frame = new Frame(Position, header, content);
            Advance(frame.Size);
            return true;
        }
        return false;
    }

    private void FindMark()
    {
        do
        {
            var place = _buffer.AsSpan(_start.._end).IndexOf(FrameHeader.Mark);
            PassOver(place >= 0 ? place : Math.Max(0, Rest - FrameHeader.Mark.Length + 1));
            if (place >= 0)
                return;
        }
        while (Fill(FrameHeader.Mark.Length));
    }

    private void PassOver(int count)
    {
        if (count > 0)
            lost.Lose(Position, count);
        Advance(count);
    }

    private void Advance(int count)
    {
        _start += count;
        Position += count;
    }

    /// <summary>Reads until there are so many bytes. The buffer grows with what is there, not with what a length promises.</summary>
    private bool Fill(int count)
    {
        while (Rest < count)
        {
            if (_end == _buffer.Length)
                MakeRoom();
            var read = Read();
            if (read == 0)
                return false;
            _end += read;
        }
        return true;
    }

    private void MakeRoom()
    {
        var bytes = _buffer.AsSpan(_start.._end);
        var buffer = bytes.Length > _buffer.Length / 2 ? new byte[2 * _buffer.Length] : _buffer;
        bytes.CopyTo(buffer);
        (_buffer, _start, _end) = (buffer, 0, bytes.Length);
    }

    private int Read()
    {
        try
        {
            return stream.Read(_buffer.AsSpan(_end));
        }
        catch (IOException)
        {
            // What the disk does not give any more is lost like what is not there.
            return 0;
        }
    }
}
