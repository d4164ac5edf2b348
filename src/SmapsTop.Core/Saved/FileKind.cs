using System.Runtime.InteropServices;

namespace SmapsTop.Core.Saved;

/// <summary>What a file is.</summary>
internal enum FileKind
{
    /// <summary>A regular file, or one that the kernel makes as it is read.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A pipe or a socket: it comes to an end when its writers have gone.</summary>
    Pipe,

    /// <summary>A device: it may have no end.</summary>
    Device,

    /// <summary>A symbolic link.</summary>
    Link,
}

/// <summary>Asks the kernel what a file is.</summary>
internal static unsafe partial class FileKinds
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint WantsType = 1;
    private const int StatxSize = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;

    /// <summary>What the file with a descriptor is.</summary>
    public static FileKind Of(int file) => Ask(file, "", EmptyPath) ?? FileKind.File;

    /// <summary>What a name leads to, through links; null if nothing is there, as far as can be seen.</summary>
    public static FileKind? At(string path) => Ask(CurrentFolder, path, 0);

    /// <summary>What stands under a name, a link not followed; null if nothing does, as far as can be seen.</summary>
    public static FileKind? Named(string path) => Ask(CurrentFolder, path, NoFollow);

    private static FileKind? Ask(int folder, string path, int flags)
    {
        // struct statx is the same on every architecture, unlike struct stat.
        var answer = stackalloc byte[StatxSize];
        if (Statx(folder, path, flags, WantsType, answer) != 0)
            return null;
        return (*(ushort*)(answer + ModeOffset) & TypeMask) switch
        {
            0xA000 => FileKind.Link,
            0x4000 => FileKind.Folder,
            0x1000 or 0xC000 => FileKind.Pipe,
            0x2000 or 0x6000 => FileKind.Device,
            _ => FileKind.File,
        };
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint wanted, byte* answer);
}
