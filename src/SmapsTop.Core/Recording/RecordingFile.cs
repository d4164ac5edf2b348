using System.Runtime.InteropServices;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Saved;

namespace SmapsTop.Core.Recording;

/// <summary>
/// The file of a recording: a new one, for its owner alone. By system calls: an error of the disk is a value here, and its number says
/// which one it is.
/// </summary>
public sealed partial class RecordingFile : IRecordingFile, IDisposable
{
    private const int ReadOnly = 0;
    private const int WriteOnly = 1;
    private const int Create = 0x40;
    private const int Exclusive = 0x80;
    private const int AtTheEnd = 0x400;
    private const int CloseOnExec = 0x80000;

    /// <summary>0600.</summary>
    private const int ForTheOwner = 0x180;

    private readonly string _path;
    private readonly bool _replaces;
    private readonly string _orElse;
    private int _file = -1;
    private long _length;

    /// <summary>Says which file it is to be; it is made when there is something to write: who has nothing to record leaves what is there.</summary>
    /// <param name="path">Its name. A link of that name is not followed.</param>
    /// <param name="replaces">Whether it may take the place of a file that is there.</param>
    /// <param name="orElse">What else can be done if there is a file already, besides choosing another name.</param>
    public RecordingFile(string path, bool replaces, string orElse = "") => (_path, _replaces, _orElse) = (path, replaces, orElse);

    /// <inheritdoc/>
    public string? Append(ReadOnlySpan<byte> bytes)
    {
        if (_file < 0 && Make() is { } problem)
            return problem;
        var answer = KernelOutput.Write(_file, bytes);
        if (answer == Errno.None && SyncData(_file) != 0)
            answer = LastError();
        if (answer == Errno.None)
        {
            _length += bytes.Length;
            return null;
        }
        // Half a sample is of no use; if it cannot be taken back either, the reader passes over it.
        _ = Cut(_file, _length);
        if (_length == 0)
            _ = Remove(_path);
        return KernelOutput.WordOf(answer);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_file >= 0)
            _ = Close(_file);
    }

    private string? Make()
    {
        // The old file is removed and not emptied: it may be another's, who could then read the new one.
        if (_replaces && FileKinds.Named(_path) is FileKind.File && Remove(_path) != 0)
            return KernelOutput.WordOf(LastError());
        _file = Open(_path, WriteOnly | Create | Exclusive | AtTheEnd | CloseOnExec, ForTheOwner);
        if (_file < 0)
            return WhyNot(LastError());
        SyncFolder();
        return null;
    }

    /// <summary>So that a power cut does not take the name. Not every disk can do it, and a recording goes on without.</summary>
    private void SyncFolder()
    {
        var folder = Open(Path.GetDirectoryName(Path.GetFullPath(_path)) ?? "/", ReadOnly | CloseOnExec, 0);
        if (folder < 0)
            return;
        _ = Sync(folder);
        _ = Close(folder);
    }

    private string WhyNot(Errno answer) => answer != Errno.Exists
        ? KernelOutput.WordOf(answer)
        : !_replaces
            ? "there is such a file already; choose another name" + _orElse
            : FileKinds.Named(_path) is FileKind.Link
                ? "it is a symbolic link, and those are not followed; remove it or choose another name"
                : "it is no regular file; choose another name";

    private static Errno LastError() => (Errno)Marshal.GetLastPInvokeError();

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int SyncData(int file);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "ftruncate")]
    private static partial int Cut(int file, long length);

    [LibraryImport("libc", EntryPoint = "unlink", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Remove(string path);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
