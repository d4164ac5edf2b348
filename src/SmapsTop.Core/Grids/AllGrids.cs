using System.Collections.Immutable;
using System.Globalization;
using SmapsTop.Core.History;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Grids;

/// <summary>Every grid there is.</summary>
public static class AllGrids
{
    /// <summary>The processes of this machine.</summary>
    public static readonly Grid Processes = new Grid<ProcessRow>
    {
        Name = "Processes",
        WhenEmpty = "No process to be seen.",
        Typed = ProcessColumns.All,
        First = GridSettings.For(ProcessColumns.All.First(column => column.Header == "RSS"), descends: true),
        Rows = state => state.Processes,
        Source = state => new TableSource(state.Processes),
        Identify = row => new RowKey(row.Process.Pid, row.Process.Identity.StartTicks),
        IsFaint = row => !row.Process.IsReadable,
    };

    /// <summary>Mappings with pages that only they have: Private_Clean + Private_Dirty &gt; 0.</summary>
    public static readonly Grid Private = OfMappings(
        "1", "Private", MappingColumns.Private, "DIRTY", true, "No mapping has private pages.",
        state => Where(state, m => m.HasPrivatePages), (_, m) => m.HasPrivatePages);

    /// <summary>Mappings with pages that others have too: Shared_Clean + Shared_Dirty &gt; 0.</summary>
    public static readonly Grid Shared = OfMappings(
        "2", "Shared", MappingColumns.Shared, "SHARED", true, "No mapping has shared pages.",
        state => Where(state, m => m.HasSharedPages), (_, m) => m.HasSharedPages);

    /// <summary>The roll-up by file and kind.</summary>
    public static readonly Grid Libraries = new Grid<Library>
    {
        Key = "3",
        Name = "Libraries",
        WhenEmpty = "The process has no mappings.",
        Typed = LibraryColumns.All,
        First = GridSettings.For(LibraryColumns.All[0], descends: true),
        Rows = state => state.Snapshot?.Libraries ?? [],
        Gone = state => GoneOf(state).Libraries.Length == 0 ? [] : Missing(state),
        Source = state => new TableSource(state.Snapshot, state.SnapshotBefore, state.Watch?.Shown?.Story, GoneOf(state)),
        Identify = row => new RowKey(0, 0, row.Key),
        Earlier = (state, row) => state.SnapshotBefore?.Libraries.FirstOrDefault(library => library.Key == row.Key),
    };

    /// <summary>The mappings of one library.</summary>
    public static readonly Grid OfLibrary = OfMappings(
        "", "Mappings", MappingColumns.All, "ADDRESS", false, "It has no mappings any more.",
        state => state.Library?.Mappings ?? [],
        (state, mapping) => state.Place is Place.OfLibrary place && LibraryKey.Of(mapping) == place.Key,
        state => state.Place is Place.OfLibrary place ? $"of {place.Key.Text}" : "",
        state => state.Library);

    /// <summary>Every mapping, in address order.</summary>
    public static readonly Grid All = OfMappings(
        "4", "All mappings", MappingColumns.All, "ADDRESS", false, "The process has no mappings.", state => state.Snapshot?.Mappings ?? [], (_, _) => true);

    /// <summary>What has changed since the baseline.</summary>
    public static readonly Grid Growth = new Grid<GrowthRow>
    {
        Key = "5",
        Name = "Growth",
        Subject = state => (state.Watch?.Shown is { } look ? string.Create(CultureInfo.InvariantCulture, $"since {look.Baseline.Time:HH:mm:ss} ") : "")
            + $"by {state.GrowthBy.Name}",
        WhenEmpty = "Nothing has changed since the baseline.",
        Typed = GrowthRowColumns.All,
        First = GridSettings.For(GrowthRowColumns.All[0], descends: true),
        Rows = GrowthRows.Of,
        Source = state => new TableSource(state.Snapshot, state.SnapshotBefore, state.Watch?.Shown?.Story, state.GrowthBy),
        Identify = row => row.Key,
        Earlier = (_, row) => row with { Now = row.Before },
        IsStruck = row => row.Fate == Fate.Gone,
    };

    /// <summary>The columns of a grid, to be switched on and off.</summary>
    public static readonly Grid Columns = new Grid<ColumnChoice>
    {
        Name = "Columns",
        Subject = state => state.Place is Place.Columns place ? $"of {place.Of.Name}" : "",
        WhenEmpty = "There are no columns to choose.",
        Typed = ColumnChoice.Columns,
        First = GridSettings.For(ColumnChoice.Columns[0], descends: false),
        Rows = state => state.Place is Place.Columns place ? ColumnChoice.Of(place.Of, state.SettingsOf(place.Of)) : [],
        Source = state => state.Place is Place.Columns place ? new TableSource(state.SettingsOf(place.Of), place.Of) : default,
        Identify = choice => new RowKey(0, 0, choice.Column.Header),
        IsFaint = choice => !choice.IsShown,
    };

    /// <summary>All of them.</summary>
    public static ImmutableArray<Grid> Every { get; } = [Processes, Private, Shared, Libraries, OfLibrary, All, Growth, Columns];

    /// <summary>All of them with their columns, those that have the same ones together: for explaining the columns.</summary>
    public static ImmutableArray<(string Names, ImmutableArray<Column> Columns)> Explained { get; } =
        [.. Every.GroupBy(grid => string.Concat(grid.Columns.Select(column => column.Header + column.Meaning)))
            .Select(grids => (string.Join(", ", grids.Select(grid => grid.Name)), grids.First().Columns))];

    private static Grid<Mapping> OfMappings(
        string key, string name, ImmutableArray<Column<Mapping>> columns, string sortedBy, bool descends, string whenEmpty,
        Func<AppState, IReadOnlyList<Mapping>> rows, Func<AppState, Mapping, bool> isAmong, Func<AppState, string>? subject = null,
        Func<AppState, object?>? source = null) => new()
        {
            Key = key,
            Name = name,
            Subject = subject ?? (_ => ""),
            WhenEmpty = whenEmpty,
            Typed = columns,
            First = new GridSettings(sortedBy, descends, "", [], []),
            Rows = rows,
            Gone = state => [.. GoneOf(state).Mappings.Select(gone => gone.Mapping).Where(mapping => isAmong(state, mapping))],
            Source = state => new TableSource(source is null ? state.Snapshot : source(state), state.SnapshotBefore, state.Watch?.Shown?.Story, GoneOf(state)),
            Identify = mapping => new RowKey(mapping.Id),
            Earlier = (state, mapping) => state.SnapshotBefore?.Find(mapping.Id, mapping.Start, mapping.End),
        };

    private static GoneRows GoneOf(AppState state) => state.Watch?.Shown?.Gone ?? GoneRows.None;

    /// <summary>The libraries that have gone with all their mappings.</summary>
    private static List<Library> Missing(AppState state) =>
        [.. GoneOf(state).Libraries.Where(library => state.Snapshot?.Libraries.Any(now => now.Key == library.Key) == false)];

    private static List<Mapping> Where(AppState state, Func<Mapping, bool> condition) =>
        [.. (state.Snapshot?.Mappings ?? []).Where(condition)];
}
