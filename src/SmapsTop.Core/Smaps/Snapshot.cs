using System.Collections.Immutable;

namespace SmapsTop.Core.Smaps;

/// <summary>All mappings of a process as one reading found them, with their sums. The kernel makes no atomic copy: see proc.rst.</summary>
public sealed class Snapshot
{
    private readonly Lazy<ImmutableArray<Library>> _libraries;

    internal Snapshot(ImmutableArray<Mapping> mappings, long nextId)
    {
        Mappings = mappings;
        NextId = nextId;
        var totals = default(Amounts);
        long reserved = 0;
        long outside = 0;
        foreach (var mapping in mappings)
        {
            totals.Add(mapping.Numbers);
            if (mapping.Kind == MappingKind.Reserved)
                reserved += mapping.Numbers[SmapsField.Size] ?? 0;
            if (mapping.IsOfKernel)
                outside += mapping.Numbers[SmapsField.Size] ?? 0;
        }
        Totals = totals;
        Reserved = totals[SmapsField.Size] is null ? null : reserved;
        VmSize = totals[SmapsField.Size] - outside;
        _libraries = new Lazy<ImmutableArray<Library>>(() => Library.RollUp(Mappings));
    }

    /// <summary>A process without mappings.</summary>
    public static Snapshot Empty { get; } = new([], 1);

    /// <summary>The mappings in address order.</summary>
    public ImmutableArray<Mapping> Mappings { get; }

    /// <summary>The sums over all mappings, in kB.</summary>
    public Amounts Totals { get; }

    /// <summary>Address space in kB as <c>status</c> counts it (VmSize): <c>[vsyscall]</c> is the kernel's and left out.</summary>
    public long? VmSize { get; }

    /// <summary>Address space without access, in kB.</summary>
    public long? Reserved { get; }

    /// <summary>The roll-up by file and kind; made when first asked for.</summary>
    public ImmutableArray<Library> Libraries => _libraries.Value;

    /// <summary>The first identity that no mapping has had yet.</summary>
    internal long NextId { get; }

    /// <summary>The same mappings with the identities that they have after another reading of the process.</summary>
    public Snapshot After(Snapshot before)
    {
        Mapping[] mappings = [.. Mappings.Select(mapping => mapping with { Id = 0 })];
        var next = Kinship.Assign(before.Mappings.AsSpan(), mappings, before.NextId);
        return new Snapshot([.. mappings], next);
    }

    /// <summary>The mapping with an identity, near an address where it may have been; null if there is none.</summary>
    /// <param name="id">The identity.</param>
    /// <param name="start">First address of the range to look in.</param>
    /// <param name="end">Address after the range to look in.</param>
    public Mapping? Find(long id, ulong start, ulong end) => Mappings.Find(id, start, end);
}
