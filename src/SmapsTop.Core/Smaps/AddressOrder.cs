using System.Collections.Immutable;

namespace SmapsTop.Core.Smaps;

/// <summary>Finds and compares the mappings of a process, which are in address order.</summary>
internal static class AddressOrder
{
    /// <summary>The mapping with an identity, if it overlaps a range; null if there is none.</summary>
    /// <param name="mappings">All mappings.</param>
    /// <param name="id">The identity.</param>
    /// <param name="start">First address of the range.</param>
    /// <param name="end">Address after the range.</param>
    public static Mapping? Find(this ImmutableArray<Mapping> mappings, long id, ulong start, ulong end)
    {
        foreach (var mapping in mappings.Among(start, end))
            if (mapping.Id == id)
                return mapping;
        return null;
    }

    /// <summary>True if there is one that overlaps a mapping and is of the same file and sharing.</summary>
    public static bool HasKin(this ImmutableArray<Mapping> mappings, Mapping mapping)
    {
        foreach (var other in mappings.Among(mapping.Start, mapping.End))
            if (Kinship.AreKin(other, mapping))
                return true;
        return false;
    }

    /// <summary>True if both are the very same objects.</summary>
    public static bool AreSame(ReadOnlySpan<Mapping> before, ReadOnlySpan<Mapping> now)
    {
        if (before.Length != now.Length)
            return false;
        for (var i = 0; i < now.Length; i++)
            if (!ReferenceEquals(before[i], now[i]))
                return false;
        return true;
    }

    /// <summary>The mappings that overlap a range.</summary>
    private static ReadOnlySpan<Mapping> Among(this ImmutableArray<Mapping> mappings, ulong start, ulong end)
    {
        var span = mappings.AsSpan();
        int low = 0, high = span.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (span[middle].End <= start)
                low = middle + 1;
            else
                high = middle;
        }
        var last = low;
        while (last < span.Length && span[last].Start < end)
            last++;
        return span[low..last];
    }
}
