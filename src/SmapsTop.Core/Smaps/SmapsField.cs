using System.Collections.Immutable;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// One numeric line of a smaps record, as Documentation/filesystems/proc.rst of the kernel describes it.
/// Declared here once: the parser, the sums, the columns and the help all read this list.
/// </summary>
public sealed class SmapsField
{
    private static readonly List<SmapsField> Declared = [];

    /// <summary>The length of the mapping's address range, in kB.</summary>
    public static readonly SmapsField Size = new("Size", "address space of the mapping, whether or not there is memory behind it");

    /// <summary>The page size the kernel uses for the mapping, in kB.</summary>
    public static readonly SmapsField KernelPageSize = new("KernelPageSize", "size of a page of the mapping", sums: false);

    /// <summary>The page size of the memory management unit, in kB.</summary>
    public static readonly SmapsField MmuPageSize = new("MMUPageSize", "size of a page in the processor's page table", sums: false);

    /// <summary>Resident memory, in kB: the sum of the four shared and private fields.</summary>
    public static readonly SmapsField Rss = new("Rss", "pages that are in memory now, each counted whole however many share it");

    /// <summary>Proportional share, in kB, rounded down for each mapping.</summary>
    public static readonly SmapsField Pss = new("Pss", "resident pages, each divided by the number of mappings of it: shares add up to the whole over all processes");

    /// <summary>The dirty part of <see cref="Pss"/>, in kB.</summary>
    public static readonly SmapsField PssDirty = new("Pss_Dirty", "the part of Pss that has been written to");

    /// <summary>Resident pages with more than one mapping, not written to, in kB.</summary>
    public static readonly SmapsField SharedClean = new("Shared_Clean", "resident pages that others map too, not modified");

    /// <summary>Resident pages with more than one mapping, written to, in kB.</summary>
    public static readonly SmapsField SharedDirty = new("Shared_Dirty", "resident pages that others map too, modified");

    /// <summary>Resident pages with one mapping, not written to, in kB.</summary>
    public static readonly SmapsField PrivateClean = new("Private_Clean", "resident pages that only this mapping has, not modified: they can be dropped and read again");

    /// <summary>Resident pages with one mapping, written to, in kB.</summary>
    public static readonly SmapsField PrivateDirty = new("Private_Dirty", "resident pages that only this mapping has, modified: they can only go to swap");

    /// <summary>Resident pages marked as accessed, in kB.</summary>
    public static readonly SmapsField Referenced = new("Referenced", "resident pages accessed since the mark was last cleared");

    /// <summary>Resident pages that belong to no file, in kB.</summary>
    public static readonly SmapsField Anonymous = new("Anonymous", "resident pages that belong to no file, copies of written file pages among them");

    /// <summary>Resident pages that kernel same-page merging holds, in kB.</summary>
    public static readonly SmapsField Ksm = new("KSM", "resident pages merged with equal ones (kernel same-page merging)");

    /// <summary>Resident pages given back with MADV_FREE and not yet taken, in kB.</summary>
    public static readonly SmapsField LazyFree = new("LazyFree", "pages the program has given back (MADV_FREE) and the kernel has not yet taken");

    /// <summary>Anonymous memory in transparent huge pages, in kB.</summary>
    public static readonly SmapsField AnonHugePages = new("AnonHugePages", "anonymous memory in transparent huge pages");

    /// <summary>Shared memory mapped with huge pages, in kB.</summary>
    public static readonly SmapsField ShmemPmdMapped = new("ShmemPmdMapped", "shared memory mapped with huge pages");

    /// <summary>File pages mapped with huge pages, in kB.</summary>
    public static readonly SmapsField FilePmdMapped = new("FilePmdMapped", "file pages mapped with huge pages");

    /// <summary>Shared hugetlb pages, in kB: in no other field.</summary>
    public static readonly SmapsField SharedHugetlb = new("Shared_Hugetlb", "hugetlb pages that others map too: counted in no other field, not in Rss either");

    /// <summary>Private hugetlb pages, in kB: in no other field.</summary>
    public static readonly SmapsField PrivateHugetlb = new("Private_Hugetlb", "hugetlb pages that only this mapping has: counted in no other field, not in Rss either");

    /// <summary>Pages in swap, in kB.</summary>
    public static readonly SmapsField Swap = new("Swap", "pages of the mapping that are in swap; of shared memory, those of the whole object");

    /// <summary>Proportional share of <see cref="Swap"/>, in kB.</summary>
    public static readonly SmapsField SwapPss = new("SwapPss", "swapped pages, each divided by the number of its users; shared memory is left out");

    /// <summary>Locked memory, in kB, as a proportional share.</summary>
    public static readonly SmapsField Locked = new("Locked", "share (Pss) of memory locked against swapping");

    /// <summary>Whether transparent huge pages may be used: 1 or 0.</summary>
    public static readonly SmapsField ThpEligible = new("THPeligible", "1 if transparent huge pages may be used here", isKilobytes: false, sums: false);

    /// <summary>The memory protection key of the mapping: a number.</summary>
    public static readonly SmapsField ProtectionKey = new("ProtectionKey", "memory protection key of the mapping", isKilobytes: false, sums: false);

    private SmapsField(string key, string meaning, bool isKilobytes = true, bool sums = true)
    {
        Index = Declared.Count;
        Key = key;
        Meaning = meaning;
        IsKilobytes = isKilobytes;
        Sums = sums;
        Declared.Add(this);
    }

    /// <summary>Every known field, in the order the newest kernel prints them.</summary>
    public static ImmutableArray<SmapsField> All { get; } = [.. Declared];

    /// <summary>Position in <see cref="All"/> and in <see cref="Amounts"/>.</summary>
    public int Index { get; }

    /// <summary>The kernel's name of the field, without the colon.</summary>
    public string Key { get; }

    /// <summary>What the number means, in one line.</summary>
    public string Meaning { get; }

    /// <summary>True if the kernel prints the number with the unit kB (1024 bytes); false for a bare number.</summary>
    public bool IsKilobytes { get; }

    /// <summary>True if adding the field up over mappings means something.</summary>
    public bool Sums { get; }

    /// <inheritdoc/>
    public override string ToString() => Key;
}
