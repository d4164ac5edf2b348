using System.Globalization;
using System.Runtime.InteropServices;
using SmapsTop.Core.Proc;

namespace SmapsTop.Core.Recording;

/// <summary>Writes by system calls: an error of the disk or the pipe is a value here, and its number says which one it is.</summary>
internal static unsafe partial class KernelOutput
{
    /// <summary>POLLOUT in the upper half of struct pollfd.</summary>
    private const long RoomWanted = 4L << 32;

    /// <summary>Writes all bytes, and waits where there is no room yet.</summary>
    /// <returns>What the kernel answered.</returns>
    public static Errno Write(int file, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (nint done = 0; done < bytes.Length;)
            {
                var count = Write(file, start + done, (nuint)(bytes.Length - done));
                if (count == 0)
                    return Errno.NoSpace;
                if (count < 0 && !MayGoOn(file, (Errno)Marshal.GetLastPInvokeError(), out var answer))
                    return answer;
                done += Math.Max(count, 0);
            }
        }
        return Errno.None;
    }

    /// <summary>An answer in the words of a sentence's end.</summary>
    public static string WordOf(Errno answer) => answer switch
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
        Errno.BrokenPipe => "nobody reads it any more",
        Errno.NotOpen => "it is closed",
        _ => string.Create(CultureInfo.InvariantCulture, $"the kernel answers with error {(int)answer}"),
    };

    private static bool MayGoOn(int file, Errno error, out Errno answer)
    {
        answer = error;
        if (error == Errno.NothingYet)
        {
            var entry = (uint)file | RoomWanted;
            _ = Poll(&entry, 1, -1);
        }
        return error is Errno.Interrupted or Errno.NothingYet;
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int file, byte* bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(long* entries, nuint count, int milliseconds);
}
