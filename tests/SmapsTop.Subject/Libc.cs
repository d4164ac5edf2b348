using System.Runtime.InteropServices;

namespace SmapsTop.Subject;

/// <summary>The system calls that make mappings.</summary>
internal static unsafe partial class Libc
{
    public const int NoAccess = 0;
    public const int Read = 1;
    public const int Write = 2;
    public const int Execute = 4;

    public const int Shared = 1;
    public const int Private = 2;
    public const int AnonymousMemory = 0x20;

    /// <summary>MADV_DONTNEED.</summary>
    public const int NotNeeded = 4;

    public const int ReadWrite = 2;
    public const int Create = 0x40;

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial void* Map(void* where, nuint size, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    public static partial int Unmap(void* where, nuint size);

    [LibraryImport("libc", EntryPoint = "madvise")]
    public static partial int Advise(void* where, nuint size, int advice);

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true)]
    public static partial int CreateMemory(byte* name, uint flags);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    public static partial int Open(byte* path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    public static partial int Resize(int file, nint size);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "execve", SetLastError = true)]
    public static partial int Replace(byte* path, byte** arguments, byte** environment);
}
