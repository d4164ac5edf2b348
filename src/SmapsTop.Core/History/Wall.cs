using System.Collections.Immutable;
using SmapsTop.Core.Proc;

namespace SmapsTop.Core.History;

/// <summary>A limit that a process grows towards.</summary>
/// <param name="Name">What limits.</param>
/// <param name="Most">The limit: in kB, or a number of mappings; null for memory that the machine has left.</param>
/// <param name="Left">The time until it is reached if all goes on so.</param>
/// <param name="IsCount">True if the limit is a number of mappings.</param>
public sealed record Wall(string Name, long? Most, TimeSpan Left, bool IsCount = false)
{
    /// <summary>What lies further ahead than this is not worth a word.</summary>
    private const double MostDays = 366;

    /// <summary>The limit that is reached first; null if none is near.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="now">The totals now, in kB.</param>
    /// <param name="rate">The rate of a figure, in its unit a minute; null or less than 0 if it does not grow.</param>
    internal static Wall? Nearest(Limits limits, Totals now, Func<Figure, double?> rate)
    {
        ImmutableArray<Wall?> walls =
        [
            At("cgroup limit", limits.CgroupMost, limits.CgroupNow, Figure.Held, rate),
            At("RLIMIT_AS", limits.AddressSpace, now[Figure.VmSize], Figure.VmSize, rate),
            At("RLIMIT_DATA", limits.Data, now[Figure.Data], Figure.Data, rate),
            At("memory of the machine", limits.Available, 0, Figure.Held, rate) is { } memory ? memory with { Most = null } : null,
            At("vm.max_map_count", limits.MostMappings, now[Figure.Mappings], Figure.Mappings, rate) is { } mappings ? mappings with { IsCount = true } : null,
        ];
        return walls.Where(wall => wall is not null).MinBy(wall => wall!.Left);
    }

    private static Wall? At(string name, long? most, long? now, Figure figure, Func<Figure, double?> rate)
    {
        if (most is not { } limit || now is not { } used || rate(figure) is not { } perMinute || perMinute <= 0)
            return null;
        var minutes = Math.Max(limit - used, 0) / perMinute;
        return minutes > MostDays * 24 * 60 ? null : new Wall(name, limit, TimeSpan.FromMinutes(minutes));
    }
}
