using System.Collections.Immutable;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>A figure of a whole process that is followed through time: its name, its meaning and its function, in one place.</summary>
public sealed class Figure
{
    private static readonly List<Figure> Declared = [];

    /// <summary>Address space, in kB.</summary>
    public static readonly Figure VmSize = new("VMSIZE", "address space, whether or not there is memory behind it", s => s.VmSize);

    /// <summary>Resident memory, in kB.</summary>
    public static readonly Figure Rss = new("RSS", "resident memory: shared, private clean and private dirty together", s => s.Totals[SmapsField.Rss]);

    /// <summary>Resident pages that others map too, in kB.</summary>
    public static readonly Figure Shared = new("shared", "resident pages that others map too", s => s.Totals.Shared);

    /// <summary>Private resident pages that are not modified, in kB.</summary>
    public static readonly Figure PrivateClean = new("private clean", "resident pages of this process alone, not modified", s => s.Totals[SmapsField.PrivateClean]);

    /// <summary>Private resident pages that are modified, in kB.</summary>
    public static readonly Figure PrivateDirty = new("private dirty", "resident pages of this process alone, modified", s => s.Totals[SmapsField.PrivateDirty]);

    /// <summary>Proportional share, in kB.</summary>
    public static readonly Figure Pss = new("PSS", "resident memory with shared pages divided by their users", s => s.Totals[SmapsField.Pss]);

    /// <summary>Private clean and dirty together, in kB.</summary>
    public static readonly Figure Uss = new("USS", "private clean and dirty together: what ending the process would free", s => s.Totals.Private);

    /// <summary>What is in swap, in kB.</summary>
    public static readonly Figure Swap = new("SWAP", "what is in swap", s => s.Totals[SmapsField.Swap]);

    /// <summary>Hugetlb pages, in kB.</summary>
    public static readonly Figure Hugetlb = new("HUGETLB", "hugetlb pages, private and shared: in none of the figures above", s => s.Totals.Hugetlb);

    /// <summary>Locked memory, in kB.</summary>
    public static readonly Figure Locked = new("LOCKED", "share (Pss) of what is locked against swapping", s => s.Totals[SmapsField.Locked]);

    /// <summary>Address space without access, in kB.</summary>
    public static readonly Figure Reserved = new("RESERVED", "the part of VMSIZE without access (---p): set aside, mostly without memory", s => s.Reserved);

    /// <summary>Private + Swap + hugetlb, in kB.</summary>
    public static readonly Figure Own = new("private + swap", Measure.Own.Meaning, Measure.Own);

    /// <summary>What growth is judged on, in kB: see <see cref="Measure.Held"/>.</summary>
    public static readonly Figure Held = new("held", Measure.Held.Meaning, Measure.Held);

    /// <summary>What RLIMIT_DATA limits, in kB: see <see cref="Measure.Data"/>.</summary>
    public static readonly Figure Data = new("data", Measure.Data.Meaning, Measure.Data);

    /// <summary>Number of mappings.</summary>
    public static readonly Figure Mappings = new("mappings", "number of mappings", s => s.Mappings.Length);

    private readonly Func<Snapshot, long?>? _ofSnapshot;

    private Figure(string name, string meaning, Func<Snapshot, long?> ofSnapshot)
        : this(name, meaning) => _ofSnapshot = ofSnapshot;

    private Figure(string name, string meaning, Measure measure)
        : this(name, meaning) => Measure = measure;

    private Figure(string name, string meaning)
    {
        Index = Declared.Count;
        Name = name;
        Meaning = meaning;
        Declared.Add(this);
    }

    /// <summary>Every figure that is followed.</summary>
    public static ImmutableArray<Figure> All { get; } = [.. Declared];

    /// <summary>Those that are summed over the mappings, because the kernel's own sums do not give them.</summary>
    internal static ImmutableArray<Figure> Summed { get; } = [.. Declared.Where(figure => figure.Measure is not null)];

    /// <summary>Position in <see cref="All"/> and in <see cref="Totals"/>.</summary>
    public int Index { get; }

    /// <summary>Its name, as in the totals pane.</summary>
    public string Name { get; }

    /// <summary>What it says, in a line.</summary>
    public string Meaning { get; }

    /// <summary>What is summed over the mappings, where the kernel's own sums do not give it; else null.</summary>
    internal Measure? Measure { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The figure of a snapshot, in kB or as a plain number; null if not known. A sum is not made here: see <see cref="Measure"/>.</summary>
    internal long? Of(Snapshot snapshot) => _ofSnapshot?.Invoke(snapshot);
}
