namespace SmapsTop.Core.Proc;

/// <summary>Where a glance looks.</summary>
public enum GlanceSource
{
    /// <summary><c>smaps_rollup</c>: the kernel walks all pages, but writes one record.</summary>
    Rollup,

    /// <summary><c>status</c>: sums that the kernel has anyway.</summary>
    Status,
}

/// <summary>What the kernel tells of the memory of a process without listing its mappings. In kB; null where it does not tell.</summary>
public sealed record Glance
{
    /// <summary>Address space.</summary>
    public long? VmSize { get; init; }

    /// <summary>Resident memory.</summary>
    public long? Rss { get; init; }

    /// <summary>Resident pages that others map too.</summary>
    public long? Shared { get; init; }

    /// <summary>Private resident pages that are not modified.</summary>
    public long? PrivateClean { get; init; }

    /// <summary>Private resident pages that are modified.</summary>
    public long? PrivateDirty { get; init; }

    /// <summary>Private clean and dirty together.</summary>
    public long? Private => PrivateClean + PrivateDirty;

    /// <summary>Proportional share.</summary>
    public long? Pss { get; init; }

    /// <summary>What is in swap.</summary>
    public long? Swap { get; init; }

    /// <summary>Hugetlb pages.</summary>
    public long? Hugetlb { get; init; }

    /// <summary>Share (Pss) of what is locked.</summary>
    public long? Locked { get; init; }

    /// <summary>The glance that a process's files give.</summary>
    /// <param name="status">The text of its <c>status</c>; null if there is none.</param>
    /// <param name="rollup">The text of its <c>smaps_rollup</c>; null if it was not read.</param>
    public static Glance Of(string? status, string? rollup)
    {
        long? Told(string key) => status is null ? null : ProcessFolder.Kilobytes(status, $"\n{key}:");
        long? Sum(string key) => rollup is null ? null : ProcessFolder.Kilobytes(rollup, $"\n{key}:");
        return new Glance
        {
            VmSize = Told("VmSize"),
            Rss = Sum("Rss") ?? Told("VmRSS"),
            Shared = Sum("Shared_Clean") + Sum("Shared_Dirty"),
            PrivateClean = Sum("Private_Clean"),
            PrivateDirty = Sum("Private_Dirty"),
            Pss = Sum("Pss"),
            Swap = Sum("Swap") ?? Told("VmSwap"),
            Hugetlb = Sum("Shared_Hugetlb") + Sum("Private_Hugetlb") ?? Told("HugetlbPages"),
            Locked = Sum("Locked"),
        };
    }
}
