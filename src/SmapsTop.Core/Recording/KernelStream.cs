using SmapsTop.Core.Proc;

namespace SmapsTop.Core.Recording;

/// <summary>
/// Writes to an open file by system calls. The framework's own streams of standard output switch the terminal's keypad before the
/// first byte, and do not switch it back. What cannot be written is dropped, and remembered.
/// </summary>
/// <param name="file">The descriptor.</param>
public sealed class KernelStream(int file) : Stream
{
    private Errno _answer;

    /// <summary>What is the matter, in the words of a sentence's end; null if all was written, or if nobody reads it any more.</summary>
    public string? Problem => _answer is Errno.None or Errno.BrokenPipe ? null : KernelOutput.WordOf(_answer);

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_answer == Errno.None)
            _answer = KernelOutput.Write(file, buffer);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // Each write is on its way when it returns.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
