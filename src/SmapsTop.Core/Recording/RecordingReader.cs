using System.Diagnostics.CodeAnalysis;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Recording;

/// <summary>
/// Reads a recording from its beginning to its end, one sample after the other; only the last is held. Whatever is in the file, what is
/// good is read and the rest is told: a recording that was cut off ends before the sample that is not whole.
/// </summary>
public sealed class RecordingReader : IDisposable
{
    private readonly Stream _stream;
    private readonly LostBytes _lost = new();
    private readonly FrameReader _frames;
    private readonly SampleReader _samples = new();

    private RecordingReader(Stream stream, int position)
    {
        _stream = stream;
        _frames = new FrameReader(stream, position, _lost);
    }

    /// <summary>How many samples were read.</summary>
    public long Count { get; private set; }

    /// <summary>The time from one look to the next, as of the sample that was read last; 0 before the first.</summary>
    public TimeSpan Interval => _samples.Interval;

    /// <summary>Why the recording ends, once it was read to its end; null if it was cut off.</summary>
    public RecordingEnd? End { get; private set; }

    /// <summary>What could not be read up to here; null if nothing was lost. Known as a whole once there is no further sample.</summary>
    public RecordingDamage? Damage => _lost.And(_frames.Position, IsAtEnd ? _frames.Rest : 0);

    private bool IsAtEnd { get; set; }

    /// <summary>True if a file that begins with these bytes is a recording, of this version or another.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> bytes) => bytes.StartsWith(RecordingFormat.AnyFirstLine);

    /// <summary>Opens a recording.</summary>
    /// <param name="stream">Its bytes, from the first on; the reader closes it.</param>
    /// <param name="file">What it is called.</param>
    /// <param name="reader">The reader, if it is a recording.</param>
    /// <param name="problem">A sentence that says why it is none.</param>
    public static bool TryOpen(
        Stream stream, string file, [NotNullWhen(true)] out RecordingReader? reader, [NotNullWhen(false)] out string? problem)
    {
        var line = new byte[RecordingFormat.FirstLine.Length];
        var length = stream.ReadAtLeast(line, line.Length, throwOnEndOfStream: false);
        problem = line.AsSpan().SequenceEqual(RecordingFormat.FirstLine) ? null : $"{Printable.From(file)} {WhyNone(line.AsSpan(0, length))}";
        reader = problem is null ? new RecordingReader(stream, line.Length) : null;
        if (reader is null)
            stream.Dispose();
        return reader is not null;
    }

    /// <summary>Reads the next sample. A recording that is still written can be asked again later.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryRead([NotNullWhen(true)] out Sample? sample)
    {
        IsAtEnd = false;
        while (_frames.TryNext(out var frame))
        {
            sample = null;
            if (frame.Header.Kind == FrameKind.End)
                End = RecordingEnd.Read(frame.Content.Span);
            else
                sample = _samples.Read(frame);
            if (sample is null && frame.Header.Kind != FrameKind.End)
            {
                _lost.Lose(frame.Start, frame.Size);
                continue;
            }
            _lost.Keep(_frames.Position);
            if (sample is null)
                continue;
            Count++;
            return true;
        }
        IsAtEnd = true;
        sample = null;
        return false;
    }

    /// <summary>The samples that were not read yet, read one by one as they are asked for.</summary>
    public IEnumerable<Sample> Rest()
    {
        while (TryRead(out var sample))
            yield return sample;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _samples.Dispose();
        _stream.Dispose();
    }

    private static string WhyNone(ReadOnlySpan<byte> line)
    {
        if (line.Length < RecordingFormat.FirstLine.Length && RecordingFormat.FirstLine.StartsWith(line))
            return line.IsEmpty ? "is empty: it holds no recording." : $"is cut off at byte {line.Length}, before the first sample of the recording.";
        return LooksLike(line)
            ? "was recorded by a newer smapstop; that one can open it."
            : "is no recording of smapstop: byte 0 is not what one begins with.";
    }
}
