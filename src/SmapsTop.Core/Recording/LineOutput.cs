using SmapsTop.Core.Proc;

namespace SmapsTop.Core.Recording;

/// <summary>Writes lines that whoever reads them has at once. The framework's own standard output does not say that its reader has gone.</summary>
/// <param name="file">The descriptor they go to; by itself standard output.</param>
public sealed class LineOutput(int file = 1) : IDisposable
{
    private readonly MemoryStream _line = new();

    /// <summary>True once a line found no reader any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Writes a line.</summary>
    /// <param name="write">Writes it, with its newline.</param>
    /// <returns>Null, or what is the matter in the words of a sentence's end.</returns>
    public string? Write(Action<Stream> write)
    {
        _line.SetLength(0);
        write(_line);
        var answer = KernelOutput.Write(file, _line.GetBuffer().AsSpan(0, (int)_line.Length));
        IsClosed = answer == Errno.BrokenPipe;
        return answer == Errno.None ? null : KernelOutput.WordOf(answer);
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();
}
