using System.Collections.Immutable;

namespace SmapsTop.Core.Grids;

/// <summary>The columns of the list of processes.</summary>
internal static class ProcessColumns
{
    public static readonly ImmutableArray<Column<ProcessRow>> All =
    [
        new("PID", "the process number", CellKind.Count, 7, 99)
        {
            Number = r => r.Process.Pid,
            Digits = true,
            IsSearched = true,
        },
        Column.Words<ProcessRow>("USER", "the user it runs as (effective)", 8, 80, r => r.Process.User),
        Column.Count<ProcessRow>("THR", "number of threads", 60, r => r.Process.Threads),
        Column.Size<ProcessRow>("RSS", "resident memory, shared pages counted whole", 95, r => r.Process.Rss) with { IsSummed = true },
        Column.Size<ProcessRow>("PSS", "resident memory, shared pages divided by their users; read for the rows on the screen only", 90, r => r.Pss),
        Column.Size<ProcessRow>("SWAP", "what is in swap", 85, r => r.Process.Swap) with { IsSummed = true },
        new("GROWTH", "change of RSS a minute since the list was opened", CellKind.Change, 0, 87) { Number = r => r.Growth },
        Column.Rest<ProcessRow>("COMMAND", "the command line; faint where the memory may not be read", r =>
            r.Process.IsReadable ? r.Process.Command : $"(not readable) {r.Process.Command}") with { IsCutAtEnd = true },
    ];
}
