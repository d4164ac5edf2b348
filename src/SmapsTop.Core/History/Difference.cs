using System.Collections.Immutable;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>
/// What differs between two snapshots of a process: the mappings that only one of them has. An unchanged mapping is the same object in
/// both and costs one comparison.
/// </summary>
internal static class Difference
{
    /// <summary>Goes through what differs, in address order: each old mapping before the new one in its place.</summary>
    /// <param name="before">The earlier mappings, in address order.</param>
    /// <param name="now">The later mappings, in address order.</param>
    /// <param name="visit">Takes a mapping and whether it is of the later ones.</param>
    public static void Each(ImmutableArray<Mapping> before, ImmutableArray<Mapping> now, Action<Mapping, bool> visit)
    {
        if (before == now)
            return;
        var old = before.AsSpan();
        var young = now.AsSpan();
        int i = 0, j = 0;
        while (i < old.Length && j < young.Length)
        {
            if (ReferenceEquals(old[i], young[j]))
            {
                i++;
                j++;
            }
            else if (old[i].Start <= young[j].Start)
            {
                visit(old[i++], false);
            }
            else
            {
                visit(young[j++], true);
            }
        }
        while (i < old.Length)
            visit(old[i++], false);
        while (j < young.Length)
            visit(young[j++], true);
    }
}
