using System.Collections.Immutable;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Texts;

/// <summary>A figure of the totals: its label, its meaning and its function.</summary>
/// <param name="Label">The label; a part of the one above is set in.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Value">The figure in kB; null if not known.</param>
public sealed record TotalsLine(string Label, string Meaning, Func<Sample, long?> Value)
{
    /// <summary>The five lines of the report that this program descends from: RSS and what it is made of.</summary>
    public static ImmutableArray<TotalsLine> Main { get; } =
    [
        new("VMSIZE", "address space, whether or not there is memory behind it", sample => sample.Snapshot.VmSize),
        new("RSS", "resident memory: the next three together", sample => Total(sample, SmapsField.Rss)),
        new("  shared", "resident pages that others map too", sample => sample.Snapshot.Totals.Shared),
        new("  private clean", "resident pages of this process alone, not modified", sample => Total(sample, SmapsField.PrivateClean)),
        new("  private dirty", "resident pages of this process alone, modified", sample => Total(sample, SmapsField.PrivateDirty)),
    ];

    /// <summary>The figures beside them.</summary>
    public static ImmutableArray<TotalsLine> Further { get; } =
    [
        new("PSS", "resident memory with shared pages divided by their users", sample => Total(sample, SmapsField.Pss)),
        new("USS", "private clean and dirty together: what ending the process would free", sample => sample.Snapshot.Totals.Private),
        new("SWAP", "what is in swap", sample => Total(sample, SmapsField.Swap)),
        new("HUGETLB", "hugetlb pages, private and shared: in none of the figures above", sample => sample.Snapshot.Totals.Hugetlb),
        new("LOCKED", "share (Pss) of what is locked against swapping", sample => Total(sample, SmapsField.Locked)),
        new("RESERVED", "the part of VMSIZE without access (---p): set aside, mostly without memory", sample => sample.Snapshot.Reserved),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<TotalsLine> All { get; } = [.. Main, .. Further];

    private static long? Total(Sample sample, SmapsField field) => sample.Snapshot.Totals[field];
}
