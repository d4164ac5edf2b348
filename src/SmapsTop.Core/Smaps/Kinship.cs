namespace SmapsTop.Core.Smaps;

/// <summary>
/// Tells which mapping of one poll is which of the poll before. The start address is no identity: a mapping that grows
/// downwards keeps its end, a heap keeps its start, and a change of protection splits one in two. Mappings that overlap
/// and agree in name, device, inode and sharing belong together; of several, the larger overlap takes the identity.
/// </summary>
internal static class Kinship
{
    /// <summary>
    /// Gives each mapping its identity. Those that are the same object as before have theirs already.
    /// Both lists are in address order.
    /// </summary>
    /// <returns>The first identity not given away.</returns>
    public static long Assign(ReadOnlySpan<Mapping> before, Span<Mapping> now, long nextId)
    {
        var isOpen = false;
        foreach (var mapping in now)
            isOpen |= mapping.Id == 0;
        if (!isOpen)
            return nextId;

        var pairs = Overlaps(before, now);
        // Only these can be claimed twice; there are few of them among many mappings.
        var asked = pairs.Select(pair => pair.Id).ToHashSet();
        var claimed = new HashSet<long>();
        if (asked.Count > 0)
            foreach (var mapping in now)
                if (asked.Contains(mapping.Id))
                    claimed.Add(mapping.Id);

        foreach (var pair in pairs)
            if (now[pair.Index].Id == 0 && claimed.Add(pair.Id))
                now[pair.Index] = now[pair.Index] with { Id = pair.Id };

        for (var i = 0; i < now.Length; i++)
            if (now[i].Id == 0)
                now[i] = now[i] with { Id = nextId++ };
        return nextId;
    }

    private static List<(ulong Size, int Index, long Id)> Overlaps(ReadOnlySpan<Mapping> before, ReadOnlySpan<Mapping> now)
    {
        var pairs = new List<(ulong Size, int Index, long Id)>();
        var first = 0;
        // In a list of its own no mapping overlaps another, so that fewer meet than there are; a forged list must not take for ever.
        var most = before.Length + now.Length;
        for (var i = 0; i < now.Length; i++)
        {
            var mapping = now[i];
            while (first < before.Length && before[first].End <= mapping.Start)
                first++;
            if (mapping.Id != 0)
                continue;
            for (var j = first; j < before.Length && before[j].Start < mapping.End && most-- > 0; j++)
                if (AreKin(before[j], mapping))
                    pairs.Add((Math.Min(before[j].End, mapping.End) - Math.Max(before[j].Start, mapping.Start), i, before[j].Id));
        }
        pairs.Sort((a, b) => a.Size != b.Size ? b.Size.CompareTo(a.Size) : a.Index.CompareTo(b.Index));
        return pairs;
    }

    /// <summary>True if two mappings that overlap may be the same one at two times: they agree in file and sharing.</summary>
    public static bool AreKin(Mapping a, Mapping b) =>
        a.Inode == b.Inode && a.DeviceMajor == b.DeviceMajor && a.DeviceMinor == b.DeviceMinor
        && a.IsShared == b.IsShared && a.Name.Equals(b.Name);
}
