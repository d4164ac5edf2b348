using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.State;

namespace SmapsTop.Core;

/// <summary>Movements of the eye, which are the screen's to carry out.</summary>
public enum Movement
{
    /// <summary>To the row above.</summary>
    Up,

    /// <summary>To the row below.</summary>
    Down,

    /// <summary>To the columns further left.</summary>
    Left,

    /// <summary>To the columns further right.</summary>
    Right,

    /// <summary>One page up.</summary>
    PageUp,

    /// <summary>One page down.</summary>
    PageDown,

    /// <summary>To the first row.</summary>
    Home,

    /// <summary>To the last row.</summary>
    End,
}

/// <summary>
/// A command: its keys, its words and what it does, in one place. The screen's key table, status bar, help and README are this list.
/// Keys are written as on the keyboard: a character stands for itself, others have names (Enter, F1, Ctrl+C).
/// </summary>
/// <param name="Keys">The keys, the usual one first.</param>
/// <param name="Label">Its word in the status bar; empty if it has none.</param>
/// <param name="Does">What it does, in one line of the help.</param>
public sealed record AppCommand(ImmutableArray<string> Keys, string Label, string Does)
{
    /// <summary>What it makes of the state, given the row under the cursor; null for a movement.</summary>
    public Func<AppState, RowKey?, AppState>? Step { get; init; }

    /// <summary>The movement it is; null for a step.</summary>
    public Movement? Movement { get; init; }

    /// <summary>Whether its keys mean it now.</summary>
    public Func<AppState, bool> When { get; init; } = state => !state.IsTyping;

    /// <summary>Whether its word stands in the status bar now, given that its keys mean it.</summary>
    public Func<AppState, bool> IsOffered { get; init; } = _ => true;

    /// <summary>Its word in the status bar now, where that changes.</summary>
    public Func<AppState, string> LabelNow { get => field ?? (_ => Label); init; }

    /// <summary>While what it exists; empty for always.</summary>
    public string While { get; init; } = "";

    /// <summary>False for a command that exists only while something is typed.</summary>
    public bool IsGeneral => While.Length == 0;

    /// <summary>Its keys as the help writes them.</summary>
    public string KeysText => string.Join(' ', Keys);

    /// <summary>Its keys as the status bar writes them.</summary>
    public string StatusKeys { get => field ?? Keys[0]; init; }

    /// <summary>Its keys as the status bar writes them on a terminal that shows ASCII only.</summary>
    public string AsciiStatusKeys { get => field ?? StatusKeys; init; }

