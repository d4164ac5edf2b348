using System.Collections.Immutable;

namespace SmapsTop.Core.Smaps;

/// <summary>A two-letter code of the VmFlags line with its meaning in words, as proc.rst of the kernel lists them.</summary>
/// <param name="Code">The two letters.</param>
/// <param name="Meaning">What they say about the mapping.</param>
public sealed record VmFlag(string Code, string Meaning)
{
    /// <summary>Every code that is known, in the order of the kernel's list.</summary>
    public static ImmutableArray<VmFlag> All { get; } =
    [
        new("rd", "readable"),
        new("wr", "writable"),
        new("ex", "executable"),
        new("sh", "shared"),
        new("mr", "may be made readable"),
        new("mw", "may be made writable"),
        new("me", "may be made executable"),
        new("ms", "may be made shared"),
        new("gd", "grows down, as a stack"),
        new("pf", "pure PFN range: no pages of its own"),
        new("dw", "writing to the mapped file is disabled"),
        new("lo", "pages are locked in memory"),
        new("io", "memory mapped device area"),
        new("sr", "advised to be read in sequence"),
        new("rr", "advised to be read at random"),
        new("dc", "not copied on fork"),
        new("de", "not expanded on remapping"),
        new("ac", "counted against the commit limit"),
        new("nr", "no swap space reserved"),
        new("ht", "hugetlb pages"),
        new("sf", "synchronous page faults"),
        new("nl", "non-linear"),
        new("ar", "flag of the architecture"),
        new("wf", "wiped on fork"),
        new("dd", "left out of core dumps"),
        new("sd", "soft-dirty: written to since the mark was cleared"),
        new("mm", "mixed map: pages and PFNs"),
        new("hg", "advised to use huge pages"),
        new("nh", "advised not to use huge pages"),
        new("mg", "advised to merge equal pages"),
        new("bt", "arm64: guarded against branches"),
        new("mt", "arm64: memory tagging"),
        new("um", "watched by userfaultfd for missing pages"),
        new("uw", "watched by userfaultfd for writes"),
        new("ui", "watched by userfaultfd for minor faults"),
        new("ss", "shadow stack"),
        new("sl", "sealed"),
        new("dp", "dropped lazily under pressure"),
        new("gu", "contains guard regions"),
    ];

    private static readonly Dictionary<string, VmFlag> ByCode = All.ToDictionary(flag => flag.Code);

    /// <summary>The flag of a code; one that is not known keeps its letters and says so.</summary>
    public static VmFlag Of(string code) =>
        ByCode.TryGetValue(code, out var known) ? known : new VmFlag(code, "not known to this program");
}
