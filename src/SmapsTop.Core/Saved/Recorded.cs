using Microsoft.Win32.SafeHandles;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Recording;

namespace SmapsTop.Core.Saved;

/// <summary>Tells recordings from other files, by their first bytes.</summary>
internal static class Recorded
{
    private const int BytesToTell = 64;

    /// <summary>Opens a file if it is a recording.</summary>
    /// <param name="path">Where it is.</param>
    /// <returns>The recording, or what is the matter with it; nothing if it is something else, or is not there.</returns>
    public static (RecordingReader? Reader, Trouble? Trouble) Open(string path)
    {
        // A pipe is not even opened: its writer would take the second opening, which reads it, for a reader that has gone.
        if (FileKinds.At(path) != FileKind.File || KernelFile.Open(path) is not (>= 0 and var file))
            return (null, null);
        var handle = new SafeFileHandle(file, ownsHandle: true);
        if (FileKinds.Of(file) != FileKind.File || !IsRecording(handle))
        {
            handle.Dispose();
            return (null, null);
        }
        return RecordingReader.TryOpen(new FileStream(handle, FileAccess.Read), path, out var reader, out var problem)
            ? (reader, null)
            : (null, new Trouble(TroubleKind.NotSmaps, problem));
    }

    /// <summary>A sample of a recording that is not to be read further.</summary>
    /// <param name="reader">The recording, at its beginning; it is closed.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="isFirst">Whether the first sample is wanted; else the last one.</param>
    /// <returns>The sample; what is the matter if there is none, or if not all of the recording could be read.</returns>
    public static (Sample? Sample, Trouble? Trouble) One(RecordingReader reader, string path, bool isFirst)
    {
        using (reader)
        {
            Sample? found = null;
            while (reader.TryRead(out var sample))
            {
                found = sample;
                if (isFirst)
                    break;
            }
            return found is null ? (null, Empty(reader, path))
                : (found, reader.Damage is { } damage ? new(TroubleKind.NotSmaps, damage.Sentence(path, reader.Count)) : null);
        }
    }

    /// <summary>What to say of a recording without samples.</summary>
    public static Trouble Empty(RecordingReader reader, string path) =>
        new(TroubleKind.NotSmaps, (reader.Damage?.Sentence(path, 0) ?? $"{Smaps.Printable.From(path)} holds no sample.") + " Record it again.");

    private static bool IsRecording(SafeFileHandle handle)
    {
        Span<byte> first = stackalloc byte[BytesToTell];
        try
        {
            return RecordingReader.LooksLike(first[..RandomAccess.Read(handle, first, 0)]);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Then it is no file that can be read from the middle on; what it is instead, its reader says.
            return false;
        }
    }
}
