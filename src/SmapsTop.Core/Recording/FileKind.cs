using System.Runtime.InteropServices;

namespace SmapsTop.Core.Recording;

/// <summary>What stands under a name, links not followed.</summary>
internal enum FileKind
{
    /// <summary>Nothing, as far as can be seen.</summary>
    Nothing,

    /// <summary>A regular file.</summary>
    Regular,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>A folder, a device, a pipe, a socket.</summary>
    Other,
}

/// <summary>Asks the kernel for it.</summary>
internal static unsafe partial class FileKinds
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint TypeWanted = 1;

    /// <summary>The size of struct statx, and where in it the mode stands: the same on every machine.</summary>
    private const int StatxSize = 256;
    private const int ModeOffset = 28;

    public static FileKind Of(string path)
    {
        var statx = stackalloc byte[StatxSize];
        if (Statx(CurrentFolder, path, NoFollow, TypeWanted, statx) != 0)
            return FileKind.Nothing;
        return (*(ushort*)(statx + ModeOffset) & 0xf000) switch
        {
            0x8000 => FileKind.Regular,
            0xa000 => FileKind.Link,
            _ => FileKind.Other,
        };
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, byte* result);
}
