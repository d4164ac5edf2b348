using SmapsTop.Core.Proc;

namespace SmapsTop.Core.Grids;

/// <summary>A process in the list.</summary>
/// <param name="Process">The process as it is now.</param>
/// <param name="Pss">Its proportional share in kB; null while it has not been read, and where it may not be.</param>
/// <param name="FirstRss">Its resident memory in kB when the list first had it.</param>
/// <param name="FirstSeen">When that was.</param>
/// <param name="Growth">Change of its resident memory since then, in kB a minute; null before there is a second look.</param>
public sealed record ProcessRow(ProcessInfo Process, long? Pss, long? FirstRss, DateTimeOffset FirstSeen, long? Growth)
{
    /// <summary>The row of a process at a look, given its row at the look before.</summary>
    public static ProcessRow At(DateTimeOffset now, ProcessInfo process, ProcessRow? before)
    {
        if (before is null)
            return new(process, null, process.Rss, now, null);
        var minutes = (now - before.FirstSeen).TotalMinutes;
        var growth = minutes > 0 ? (process.Rss - before.FirstRss) / minutes : null;
        return before with { Process = process, Growth = growth is null ? null : (long)Math.Round(growth.Value) };
    }
}
