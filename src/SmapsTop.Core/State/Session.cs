using System.Collections.Immutable;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using SmapsTop.Core.Proc;

namespace SmapsTop.Core.State;

/// <summary>
/// The one loop. Steps come in, from keys and from looks; each is folded into the state at once, so that the next key meets what the
/// last one did; the state alone says what is looked at. No code says "start polling" or "stop polling".
/// Tables are sorted and filtered on a thread of their own, for the newest state only.
/// </summary>
public sealed class Session : IDisposable
{
    /// <summary>So long after a step its view is on the screen, and a good while more.</summary>
    private static readonly TimeSpan UntilSeen = TimeSpan.FromSeconds(2);

    private readonly IProc _proc;
    private readonly SessionSchedulers _schedulers;
    private readonly Func<SaveJob, SaveResult> _save;
    private readonly Lock _gate = new();
    private readonly Subject<AppState> _states = new();
    private readonly BehaviorSubject<AppView> _views;
    private readonly CompositeDisposable _running = [];
    private AppState _state;
    private AppState? _told;
    private bool _isTelling;

    /// <summary>Begins a session.</summary>
    /// <param name="proc">The machine.</param>
    /// <param name="first">The state to begin with.</param>
    /// <param name="schedulers">Where its work runs.</param>
    /// <param name="save">Writes a file; null where nothing can be saved.</param>
    public Session(IProc proc, AppState first, SessionSchedulers schedulers, Func<SaveJob, SaveResult>? save = null)
    {
        _save = save ?? (_ => new SaveResult(0, "Nothing can be saved here."));
        _proc = proc;
        _schedulers = schedulers;
        _state = first;
        _views = new BehaviorSubject<AppView>(AppView.Of(first, null));

        _running.Add(_states.LatestOn(schedulers.Steps).Subscribe(state => _views.OnNext(AppView.Of(state, _views.Value))));
        Follow(state => (state.Watch is { GoesOn: true } watch && state.Place is not Place.Processes ? watch.Process.Identity : (ProcessIdentity?)null, state.Interval), Watching);
        Follow(state => (state.Place is Place.Processes, state.Interval), Listing);
        Follow(state => (state.Place is Place.Processes && !state.IsFrozen ? new Shown(state.OnScreen) : null, state.Interval), Sharing);
        Follow(state => state.Glances, Glancing);
        Follow(state => state.Saving, SavingIt);
        Follow(state => state.Watch?.Latest?.History.Thinnings ?? 0, GivingBack);
        Tell();
    }

    /// <summary>What is to be shown, beginning with what is shown now. A state that is the same is not told again.</summary>
    public IObservable<AppView> Views => _views;

    /// <summary>What is shown now.</summary>
    public AppView View => _views.Value;

    /// <summary>The newest state, whose view may still be on its way.</summary>
    public AppState State
    {
        get
        {
            lock (_gate)
                return _state;
        }
    }

    /// <summary>Takes a step. When it returns, <see cref="State"/> has it.</summary>
    public void Do(Func<AppState, AppState> step)
    {
        lock (_gate)
            _state = step(_state);
        Tell();
    }

    /// <inheritdoc/>
    public void Dispose() => _running.Dispose();

    /// <summary>Tells the newest state to whom it concerns: one telling at a time, whichever thread it is on.</summary>
    private void Tell()
    {
        while (true)
        {
            AppState state;
            lock (_gate)
            {
                if (ReferenceEquals(_told, _state) || _isTelling)
                    return;
                _isTelling = true;
                _told = state = _state;
            }
            _states.OnNext(state);
            lock (_gate)
                _isTelling = false;
        }
    }

    private void Follow<T>(Func<AppState, T> wanted, Func<T, IObservable<Func<AppState, AppState>>> effect) =>
        _running.Add(_states.Select(wanted).DistinctUntilChanged().Select(effect).Switch().Subscribe(Do));

    private IObservable<Func<AppState, AppState>> Watching((ProcessIdentity? Process, TimeSpan Interval) wanted)
    {
        if (wanted.Process is not { } process)
            return Observable.Never<Func<AppState, AppState>>();
        // The mappings keep their identities from look to look, also when the interval changes.
        var before = State.Watch is { } watch && watch.Process.Identity == process ? watch.Latest?.Sample : null;
        return Polling.Again(
            cancel =>
            {
                var reading = _proc.Look(process, before, cancel);
                before = reading is Reading.Seen seen ? seen.Sample : before;
                var now = Now();
                return state => state.Receive(process, reading, now);
            },
            $"/proc/{process.Pid}/smaps", () => State.Duty.Interval, _schedulers.Looks, _schedulers.Clock);
    }

    /// <summary>On the thread of the looks: never at once with one.</summary>
    private IObservable<Func<AppState, AppState>> Glancing((ProcessIdentity Process, GlanceSource Source)? wanted) => wanted is not var (process, source)
        ? Observable.Never<Func<AppState, AppState>>()
        : Polling.Again(
            _ =>
            {
                var begun = _schedulers.Clock.Now;
                var glance = _proc.Glance(process, source);
                var cost = _schedulers.Clock.Now - begun;
                return state => state.Receive(process, glance, source, cost);
            },
            waitingFor: null, () => Duty.BetweenGlances, _schedulers.Looks, _schedulers.Clock);

    private IObservable<Func<AppState, AppState>> Listing((bool IsOn, TimeSpan Interval) wanted) => !wanted.IsOn
        ? Observable.Never<Func<AppState, AppState>>()
        : Polling.Again(
            _ =>
            {
                var processes = _proc.List();
                var now = Now();
                return state => state.Receive(processes, now);
            },
            "the list of processes", () => wanted.Interval, _schedulers.Looks, _schedulers.Clock);

    private IObservable<Func<AppState, AppState>> Sharing((Shown? Shown, TimeSpan Interval) wanted) =>
        wanted.Shown is not { Processes.IsEmpty: false } shown
            ? Observable.Never<Func<AppState, AppState>>()
            : Polling.Again(
                cancel =>
                {
                    var shares = new Dictionary<ProcessIdentity, long?>();
                    foreach (var process in shown.Processes)
                    {
                        cancel.ThrowIfCancellationRequested();
                        shares[process] = _proc.Pss(process);
                    }
                    return state => state.Receive(shares);
                },
                waitingFor: null, () => wanted.Interval, _schedulers.Aside, _schedulers.Clock);

    private IObservable<Func<AppState, AppState>> SavingIt(SaveJob? job) => job is null
        ? Observable.Never<Func<AppState, AppState>>()
        : Observable.Start<Func<AppState, AppState>>(
            () =>
            {
                var result = _save(job);
                return state => state.Saved(job, result);
            },
            _schedulers.Aside);

    /// <summary>What was thinned out of the history is given back to the machine: left alone, the collector comes back to what is old only at a multiple of it.</summary>
    private IObservable<Func<AppState, AppState>> GivingBack(int thinnings) => thinnings == 0
        ? Observable.Never<Func<AppState, AppState>>()
        // Until then the screen shows a view of what was before, and all of that is in use.
        : Observable.Timer(UntilSeen, _schedulers.Clock).ObserveOn(_schedulers.Aside).Select(_ =>
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return (Func<AppState, AppState>)(state => state);
        });

    private DateTimeOffset Now() => _schedulers.Clock.Now.ToLocalTime();

    /// <summary>The processes on the screen; equal if they are the same ones.</summary>
    private sealed record Shown(ImmutableArray<ProcessIdentity> Processes)
    {
        public bool Equals(Shown? other) => other is not null && Processes.SequenceEqual(other.Processes);

        public override int GetHashCode() => Processes.Length;
    }
}
