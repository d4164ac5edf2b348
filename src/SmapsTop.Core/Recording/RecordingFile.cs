using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Saved;

namespace SmapsTop.Core.Recording;

/// <summary>
/// The file of a recording: a new one, for its owner alone. By system calls: an error of the disk is a value here, and its number says
/// which one it is.
/// </summary>
public sealed unsafe partial class RecordingFile : IRecordingFile, IDisposable
{
    private const int ReadOnly = 0;
    private const int WriteOnly = 1;
    private const int Create = 0x40;
    private const int Exclusive = 0x80;
    private const int AtTheEnd = 0x400;
    private const int CloseOnExec = 0x80000;

    /// <summary>0600.</summary>
    private const int ForTheOwner = 0x180;

    private readonly int _file;
    private long _length;

    private RecordingFile(int file) => _file = file;

    /// <summary>Makes the file.</summary>
    /// <param name="path">Its name. A link of that name is not followed.</param>
    /// <param name="replaces">Whether it may take the place of a file that is there.</param>
    /// <param name="file">The file, if it could be made.</param>
    /// <param name="problem">What is the matter, in the words of a sentence's end.</param>
    public static bool TryCreate(
        string path, bool replaces, [NotNullWhen(true)] out RecordingFile? file, [NotNullWhen(false)] out string? problem)
    {
        file = null;
        // The old file is removed and not emptied: it may be another's, who could then read the new one.
        if (replaces && FileKinds.Named(path) is FileKind.File && Remove(path) != 0)
        {
            problem = WordOf(LastError());
            return false;
        }
        var descriptor = Open(path, WriteOnly | Create | Exclusive | AtTheEnd | CloseOnExec, ForTheOwner);
        problem = descriptor >= 0 ? null : WhyNot(LastError(), path, replaces);
        if (problem is not null)
            return false;
        SyncFolderOf(path);
        file = new RecordingFile(descriptor);
        return true;
    }

    /// <inheritdoc/>
    public string? Append(ReadOnlySpan<byte> bytes)
    {
        var answer = WriteAll(bytes);
        if (answer == Errno.None && SyncData(_file) != 0)
            answer = LastError();
        if (answer == Errno.None)
        {
            _length += bytes.Length;
            return null;
        }
        // Half a sample is of no use; if it cannot be taken back either, the reader passes over it.
        _ = Cut(_file, _length);
        return WordOf(answer);
    }

    /// <inheritdoc/>
    public void Dispose() => _ = Close(_file);

    private Errno WriteAll(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (nint done = 0; done < bytes.Length;)
            {
                var count = Write(_file, start + done, (nuint)(bytes.Length - done));
                if (count == 0)
                    return Errno.NoSpace;
                if (count < 0 && LastError() != Errno.Interrupted)
                    return LastError();
                done += Math.Max(count, 0);
            }
        }
        return Errno.None;
    }

    /// <summary>So that a power cut does not take the name. Not every disk can do it, and a recording goes on without.</summary>
    private static void SyncFolderOf(string path)
    {
        var folder = Open(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/", ReadOnly | CloseOnExec, 0);
        if (folder < 0)
            return;
        _ = Sync(folder);
        _ = Close(folder);
    }

    private static string WhyNot(Errno answer, string path, bool replaces) => answer != Errno.Exists
        ? WordOf(answer)
        : !replaces
            ? "there is such a file already; choose another name, or --force to replace it"
            : FileKinds.Named(path) is FileKind.Link
                ? "it is a symbolic link, and those are not followed; remove it or choose another name"
                : "it is no regular file; choose another name";

    private static string WordOf(Errno answer) => answer switch
    {
        Errno.NoSpace => "no space is left on the disk",
        Errno.OverQuota => "the disk quota is used up",
        Errno.TooLarge => "the file has reached the largest size it may have (ulimit -f)",
        Errno.InputOutput => "the disk gives an error",
        Errno.ReadOnlyDisk => "the disk is mounted read-only",
        Errno.AccessDenied or Errno.NotPermitted => "writing there is not allowed",
        Errno.NoSuchFile => "there is no such folder",
        Errno.NoFolder => "a part of its name is no folder",
        Errno.NameTooLong => "the name is too long",
        Errno.TooManyLinks => "a part of its name is a circle of symbolic links",
        Errno.IsAFolder => "it is a folder",
        _ => string.Create(CultureInfo.InvariantCulture, $"the kernel answers with error {(int)answer}"),
    };

    private static Errno LastError() => (Errno)Marshal.GetLastPInvokeError();

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int file, byte* bytes, nuint count);

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
