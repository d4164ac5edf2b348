using System.Runtime.InteropServices;
using System.Text;

namespace SmapsTop.Core.Proc;

/// <summary>
/// Reads files of /proc by system calls: an error is a value that the caller looks at, not an exception, for a process that
/// ends or may not be read is an everyday thing.
/// </summary>
internal static unsafe partial class KernelFile
{
    private const int ReadOnly = 0;
    private const int CloseOnExec = 0x80000;
    private const int NonBlocking = 0x800;

    /// <summary>Takes the bytes as they are read; false stops the reading.</summary>
    public delegate bool Sink(ReadOnlySpan<byte> bytes);

    /// <summary>Reads a file from its beginning to its end, in the pieces the kernel gives.</summary>
    /// <returns>What the kernel answered.</returns>
    public static Errno Read(string path, Sink sink)
    {
        var file = Open(path, ReadOnly | CloseOnExec | NonBlocking);
        if (file < 0)
            return LastError();
        try
        {
            // The kernel gives about one page of smaps at a time, whatever the size of the buffer.
            var buffer = stackalloc byte[16 * 1024];
            while (true)
            {
                var count = Read(file, buffer, 16 * 1024);
                if (count < 0 && LastError() == Errno.Interrupted)
                    continue;
                if (count < 0)
                    return LastError();
                if (count == 0 || !sink(new ReadOnlySpan<byte>(buffer, (int)count)))
                    return Errno.None;
            }
        }
        finally
        {
            _ = Close(file);
        }
    }

    /// <summary>Reads a small file whole.</summary>
    /// <returns>What the kernel answered.</returns>
    public static Errno ReadAll(string path, out byte[] bytes)
    {
        var all = new List<byte>();
        var answer = Read(path, part =>
        {
            all.AddRange(part);
            return true;
        });
        bytes = [.. all];
        return answer;
    }

    /// <summary>Reads a small file as text; what is no ASCII becomes a question mark. Null if it cannot be read.</summary>
    public static string? ReadText(string path) =>
        ReadAll(path, out var bytes) == Errno.None ? Encoding.ASCII.GetString(bytes) : null;

    /// <summary>Opens and closes a file, to see whether that is allowed.</summary>
    /// <returns>What the kernel answered.</returns>
    public static Errno TryOpen(string path)
    {
        var file = Open(path, ReadOnly | CloseOnExec | NonBlocking);
        if (file < 0)
            return LastError();
        _ = Close(file);
        return Errno.None;
    }

    private static Errno LastError() => (Errno)Marshal.GetLastPInvokeError();

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int file, byte* buffer, nuint size);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
