using System.Collections.Immutable;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// One record of smaps: a virtual memory area with its numbers. Immutable; a record that did not change between two polls
/// is the same object in both, so that "unchanged" is a comparison of references.
/// </summary>
public sealed record Mapping
{
    private readonly Amounts _amounts;

    /// <summary>
    /// Identity through time: two polls' mappings with the same number are the same mapping, though its start may have moved.
    /// See <see cref="Kinship"/>.
    /// </summary>
    public long Id { get; init; }

    /// <summary>First address.</summary>
    public required ulong Start { get; init; }

    /// <summary>Address after the last.</summary>
    public required ulong End { get; init; }

    /// <summary>Four letters: r, w, x, and p for private or s for shared; a dash for what is not allowed.</summary>
    public required string Permissions { get; init; }

    /// <summary>Where in the file the mapping begins, in bytes.</summary>
    public required ulong Offset { get; init; }

    /// <summary>Major number of the file's device.</summary>
    public required uint DeviceMajor { get; init; }

    /// <summary>Minor number of the file's device.</summary>
    public required uint DeviceMinor { get; init; }

    /// <summary>The file's inode on its device; 0 for none.</summary>
    public required ulong Inode { get; init; }

    /// <summary>What is mapped.</summary>
    public required MappingName Name { get; init; }

    /// <summary>The numbers, in kB.</summary>
    public required Amounts Amounts
    {
        get => _amounts;
        init => _amounts = value;
    }

    /// <summary>The codes of the VmFlags line as printed, or null if the kernel printed none.</summary>
    public string? Flags { get; init; }

    /// <summary>Lines whose key this program does not know, as printed: key and value.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Unknown { get; init; } = [];

    /// <summary>What the mapping is for.</summary>
    public MappingKind Kind { get; init; } = MappingKind.Anon;

    /// <summary>True for a mapping made with MAP_SHARED. Whether its pages are shared is another question.</summary>
    public bool IsShared => Permissions[3] == 's';

    /// <summary>True if there are resident pages that only this mapping has: it then belongs to the private grid.</summary>
    public bool HasPrivatePages => Numbers.Private > 0;

    /// <summary>True if there are resident pages that others have too: it then belongs to the shared grid.</summary>
    public bool HasSharedPages => Numbers.Shared > 0;

    /// <summary>True for the page of the kernel's own half of the address space that every process sees: [vsyscall], in Linux 2.6 [vdso].</summary>
    internal bool IsOfKernel => IsOfKernelFrom(Start);

    /// <summary>True if an address is in the kernel's own half.</summary>
    internal static bool IsOfKernelFrom(ulong start) => start >= 1UL << 63;

    /// <summary><see cref="Amounts"/> where they are, for those who go through all mappings: a copy has 200 bytes.</summary>
    internal ref readonly Amounts Numbers => ref _amounts;

    /// <summary>True if the VmFlags line has the code.</summary>
    public bool HasFlag(string code) => HasFlag(Flags, code);

    /// <summary>True if a VmFlags line has the code.</summary>
    internal static bool HasFlag(ReadOnlySpan<char> flags, ReadOnlySpan<char> code)
    {
        // Most codes that are asked for are in no line.
        if (flags.IndexOf(code) < 0)
            return false;
        foreach (var part in flags.Split(' '))
            if (flags[part].SequenceEqual(code))
                return true;
        return false;
    }

    /// <summary>True if both records say the same of the same range, whatever their identity and kind.</summary>
    public bool SaysTheSame(Mapping other) =>
        Start == other.Start && End == other.End && Permissions == other.Permissions && Offset == other.Offset
        && DeviceMajor == other.DeviceMajor && DeviceMinor == other.DeviceMinor && Inode == other.Inode
        && Name.Equals(other.Name) && Numbers == other.Numbers && Flags == other.Flags
        && Unknown.AsSpan().SequenceEqual(other.Unknown.AsSpan());
}
