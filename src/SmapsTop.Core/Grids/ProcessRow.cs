using SmapsTop.Core.Proc;

namespace SmapsTop.Core.Grids;

/// <summary>A process in the list.</summary>
/// <param name="Process">The process as it is now.</param>
/// <param name="Pss">Its proportional share in kB; null while it has not been read, and where it may not be.</param>
/// <param name="FirstRss">Its resident memory in kB when the list first had it.</param>
/// <param name="FirstSeen">When that was.</param>
/// <param name="Growth">Change of its resident memory since then, in kB a minute; null for the first five seconds.</param>
public sealed record ProcessRow(ProcessInfo Process, long? Pss, long? FirstRss, DateTimeOffset FirstSeen, long? Growth)
{
    /// <summary>A rate from less time than this says more of chance than of the process.</summary>
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(5);

    /// <summary>The row of a process at a look, given its row at the look before.</summary>
    public static ProcessRow At(DateTimeOffset now, ProcessInfo process, ProcessRow? before)
    {
        if (before is null)
            return new(process, null, process.Rss, now, null);
        var time = now - before.FirstSeen;
        var growth = time >= LeastTime ? (process.Rss - before.FirstRss) / time.TotalMinutes : null;
        return before with { Process = process, Growth = growth is null ? null : (long)Math.Round(growth.Value) };
    }
}
