using System.Globalization;

namespace SmapsTop.Core.Proc;

/// <summary>Reads the limits of a process.</summary>
/// <param name="proc">Where <c>/proc</c> is mounted.</param>
/// <param name="cgroups">Where the control groups are mounted.</param>
public sealed class LimitsReader(string proc = "/proc", string cgroups = "/sys/fs/cgroup")
{
    /// <summary>The limits as they are now. What cannot be read is null.</summary>
    public Limits Read(int pid)
    {
        var folder = $"{proc}/{pid.ToString(CultureInfo.InvariantCulture)}/";
        var limits = KernelFile.ReadText(folder + "limits") ?? "";
        var (most, now) = CgroupMemory.Read(KernelFile.ReadText(folder + "cgroup") ?? "", cgroups);
        return new Limits
        {
            CgroupMost = most,
            CgroupNow = now,
            AddressSpace = Soft(limits, "Max address space"),
            Data = Soft(limits, "Max data size"),
            Available = Available(KernelFile.ReadText(proc + "/meminfo") ?? ""),
            MostMappings = Number(KernelFile.ReadText(proc + "/sys/vm/max_map_count")),
        };
    }

    /// <summary>A plain number; null for anything else.</summary>
    internal static long? Number(ReadOnlySpan<char> text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The soft limit, which is in bytes; <c>unlimited</c> is no number.</summary>
    private static long? Soft(string limits, string name)
    {
        foreach (var line in limits.AsSpan().EnumerateLines())
        {
            if (!line.StartsWith(name))
                continue;
            var value = line[name.Length..].TrimStart();
            var end = value.IndexOf(' ');
            return Number(end < 0 ? value : value[..end]) / 1024;
        }
        return null;
    }

    private static long? Available(string meminfo)
    {
        foreach (var line in meminfo.AsSpan().EnumerateLines())
            if (line.StartsWith("MemAvailable:") && line.EndsWith(" kB"))
                return Number(line["MemAvailable:".Length..^3]);
        return null;
    }
}
