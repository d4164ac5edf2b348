using System.Collections.Immutable;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>What became of a mapping between two moments.</summary>
public enum Fate
{
    /// <summary>It is in both.</summary>
    Kept,

    /// <summary>It is in the later only.</summary>
    New,

    /// <summary>It is in the later only, as a part of what was one mapping: its memory is not new.</summary>
    Split,

    /// <summary>It is in the earlier only.</summary>
    Gone,

    /// <summary>It is in the earlier only; another mapping has taken it in: its memory is not gone.</summary>
    Merged,
}

/// <summary>A mapping that is there no more.</summary>
/// <param name="Mapping">As it was last seen.</param>
/// <param name="Since">The time of the first sample without it.</param>
/// <param name="Fate"><see cref="Fate.Gone"/> or <see cref="Fate.Merged"/>.</param>
public sealed record GoneMapping(Mapping Mapping, DateTimeOffset Since, Fate Fate);

/// <summary>Tells a new mapping from a part of an old one, and a mapping that is gone from one that was taken in.</summary>
internal static class Kin
{
    /// <summary>True if mappings in address order hold one that overlaps and is of the same file and sharing.</summary>
    public static bool HasKin(this ImmutableArray<Mapping> mappings, Mapping mapping)
    {
        var span = mappings.AsSpan();
        int low = 0, high = span.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (span[middle].End <= mapping.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < span.Length && span[low].Start < mapping.End; low++)
            if (Kinship.AreKin(span[low], mapping))
                return true;
        return false;
    }
}
