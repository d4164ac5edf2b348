using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.History;
using SmapsTop.Core.Proc;

namespace SmapsTop.Core.State;

/// <content>The verbs of what comes from the machine.</content>
public sealed partial record AppState
{
    /// <summary>Begins to watch a process. How its grids are sorted stays; what the last one was searched for does not.</summary>
    public AppState StartWatch(ProcessInfo process) => Go(new Place.Maps()) with
    {
        Watch = new Watch(process),
        Pane = 0,
        IsFrozen = false,
        WaitingFor = null,
        Marked = Marked.Where(key => key.IsOfProcess).ToImmutableHashSet(),
        Settings = Settings.ToImmutableDictionary(
            entry => entry.Key, entry => entry.Key == AllGrids.Processes.Name ? entry.Value : entry.Value with { Filter = "" }),
    };

    /// <summary>The state to begin with on what was saved of a process: read as fast as it goes, and shown as a whole.</summary>
    public static AppState OfSaved(ProcessInfo process) => new AppState
    {
        IsSaved = true,
        Interval = TimeSpan.Zero,
        Zoom = ChartScale.Zooms.Length - 1,
    }.StartWatch(process) with
    { Behind = [] };

    /// <summary>Takes in what a look at a process gave; one that is watched no more is passed over.</summary>
    public AppState Receive(ProcessIdentity process, Reading reading, DateTimeOffset now)
    {
        if (Watch is null || Watch.Process.Identity != process)
            return this;
        var watch = Watch.Receive(reading, now, IsFrozen);
        return ReferenceEquals(watch, Watch) && WaitingFor is null ? this : this with { Watch = watch, WaitingFor = null };
    }

    /// <summary>Takes in a list of the processes.</summary>
    public AppState Receive(ImmutableArray<ProcessInfo> processes, DateTimeOffset now)
    {
        if (IsFrozen && !Processes.IsEmpty)
            return WaitingFor is null ? this : this with { WaitingFor = null };
        var before = Processes.ToDictionary(row => (row.Process.Pid, row.Process.Identity.StartTicks));
        var rows = processes.Select(process =>
        {
            var known = before.GetValueOrDefault((process.Pid, process.Identity.StartTicks));
            var row = ProcessRow.At(now, process, known);
            return row == known ? known : row;
        }).ToImmutableList();
        var isSame = rows.Count == Processes.Count && rows.Zip(Processes).All(pair => ReferenceEquals(pair.First, pair.Second));
        return isSame && WaitingFor is null ? this : this with { Processes = isSame ? Processes : rows, WaitingFor = null };
    }

    /// <summary>Takes in the proportional shares, in kB, of some processes.</summary>
    public AppState Receive(IReadOnlyDictionary<ProcessIdentity, long?> shares)
    {
        var rows = Processes.Select(row =>
            shares.TryGetValue(row.Process.Identity, out var pss) && pss != row.Pss ? row with { Pss = pss } : row).ToImmutableList();
        return IsFrozen || rows.SequenceEqual(Processes) ? this : this with { Processes = rows };
    }

    /// <summary>Says which processes' rows are on the screen.</summary>
    public AppState Show(ImmutableArray<ProcessIdentity> onScreen) =>
        onScreen.SequenceEqual(OnScreen) ? this : this with { OnScreen = onScreen };

    /// <summary>Says what is being waited for.</summary>
    public AppState Wait(string what) => WaitingFor == what ? this : this with { WaitingFor = what };

    /// <summary>Freezes what is shown, or lets it go on from the newest sample.</summary>
    public AppState Freeze() => this with
    {
        IsFrozen = !IsFrozen,
        Watch = Watch is null ? null : Watch with { Shown = IsFrozen ? Watch.Latest : Watch.Shown, Glance = null },
    };

    /// <summary>Counts changes from what is shown now.</summary>
    public AppState SetBaseline() => Watch?.Shown is null
        ? this with { Hint = "There is nothing to count changes from yet." }
        : this with { Watch = Watch.SetBaseline() };

    /// <summary>Goes back (-1) or on (1) in time: by one sample, or far, by a twentieth of what the chart shows.</summary>
    public AppState Travel(int direction, bool isFar = false)
    {
        if (!CanTravel || Watch is not { Latest.History: var history } watch)
            return this;
        var shown = ChartScale.Zooms[Zoom] ?? history.Last!.Time - history.First!.Time;
        var next = watch.Travel(direction, isFar ? shown / 20 : TimeSpan.Zero);
        return ReferenceEquals(next, watch)
            ? this with { Hint = direction < 0 ? "There is no earlier sample." : "This is the newest sample." }
            : this with { Watch = next };
    }

    /// <summary>Shows a shorter (-1) or a longer (1) time in the chart. What is longer than there is any is all of it.</summary>
    public AppState SetZoom(int direction)
    {
        var history = Watch?.Shown?.History;
        var there = history is null ? TimeSpan.MaxValue : history.Last!.Time - history.First!.Time;
        var next = Math.Clamp(Zoom + direction, 0, ChartScale.Zooms.Length - 1);
        if (direction < 0 && ChartScale.Zooms[Zoom] is null)
        {
            while (next > 0 && ChartScale.Zooms[next] >= there)
                next--;
        }
        else if (direction > 0 && ChartScale.Zooms[Zoom] >= there)
        {
            next = ChartScale.Zooms.Length - 1;
        }
        return this with { Zoom = next };
    }

    /// <summary>Looks more often (-1) or less often (1).</summary>
    public AppState Pace(int direction)
    {
        if (IsSaved)
            return this with { Hint = "This was saved: it is not read again." };
        var seconds = Interval.TotalSeconds;
        var next = direction < 0
            ? Intervals.LastOrDefault(interval => interval < seconds, Intervals[0])
            : Intervals.FirstOrDefault(interval => interval > seconds, Intervals[^1]);
        return next == seconds ? this : this with { Interval = TimeSpan.FromSeconds(next) };
    }
}
