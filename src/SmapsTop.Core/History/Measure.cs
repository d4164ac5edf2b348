using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>What is measured of a mapping when growth is asked for; sums over mappings mean something.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it says, in a line.</param>
/// <param name="Of">The amount of a mapping, in kB; what the kernel did not print counts nothing.</param>
public sealed record Measure(string Name, string Meaning, Func<Mapping, long> Of)
{
    /// <summary>Private + Swap + hugetlb, in kB: the plain sum, which a fork makes smaller and copy-on-write larger again.</summary>
    public static readonly Measure Own = new(
        "private + swap", "private pages, swapped pages and hugetlb pages",
        m => (m.Numbers.Private ?? 0) + (m.Numbers[SmapsField.Swap] ?? 0) + (m.Numbers.Hugetlb ?? 0));

    /// <summary>Shared_Clean + Shared_Dirty, in kB.</summary>
    public static readonly Measure Shared = new("shared", "resident pages that others map too", m => m.Numbers.Shared ?? 0);

    /// <summary>
    /// What the process holds and the kernel cannot take back, in kB. It is Private + Swap + hugetlb, so that swapping out is no change, with
    /// three corrections. Anonymous pages count while a fork shares them, so that neither the fork nor copy-on-write is a change. Lazily
    /// freed pages and clean pages of files do not count: the kernel drops them when it needs room. Swap and hugetlb pages of a
    /// shared mapping do not count while others have its pages too: they are the object's, whoever made them.
    /// </summary>
    public static readonly Measure Held = new("held", "private and swapped memory that the kernel cannot take back, whether or not a fork shares it", OfHeld);

    /// <summary>Address space of private writable mappings without the stack, in kB: what RLIMIT_DATA limits.</summary>
    public static readonly Measure Data = new(
        "data", "address space of private writable mappings",
        m => m.Permissions[1] == 'w' && !m.IsShared && m.Kind != MappingKind.Stack ? m.Numbers[SmapsField.Size] ?? 0 : 0);

    /// <summary>Resident memory, in kB.</summary>
    public static readonly Measure Rss = new("RSS", SmapsField.Rss.Meaning, m => m.Numbers[SmapsField.Rss] ?? 0);

    /// <summary>Proportional share, in kB.</summary>
    public static readonly Measure Pss = new("PSS", SmapsField.Pss.Meaning, m => m.Numbers[SmapsField.Pss] ?? 0);

    /// <summary>One for each mapping: the sum is their number.</summary>
    public static readonly Measure One = new("mappings", "number of mappings", _ => 1);

    private static long OfHeld(Mapping mapping)
    {
        ref readonly var amounts = ref mapping.Numbers;
        var isFile = mapping.Kind == MappingKind.File || mapping.Kind == MappingKind.Lib;
        var own = isFile && amounts[SmapsField.Anonymous] is not null
            ? amounts[SmapsField.PrivateDirty] ?? 0
            : amounts.Private ?? 0;
        var resident = Math.Max(own, amounts[SmapsField.Anonymous] ?? 0) - (amounts[SmapsField.LazyFree] ?? 0);
        var isOthersToo = mapping.IsShared && (amounts.Shared > 0 || amounts[SmapsField.SharedHugetlb] > 0);
        var swapped = isOthersToo ? 0 : amounts[SmapsField.Swap] ?? 0;
        var huge = isOthersToo ? amounts[SmapsField.PrivateHugetlb] ?? 0 : amounts.Hugetlb ?? 0;
        return Math.Max(resident, 0) + swapped + huge;
    }
}
