using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.History;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.State;

/// <summary>
/// Everything that decides what is computed and shown, as one value that never changes: each verb returns the next one, and the
/// same one if nothing is different. What only moves the eye (the cursor, how far a grid is scrolled) is the screen's.
/// </summary>
public sealed partial record AppState
{
    /// <summary>The intervals that + and - go through, in seconds.</summary>
    private static readonly double[] Intervals = [0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600];

    /// <summary>The shortest interval between two looks.</summary>
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(0.1);

    /// <summary>The longest interval between two looks.</summary>
    public static readonly TimeSpan LongestInterval = TimeSpan.FromHours(1);

    /// <summary>Where the user is.</summary>
    public Place Place { get; init; } = new Place.Processes();

    /// <summary>The places behind, to which Esc goes back, the nearest first.</summary>
    public ImmutableStack<Place> Behind { get; init; } = [];

    /// <summary>Which of the place's grids keys go to, where it has several.</summary>
    public int Pane { get; init; }

    /// <summary>The processes of the last look at them; empty before the first.</summary>
    public ImmutableList<ProcessRow> Processes { get; init; } = [];

    /// <summary>The processes whose rows are on the screen: only theirs is read what is dear.</summary>
    public ImmutableArray<ProcessIdentity> OnScreen { get; init; } = [];

    /// <summary>The process that is watched; null while none has been chosen.</summary>
    public Watch? Watch { get; init; }

    /// <summary>True if what is watched was saved: nothing is read from the machine.</summary>
    public bool IsSaved { get; init; }

    /// <summary>True while what is shown stands still. Reading goes on.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Time from the end of one look to the beginning of the next.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How amounts of memory are written.</summary>
    public SizeUnit Unit { get; init; }

    /// <summary>How the user has arranged the grids, by their names; those not here are as they began.</summary>
    public ImmutableDictionary<string, GridSettings> Settings { get; init; } = ImmutableDictionary<string, GridSettings>.Empty;

    /// <summary>The rows that were marked, on whatever screen.</summary>
    public ImmutableHashSet<RowKey> Marked { get; init; } = [];

    /// <summary>What the rows of the growth screen are.</summary>
    public RollUp GrowthBy { get; init; } = RollUp.Mapping;

    /// <summary>What the chart shows.</summary>
    public ChartSubject Chart { get; init; } = ChartSubject.All[0];

    /// <summary>How long a time the chart shows: the place in <see cref="ChartScale.Zooms"/>.</summary>
    public int Zoom { get; init; } = ChartScale.Zooms.IndexOf(Growth.Window);

    /// <summary>Whether the terminal shows ASCII only.</summary>
    public bool IsAscii { get; init; }

    /// <summary>Whether the terminal shows braille; where it does not, curves are made of blocks.</summary>
    public bool HasBraille { get; init; } = true;

    /// <summary>True while keys go into the filter.</summary>
    public bool IsFiltering { get; init; }

    /// <summary>What is being waited for, if it takes longer than half a second; null for nothing.</summary>
    public string? WaitingFor { get; init; }

    /// <summary>A short word about the last key, where it could do nothing; null for none.</summary>
    public string? Hint { get; init; }

    /// <summary>True once the user wants to leave.</summary>
    public bool IsOver { get; init; }

    /// <summary>The grid that keys go to; null where there is none.</summary>
    public Grid? Grid => Place.Grids.Length == 0 ? null : Place.Grids[Math.Min(Pane, Place.Grids.Length - 1)];

    /// <summary>True on the list of processes, and in what was opened over it.</summary>
    public bool IsOnList => Place is Place.Processes || (Place is Place.Help or Place.Columns && !Behind.IsEmpty && Behind.Peek() is Place.Processes);

    /// <summary>The sample on the screen; null before the first.</summary>
    public Sample? Sample => Watch?.Shown?.Sample;

    /// <summary>The mappings on the screen.</summary>
    public Snapshot? Snapshot => Sample?.Snapshot;

    /// <summary>The mappings one look before those on the screen.</summary>
    public Snapshot? SnapshotBefore => Watch?.Shown?.Before;

    /// <summary>The library whose mappings are shown; null if none is, or if it is gone.</summary>
    public Library? Library => Place is Place.OfLibrary place
        ? Snapshot?.Libraries.FirstOrDefault(library => library.Key == place.Key)
        : null;

    /// <summary>True if other moments can be looked at: what is shown stands still.</summary>
    public bool CanTravel => Watch is { Shown: not null } watch && (IsFrozen || !watch.GoesOn) && !IsOnList;

    /// <summary>How a grid is arranged.</summary>
    public GridSettings SettingsOf(Grid grid) => Settings.GetValueOrDefault(grid.Name, grid.First);

    /// <summary>The filter of the grid that keys go to; empty for none.</summary>
    public string Filter => Grid is { } grid ? SettingsOf(grid).Filter : "";

    private AppState With(Grid grid, Func<GridSettings, GridSettings> change) =>
        this with { Settings = Settings.SetItem(grid.Name, change(SettingsOf(grid))) };
}