    /// <summary>Every command, in the order of the help.</summary>
    public static ImmutableArray<AppCommand> All { get; } =
    [
        Saving(["Enter"], "Save", "save under this name", state => state.Save()),
        Saving(["Esc"], "Cancel", "save nothing", state => state.DropSave()),
        Saving(["Backspace"], "", "take the last character off the name", state => state.Erase()),
        Saving(["Ctrl+U"], "", "empty the name", state => state with { SaveAs = "" }),
        Filter(["Enter"], "Keep", "keep the filter", state => state.KeepFilter()),
        Filter(["Esc"], "Clear", "clear the filter", state => state.DropFilter()),
        Filter(["Backspace"], "", "take the last character off the filter", state => state.Erase()),
        Filter(["Ctrl+U"], "", "empty the filter", state => state.SetFilter("")),

        new(["Enter", "Space"], "Switch", "where columns are chosen: switch one off or on")
        {
            Step = (state, row) => state.Open(row),
            When = state => state.Place is Place.Columns && !state.IsTyping,
        },
        new(["Enter"], "Open", "open what is under the cursor (so does a double click)")
        {
            Step = (state, row) => state.Open(row),
            When = state => !state.IsTyping && state.Place is not Place.Columns,
            IsOffered = state => state.Grid is not null,
        },
        Of(["Esc", "Backspace"], "Back", "one step back: out of a filter, then out of the screen", state => state.Back(), state => !state.Behind.IsEmpty || state.Filter.Length > 0) with { LabelNow = state => state.Filter.Length > 0 ? "Clear" : "Back" },
        Of(["/"], "Filter", "filter: Enter keeps it, Esc clears it", state => state.StartFilter(), state => state.Grid is not null),
        Of(["v"], "View", "on the growth screen: by mapping, by library, by kind", state => state.TurnGrowth(), state => state.Place is Place.Growth),
        Of(["Tab"], "Pane", "next pane", state => state.Turn(1), state => state.Place.Grids.Length > 1),
        Of(["Shift+Tab"], "", "previous pane", state => state.Turn(-1)),
        Of(["Space"], "Freeze", "freeze what is shown, or go on; reading goes on all the while", state => state.Freeze()) with
        {
            LabelNow = state => state.IsFrozen ? "Go on" : "Freeze",
            IsOffered = state => state.IsFrozen || state.IsOnList || state.Watch is not { GoesOn: false },
            When = state => !state.IsTyping && state.Place is not (Place.Help or Place.Columns),
        },
        Travel("Left", "Time", "while frozen: one sample back in time, all panes with it", -1) with { StatusKeys = "← →", AsciiStatusKeys = "Left Right" },
        Travel("Right", "", "while frozen: one sample on", 1),
        Travel("Shift+Left", "", "while frozen: far back, by a twentieth of the chart", -1, isFar: true),
        Travel("Shift+Right", "", "while frozen: far on", 1, isFar: true),
        Of(["b"], "Baseline", "set the baseline here: changes are counted from what is shown now", state => state.SetBaseline(), state => state.Sample is not null && state.Place.Grids.Length > 0 && state.Place is not Place.Processes),
        Go("1", "Maps", "private mappings", state => state.GoMaps(0), state => state.Watch is not null && state.Place is Place.Libraries or Place.All),
        Go("2", "", "shared mappings", state => state.GoMaps(1), _ => false),
        Go("3", "Libs", "libraries: the mappings rolled up by file and kind", state => state.Go(new Place.Libraries()), state => state.Watch is not null && state.Place is Place.Maps),
        Go("4", "All", "all mappings, in address order", state => state.Go(new Place.All()), state => state.Watch is not null && state.Place is Place.Maps),
        Go("5", "Growth", "growth: what changed since the baseline, with a chart", state => state.Go(new Place.Growth()), state => state.Watch is not null && state.Place is Place.Maps or Place.Libraries or Place.All),
        Of(["f"], "", "what the chart shows: private + swap, RSS, PSS, the row under the cursor, the memory by kind", state => state.TurnChart()),
        Of(["z"], "", "a shorter time in the chart", state => state.SetZoom(-1)),
        Of(["Z"], "", "a longer time in the chart, at last all of it", state => state.SetZoom(1)),
        Of(["<"], "Sort", "sort by the column to the left", state => state.SortBeside(-1), state => state.Grid is not null) with { StatusKeys = "< >" },
        Of([">"], "", "sort by the column to the right", state => state.SortBeside(1)),
        Of(["r"], "Reverse", "turn the order round (a click on a header sorts by it, another turns it round)", state => state.Reverse(), state => state.Grid is not null),
        new(["m"], "Mark", "mark the row, or unmark it: the title has the sum of the marked rows")
        {
            Step = (state, row) => state.Mark(row),
            IsOffered = state => state.Place is Place.Growth,
        },
        Of(["M"], "", "unmark all rows", state => state.Unmark()),
        Of(["+"], "", "look more often", state => state.Pace(-1)),
        Of(["-"], "", "look less often", state => state.Pace(1)),
        Of(["u"], "", "units: 1.2M, or kB of 1024 bytes", state => state.ToggleUnit()),
        Of(["c"], "", "choose columns", state => state.ChooseColumns()),
        Of(["e"], "Save", "save this sample or this table to a file; the ending of its name says what: .smaps the sample as the kernel prints it, .txt .csv .tsv .json the table", state => state.StartSave(), state => state.Place is Place.Growth),
        Of(["p"], "Processes", "the processes again", state => state.GoProcesses(), state => state.Place is not Place.Processes && !state.IsSaved),
        Of(["?", "F1"], "Help", "this help", state => state.Enter(new Place.Help()), state => state.Place is not Place.Help),
        Of(["q", "F10"], "Quit", "quit", state => state with { IsOver = true }),
        Of(["Ctrl+C"], "", "quit, from anywhere", state => state with { IsOver = true }) with { When = _ => true },

        Move(Core.Movement.Up, "row up", "Up", "k"),
        Move(Core.Movement.Down, "row down", "Down", "j"),
        Move(Core.Movement.Left, "columns further left (while frozen: h)", "Left", "h"),
        Move(Core.Movement.Right, "columns further right (while frozen: l)", "Right", "l"),
        Move(Core.Movement.PageUp, "page up", "PgUp"),
        Move(Core.Movement.PageDown, "page down", "PgDn"),
        Move(Core.Movement.PageDown, "page down in the help", "Space") with { When = state => state.Place is Place.Help },
        Move(Core.Movement.Home, "first row", "Home", "g"),
        Move(Core.Movement.End, "last row", "End", "G"),
    ];

    /// <summary>Carries a step out. What was said about the key before is unsaid.</summary>
    public AppState Apply(AppState state, RowKey? row) =>
        Step is null ? state : Step(state.Hint is null ? state : state with { Hint = null }, row);

    /// <summary>The command that a key means now; null for none.</summary>
    public static AppCommand? Find(AppState state, string key) =>
        All.FirstOrDefault(command => command.Keys.Contains(key) && command.When(state) && !(state.IsTyping && command.Movement is not null && key.Length == 1));

    private static AppCommand Of(ImmutableArray<string> keys, string label, string does, Func<AppState, AppState> step, Func<AppState, bool>? isOffered = null) =>
        new(keys, label, does) { Step = (state, _) => step(state), IsOffered = isOffered ?? (_ => true) };

    /// <summary>A key that leads to a screen of a process: on the list, of the one under the cursor.</summary>
    private static AppCommand Go(string key, string label, string does, Func<AppState, AppState> go, Func<AppState, bool> isOffered) => new([key], label, does)
    {
        Step = (state, row) => go(state.Place is Place.Processes && row is not null ? state.Resume(row) : state),
        IsOffered = isOffered,
    };

    private static AppCommand Travel(string key, string label, string does, int direction, bool isFar = false) =>
        Of([key], label, does, state => state.Travel(direction, isFar)) with { When = state => state.CanTravel && !state.IsTyping };

    private static AppCommand Filter(ImmutableArray<string> keys, string label, string does, Func<AppState, AppState> step) =>
        Of(keys, label, does, step) with { When = state => state.IsFiltering && state.SaveAs is null, While = "filtering" };

    private static AppCommand Saving(ImmutableArray<string> keys, string label, string does, Func<AppState, AppState> step) =>
        Of(keys, label, does, step) with { When = state => state.SaveAs is not null, While = "naming a file" };

    private static AppCommand Move(Movement movement, string does, params ImmutableArray<string> keys) =>
        new(keys, "", does) { Movement = movement, When = _ => true };
}
