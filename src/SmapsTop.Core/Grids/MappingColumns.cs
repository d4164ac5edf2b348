using System.Collections.Immutable;
using System.Globalization;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Grids;

/// <summary>The columns of the grids of mappings, each declared once.</summary>
internal static class MappingColumns
{
    public static readonly Column<Mapping> Name = Column.Rest<Mapping>(
        "MAPPING", "what is mapped: a file, or the kernel's name in brackets; empty for unnamed memory; control characters are made visible", m => m.Name.Text) with
    { Bytes = m => m.Name };

    public static readonly Column<Mapping> Kind = Column.Words<Mapping>(
        "KIND", "what the mapping is for: see the kinds of mappings", 8, 84, m => m.Kind.Name);

    public static readonly Column<Mapping> Permissions = Column.Words<Mapping>(
        "PERM", "read, write, execute; p private (copied on write) or s shared", 4, 70, m => m.Permissions);

    public static readonly Column<Mapping> VmSize = Field(SmapsField.Size, "VMSIZE", 90) with { Name = "vmsize" };

    public static readonly Column<Mapping> Rss = Field(SmapsField.Rss, "RSS", 95);

    public static readonly Column<Mapping> Pss = Field(SmapsField.Pss, "PSS", 85);

    public static readonly Column<Mapping> Swap = Field(SmapsField.Swap, "SWAP", 80, isSummed: true);

    public static readonly Column<Mapping> Address = Column.Words<Mapping>(
        "ADDRESS", "the first address of the mapping, hexadecimal", 12, 88, m => m.Start.ToString("x12", CultureInfo.InvariantCulture)) with
    { Number = m => (long)(m.Start ^ (1UL << 63)) };

    public static readonly Column<Mapping> Offset = Column.Words<Mapping>(
        "OFFSET", "where in the file the mapping begins, in bytes, hexadecimal", 8, 40, m => m.Offset.ToString("x8", CultureInfo.InvariantCulture)) with
    { Number = m => (long)(m.Offset ^ (1UL << 63)) };

    public static readonly Column<Mapping> Device = Column.Words<Mapping>(
        "DEV", "major and minor number of the file's device, hexadecimal", 5, 12, m => $"{m.DeviceMajor:x2}:{m.DeviceMinor:x2}");

    public static readonly Column<Mapping> Inode = Column.Words<Mapping>(
        "INODE", "the file's inode on its device; 0 for none", 10, 11, m => m.Inode.ToString(CultureInfo.InvariantCulture)) with
    { Number = m => (long)(m.Inode ^ (1UL << 63)) };

    public static readonly ImmutableArray<Column<Mapping>> Private =
    [
        VmSize,
        Field(SmapsField.PrivateClean, "CLEAN", 92, isSummed: true),
        Field(SmapsField.PrivateDirty, "DIRTY", 99, isSummed: true),
        .. GrowthColumns.Private,
        Pss, Swap, Permissions, Kind, Name,
    ];

    public static readonly ImmutableArray<Column<Mapping>> Shared =
    [
        VmSize,
        Field(SmapsField.SharedClean, "CLEAN", 98, isSummed: true),
        Field(SmapsField.SharedDirty, "DIRTY", 97, isSummed: true),
        Both,
        .. GrowthColumns.Shared,
        Pss, Swap, Permissions, Kind, Name,
    ];

    public static readonly ImmutableArray<Column<Mapping>> All =
    [
        Address, Permissions, VmSize, Rss with { IsSummed = true }, Pss with { IsSummed = true },
        .. GrowthColumns.Private,
        Field(SmapsField.PrivateClean, "P.CLEAN", 82),
        Field(SmapsField.PrivateDirty, "P.DIRTY", 87),
        Field(SmapsField.SharedClean, "S.CLEAN", 81),
        Field(SmapsField.SharedDirty, "S.DIRTY", 83),
        Swap, Offset, Device, Inode,
        Field(SmapsField.Anonymous, "ANON", 36),
        Field(SmapsField.AnonHugePages, "THP", 35),
        Field(SmapsField.LazyFree, "LAZYFREE", 34),
        Field(SmapsField.Referenced, "REFD", 33),
        Field(SmapsField.Locked, "LOCKED", 32),
        Field(SmapsField.PssDirty, "PSSDIRTY", 31),
        Field(SmapsField.SwapPss, "SWAPPSS", 30),
        Field(SmapsField.SharedHugetlb, "S.HUGETLB", 29),
        Field(SmapsField.PrivateHugetlb, "P.HUGETLB", 28),
        Field(SmapsField.Ksm, "KSM", 27),
        Field(SmapsField.ShmemPmdMapped, "SHMEMPMD", 26),
        Field(SmapsField.FilePmdMapped, "FILEPMD", 25),
        Field(SmapsField.KernelPageSize, "PAGE", 24),
        Field(SmapsField.MmuPageSize, "MMUPAGE", 23),
        Field(SmapsField.ThpEligible, "THPELIG", 22),
        Field(SmapsField.ProtectionKey, "PKEY", 21),
        Kind, Name,
    ];

    /// <summary>The order of the origin's shared list: clean and dirty together.</summary>
    private static Column<Mapping> Both => Column.Size<Mapping>(
        "SHARED", "Shared_Clean + Shared_Dirty: resident pages that others map too", 96, m => m.Amounts.Shared);

    private static Column<Mapping> Field(SmapsField field, string header, int importance, bool isSummed = false) =>
        new(header, $"{field.Key}: {field.Meaning}", field.IsKilobytes ? CellKind.Size : CellKind.Count, 0, importance)
        {
            Name = field.Key.ToLowerInvariant(),
            Number = m => m.Amounts[field],
            IsSummed = isSummed,
        };
}
