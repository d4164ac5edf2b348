using System.Runtime.InteropServices;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>The yardstick of a look: the same file read to its end by read() alone, into a buffer that nobody looks at.</summary>
internal static unsafe partial class BareRead
{
    private const int BufferSize = 64 * 1024;

    private static readonly byte* Buffer = (byte*)NativeMemory.AlignedAlloc(BufferSize, 4096);

    /// <summary>Reads a file.</summary>
    /// <returns>How many bytes it has.</returns>
    public static long Of(string path)
    {
        var file = Open(path, 0);
        if (file < 0)
            throw new IOException($"cannot open {path}");
        long total = 0;
        while (Read(file, Buffer, BufferSize) is > 0 and var count)
            total += count;
        _ = Close(file);
        return total;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int file, byte* buffer, nuint size);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
