using System.Runtime.CompilerServices;
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
    private const int BufferSize = 64 * 1024;

    /// <summary>The kernel gives no more of smaps at a time; with this much room left a record is not torn.</summary>
    private const int MostAtATime = 16 * 1024;

    /// <summary>What is read whole is small; in a saved folder it may be anything, an endless device too.</summary>
    private const int MostBytes = 16 << 20;

    /// <summary>Takes the bytes as they are read; false stops the reading.</summary>
    public delegate bool Sink(ReadOnlySpan<byte> bytes);

    /// <summary>Reads a file from its beginning to its end, in the pieces the kernel gives. Never waits for what is not there yet.</summary>
    /// <returns>What the kernel answered.</returns>
    public static Errno Read(string path, Sink sink)
    {
        if (Open(path) is not (>= 0 and var file))
            return LastError();
        try
        {
            return Read(file, sink);
        }
        finally
        {
            _ = Close(file);
        }
    }

    /// <summary>Reads what is left of an open file, in the pieces the kernel gives or a few of them together.</summary>
    /// <param name="file">Its descriptor.</param>
    /// <param name="sink">Takes the pieces.</param>
    /// <param name="waits">Whether to wait for what a writer has not written yet, as long as a pipe has one.</param>
    /// <returns>What the kernel answered.</returns>
    [SkipLocalsInit]
    public static Errno Read(int file, Sink sink, bool waits = false)
    {
        // The kernel gives about one page of smaps at a time, whatever the size of the buffer. A few are gathered: kernel and
        // parser drive each other out of the processor's caches at every change between them.
        var buffer = stackalloc byte[BufferSize];
        var filled = 0;
        while (true)
        {
            var count = Read(file, buffer + filled, (nuint)(BufferSize - filled));
            if (count < 0 && (LastError() == Errno.Interrupted || (waits && LastError() == Errno.NothingYet && Wait(file))))
                continue;
            if (count < 0)
                return LastError();
            filled += (int)count;
            if (count > 0 && !waits && filled <= BufferSize - MostAtATime)
                continue;
            if (filled > 0 && !sink(new ReadOnlySpan<byte>(buffer, filled)))
                return Errno.None;
            if (count == 0)
                return Errno.None;
            filled = 0;
        }
    }

    /// <summary>Opens a file for reading; a pipe without a writer is not waited for.</summary>
    /// <returns>Its descriptor, or -1; then <see cref="LastError"/> says why.</returns>
    public static int Open(string path) => Open(path, ReadOnly | CloseOnExec | NonBlocking);

    /// <summary>What the kernel answered to the last call that failed.</summary>
    public static Errno LastError() => (Errno)Marshal.GetLastPInvokeError();

    /// <summary>Closes a file.</summary>
    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int file);

    /// <summary>Reads a small file whole.</summary>
    /// <returns>What the kernel answered.</returns>
    public static Errno ReadAll(string path, out byte[] bytes)
    {
        var all = new List<byte>();
        var answer = Read(path, part =>
        {
            all.AddRange(part);
            return all.Count < MostBytes;
        });
        bytes = [.. all];
        return answer;
    }

    /// <summary>Reads a small file as text; what is no UTF-8 becomes a question mark (U+FFFD). Null if it cannot be read.</summary>
    public static string? ReadText(string path) =>
        ReadAll(path, out var bytes) == Errno.None ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>Opens and closes a file, to see whether that is allowed.</summary>
    /// <returns>What the kernel answered.</returns>
    public static Errno TryOpen(string path)
    {
        if (Open(path) is not (>= 0 and var file))
            return LastError();
        _ = Close(file);
        return Errno.None;
    }

    /// <summary>Waits until there is something to read, or the last writer has gone.</summary>
    private static bool Wait(int file)
    {
        // struct pollfd: the file, and in the upper half what is asked for: POLLIN.
        var entry = (long)(uint)file | 1L << 32;
        return Poll(&entry, 1, -1) >= 0 || LastError() == Errno.Interrupted;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int file, byte* buffer, nuint size);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(long* entries, nuint count, int milliseconds);
}
