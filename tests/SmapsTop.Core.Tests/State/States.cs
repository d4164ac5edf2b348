using SmapsTop.Core.Grids;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Tests.State;

/// <summary>Makes processes, samples and states, and presses keys.</summary>
public static class States
{
    /// <summary>When the first sample is taken.</summary>
    public static readonly DateTimeOffset Noon = new(2024, 5, 6, 12, 0, 0, TimeSpan.Zero);

    public static readonly ProcessInfo App = Process(4567, "app");

    /// <summary>Every grid, by name.</summary>
    public static TheoryData<string> GridNames { get; } = [.. AllGrids.Every.Select(grid => grid.Name)];

    public static ProcessInfo Process(int pid, string name, long rss = 1000) => new()
    {
        Identity = new ProcessIdentity(pid, (ulong)pid * 10, new ProgramMark(0x1000, 0x2000)),
        Name = name,
        Command = $"/bin/{name} --run",
        User = "me",
        State = 'S',
        Threads = 1,
        Rss = rss,
    };

    public static Grid Grid(string name) => AllGrids.Every.Single(grid => grid.Name == name);

    public static Sample Sample(Snapshot snapshot, ProcessInfo? process = null, DateTimeOffset? time = null) =>
        new(process ?? App, snapshot, time ?? Noon, TimeSpan.FromMilliseconds(3.14), null, new Limits { MostMappings = 65530 });

    public static Sample Sample(string capture) => Sample(Fixture.Smaps(capture));

    public static Reading Seen(string capture) => new Reading.Seen(Sample(capture));

    public static Reading Unseen(UnseenReason reason, string detail = "") => new Reading.Unseen(reason, detail);

    /// <summary>A list of three processes, seen once.</summary>
    public static AppState List() => new AppState().Receive([Process(1, "init", 10), Process(42, "shell", 300), App], Noon);

    /// <summary>A watch opened from the list, with one sample.</summary>
    public static AppState Watching(string capture = "zoo") => List().StartWatch(App).See(Fixture.Smaps(capture));

    /// <summary>Two samples, so that there is a difference.</summary>
    public static AppState Watching(string first, string second)
    {
        var before = SmapsTop.Core.Tests.Smaps.SmapsText.Parse(first);
        return List().StartWatch(App).See(before).See(SmapsTop.Core.Tests.Smaps.SmapsText.Parse(second, before));
    }

    /// <summary>A state in which each grid of the watched process, or the list, has its rows.</summary>
    public static AppState Showing(Grid grid, string capture = "zoo")
    {
        var state = Watching(capture);
        if (grid == AllGrids.OfLibrary)
            return state.Enter(new Place.OfLibrary(state.Snapshot!.Libraries.MaxBy(library => library.Mappings.Length)!.Key));
        if (grid == AllGrids.Growth)
            return Grown(capture).Enter(new Place.Growth());
        return grid == AllGrids.Columns ? state.Enter(new Place.Columns(AllGrids.All)) : state;
    }

    /// <summary>A watch in which every third mapping is new since the baseline.</summary>
    public static AppState Grown(string capture = "zoo")
    {
        var snapshot = Fixture.Smaps(capture);
        return List().StartWatch(App)
            .See(new Snapshot([.. snapshot.Mappings.Where((_, i) => i % 3 != 0)], 1))
            .See(snapshot);
    }

    public static AppState See(this AppState state, Snapshot snapshot) => state.Receive(App.Identity, new Reading.Seen(Sample(snapshot)), Noon);

    public static AppState See(this AppState state, Snapshot snapshot, DateTimeOffset time) =>
        state.Receive(App.Identity, new Reading.Seen(Sample(snapshot, time: time)), time);

    public static AppState See(this AppState state, Reading reading, int minutes = 0) => state.Receive(App.Identity, reading, Noon.AddMinutes(minutes));

    /// <summary>Presses keys, as the screen does: what is no command and belongs into the filter is typed.</summary>
    public static AppState Press(this AppState state, params IEnumerable<string> keys) => keys.Aggregate(state, (now, key) => now.PressOn(key, null));

    /// <summary>Presses a key with the cursor on a row.</summary>
    public static AppState PressOn(this AppState state, string key, RowKey? row)
    {
        if (AppCommand.Find(state, key) is { } command)
            return command.Apply(state, row);
        Assert.True(state.IsTyping, $"{key} does nothing");
        return state.Type(key);
    }

    /// <summary>Filters one grid, whether or not it is on the screen.</summary>
    public static AppState SetFilterOf(this AppState state, Grid grid, string filter) =>
        state with { Settings = state.Settings.SetItem(grid.Name, state.SettingsOf(grid) with { Filter = filter }) };

    /// <summary>The settings of the grid that keys go to.</summary>
    public static GridSettings Settings(this AppState state) => state.SettingsOf(state.Grid!);
}
