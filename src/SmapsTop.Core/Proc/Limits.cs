namespace SmapsTop.Core.Proc;

/// <summary>What a process can run into. All memory is in kB of 1024 bytes; null where there is no such limit or it is not known.</summary>
public sealed record Limits
{
    /// <summary>Nothing is known.</summary>
    public static readonly Limits None = new();

    /// <summary>The limit of its control group or of one above, in kB: the one with the least room.</summary>
    public long? CgroupMost { get; init; }

    /// <summary>What the control group with that limit uses now, page cache too, in kB.</summary>
    public long? CgroupNow { get; init; }

    /// <summary>The soft limit of its address space (RLIMIT_AS), in kB.</summary>
    public long? AddressSpace { get; init; }

    /// <summary>The soft limit of its data (RLIMIT_DATA), in kB.</summary>
    public long? Data { get; init; }

    /// <summary>What the machine can still give without swapping (MemAvailable), in kB.</summary>
    public long? Available { get; init; }

    /// <summary>How many mappings a process may have (vm.max_map_count).</summary>
    public long? MostMappings { get; init; }
}
