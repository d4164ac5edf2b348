namespace SmapsTop.Core.Proc;

/// <summary>The memory limit of a control group and of those above it, by the files of version 2 or of version 1.</summary>
internal static class CgroupMemory
{
    /// <summary>Version 1 writes "no limit" as the largest multiple of a page; no machine has so many bytes.</summary>
    private const long NoLimit = 1L << 60;

    /// <summary>The limit with the least room on the way up, and what is used of it, in kB; null if there is none.</summary>
    /// <param name="groups">The text of <c>/proc/PID/cgroup</c>.</param>
    /// <param name="root">Where the control groups are mounted.</param>
    public static (long? Most, long? Now) Read(string groups, string root)
    {
        (long? Most, long? Now) tightest = default;
        foreach (var line in groups.Split('\n'))
        {
            var parts = line.Split(':', 3);
            if (parts.Length < 3 || !parts[2].StartsWith('/'))
                continue;
            if (parts[1].Length == 0)
            {
                // In the hybrid layout version 2 is mounted one level below.
                tightest = Tighter(tightest, Walk(root, parts[2], "memory.max", "memory.current"));
                tightest = Tighter(tightest, Walk(root + "/unified", parts[2], "memory.max", "memory.current"));
            }
            else if (parts[1].Split(',').Contains("memory"))
            {
                tightest = Tighter(tightest, Walk(root + "/memory", parts[2], "memory.limit_in_bytes", "memory.usage_in_bytes"));
            }
        }
        return tightest;
    }

    /// <summary>From a group up to the root. In a container the path may be the host's, of which only the end is mounted: what is not there is passed over.</summary>
    private static (long? Most, long? Now) Walk(string root, string path, string most, string now)
    {
        (long? Most, long? Now) tightest = default;
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        // A group outside of our own view is printed as /../other: its files are not to be seen from here.
        if (parts.Contains(".."))
            return default;
        for (var depth = parts.Length; depth >= 0; depth--)
        {
            var folder = depth == 0 ? root : $"{root}/{string.Join('/', parts[..depth])}";
            if (LimitsReader.Number(KernelFile.ReadText($"{folder}/{most}")) is { } limit and < NoLimit)
                tightest = Tighter(tightest, (limit / 1024, LimitsReader.Number(KernelFile.ReadText($"{folder}/{now}")) / 1024));
        }
        return tightest;
    }

    private static (long? Most, long? Now) Tighter((long? Most, long? Now) a, (long? Most, long? Now) b) =>
        a.Most is null ? b : b.Most is null ? a : b.Most - (b.Now ?? 0) < a.Most - (a.Now ?? 0) ? b : a;
}
