using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Texts;

/// <summary>The help: every key, every column and every kind, from their declarations.</summary>
public static class HelpPage
{
    private static readonly (string Term, string Meaning)[] Notes =
    [
        ("private, shared", "Decided page by page by how many map it, not by how the mapping was made: one mapping can stand in both grids."),
        ("Pss", "A page that three mappings share counts a third in each. Summed over all processes, no page counts twice. It is not the private memory: that is USS."),
        ("clean, dirty", "Clean pages can be dropped: those of a file are read again when needed, lazily freed ones were given back. Dirty ones have been written to: without swap they stay."),
        ("+ and −", "Beside a number: it has grown or shrunk since the last look."),
        ("read", "In the title: what the last look cost, and the share of the time spent looking. Where that would be more than --max-duty allows, looks are further apart."),
        ("~", "Before a total: newer than the look. Between looks that are far apart the totals are read each second from smaps_rollup, or from status if that is too dear."),
        ("× and *", "Before a row: × what is gone, struck through, for ten looks; * what you marked."),
        ("– and 0", "– is not known or not told by this kernel; 0 is none."),
        ("a fork", "turns private pages into shared ones without freeing any; swapping turns them into SWAP. What leaks grows in private and swap together."),
    ];

    /// <summary>Its lines.</summary>
    public static ImmutableArray<Entry> Entries { get; } =
    [
        Entry.Heading("Keys"),
        .. AppCommand.All.Where(command => command.Movement is null && command.IsGeneral).Select(Of),
        Entry.Heading("Moving"),
        .. AppCommand.All.Where(command => command.Movement is not null).Select(Of),
        .. AppCommand.All.Where(command => !command.IsGeneral).GroupBy(command => command.While)
            .SelectMany(commands => commands.Select(Of).Prepend(Entry.Heading($"While {commands.Key}"))),
        Entry.Heading("What the numbers mean"),
        .. Notes.Select(note => new Entry(note.Term, "", note.Meaning)),
        Entry.Heading("Totals"),
        .. TotalsLine.All.Select(line => new Entry(line.Label.Trim(), "", line.Figure.Meaning)),
        .. AllGrids.Explained.SelectMany(grids => grids.Columns
            .Select(column => new Entry(column.Header, "", column.Meaning)).Prepend(Entry.Heading($"Columns of {grids.Names}"))),
        Entry.Heading("Kinds of mappings"),
        .. MappingKind.All.Select(kind => new Entry(kind.Name, "", kind.Meaning)),
    ];

    private static Entry Of(AppCommand command) => new(command.KeysText, "", command.Does);
}
