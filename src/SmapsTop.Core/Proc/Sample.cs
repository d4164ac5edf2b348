using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Proc;

/// <summary>One good reading of a process.</summary>
/// <param name="Process">The process at that time.</param>
/// <param name="Snapshot">Its mappings.</param>
/// <param name="Time">When the reading ended.</param>
/// <param name="Cost">How long it took.</param>
/// <param name="Thread">The thread it was read through because the leader has ended; null for the usual way.</param>
/// <param name="Limits">What the process can run into.</param>
public sealed record Sample(
    ProcessInfo Process, Snapshot Snapshot, DateTimeOffset Time, TimeSpan Cost, int? Thread, Limits Limits)
{
    /// <summary>True if nothing that is shown differs: the mappings are the very same objects and the process looks the same.</summary>
    public bool ShowsTheSame(Sample other) =>
        ReferenceEquals(Snapshot, other.Snapshot) && Thread == other.Thread && Limits.MostMappings == other.Limits.MostMappings
        && Process with { Rss = null, Swap = null } == other.Process with { Rss = null, Swap = null };
}
