using System.Buffers;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Proc;

/// <summary>What reading one smaps file gave: a snapshot, an error in its text, the kernel's refusal, or what to say instead.</summary>
internal readonly record struct SmapsResult(
    Snapshot? Snapshot = null, SmapsError? Error = null, Errno Answer = Errno.None, Reading.Unseen? Unseen = null);

/// <summary>Reads a smaps file straight into the parser, a page at a time: its text is whole in memory only for those who ask for it.</summary>
internal sealed class SmapsReader
{
    private readonly SmapsParser _parser = new();

    /// <summary>Reads the file. It is opened anew each time: an open one stays with the program that exec replaces.</summary>
    /// <param name="path">The file.</param>
    /// <param name="before">The reading before it of the same process, or null.</param>
    /// <param name="text">Takes the bytes that were parsed, instead of what it held; null if nobody wants them.</param>
    /// <param name="cancel">Stops the reading between two pieces.</param>
    public SmapsResult Read(string path, Snapshot? before, ArrayBufferWriter<byte>? text, CancellationToken cancel)
    {
        _parser.Begin(before);
        text?.ResetWrittenCount();
        var answer = KernelFile.Read(path, bytes =>
        {
            cancel.ThrowIfCancellationRequested();
            _parser.Feed(bytes);
            text?.Write(bytes);
            return true;
        });
        if (answer != Errno.None)
            return new SmapsResult(Answer: answer);
        if (!_parser.TryEnd(out var snapshot, out var error))
            return new SmapsResult(Error: error);
        // Who takes the text counts on a record for each mapping.
        if (text is not null && _parser.HasDropped)
        {
            using var anew = new MemoryStream();
            SmapsWriter.Write(anew, snapshot);
            text.ResetWrittenCount();
            text.Write(anew.GetBuffer().AsSpan(0, (int)anew.Length));
        }
        return new SmapsResult(snapshot);
    }
}
