using System.Reactive.Concurrency;
using NSubstitute;
using SmapsTop.Core.History;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;
using SmapsTop.Core.Tests.Smaps;

namespace SmapsTop.Core.Tests.State;

public sealed class SessionTests : IDisposable
{
    private static readonly ProcessIdentity App = States.App.Identity;

    private readonly IProc _proc = Substitute.For<IProc>();
    private readonly HistoricalScheduler _time = new(States.Noon);
    private readonly List<Sample?> _befores = [];
    private readonly List<AppView> _views = [];
    private Func<int, Reading> _look = count => new Reading.Seen(States.Sample(Growing(count)));
    private Session? _session;

    public SessionTests()
    {
        _proc.List().Returns([States.App, States.Process(1, "init")]);
        _proc.Look(Arg.Any<ProcessIdentity>(), Arg.Any<Sample?>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            _befores.Add(call.Arg<Sample?>());
            return _look(_befores.Count);
        });
        _proc.Pss(Arg.Any<ProcessIdentity>()).Returns(call => call.Arg<ProcessIdentity>().Pid * 2);
    }

    private AppState State => _session!.View.State;

    public void Dispose() => _session?.Dispose();

    [Fact]
    public void It_begins_with_the_list_and_keeps_it_up_to_date()
    {
        Begin(new AppState());
        Assert.Equal([States.App, States.Process(1, "init")], State.Processes.Select(row => row.Process));
        _proc.List().Returns([]);
        Pass(1);
        Assert.Empty(State.Processes);
        Assert.Empty(_befores);
    }

    [Fact]
    public void What_is_watched_is_looked_at_again_and_again()
    {
        Watch();
        Assert.Single(_befores);
        Pass(1);
        Pass(1);
        Assert.Equal(3, _befores.Count);
        Assert.Equal(3, State.Watch!.Latest!.Number);
        _proc.DidNotReceive().List();
    }

    [Fact]
    public void Each_look_is_given_the_sample_before()
    {
        Watch();
        Pass(1);
        Assert.Null(_befores[0]);
        Assert.Same(State.SnapshotBefore, _befores[1]!.Snapshot);
    }

    [Fact]
    public void While_frozen_reading_goes_on_and_what_is_shown_stands_still()
    {
        Watch();
        var shown = State.Watch!.Shown;
        Do(state => state.Freeze());
        Pass(3);
        Assert.Same(shown, State.Watch.Shown);
        Assert.Equal(4, State.Watch.Latest!.Number);
        Do(state => state.Freeze());
        Assert.Same(State.Watch.Latest, State.Watch.Shown);
    }

    [Fact]
    public void Another_interval_keeps_the_mappings_identities()
    {
        Watch();
        Pass(1);
        var last = State.Sample;
        var looks = _befores.Count;
        Do(state => state.Pace(1));
        Pass(0.5);
        Assert.Same(last, _befores[looks]);
        looks = _befores.Count;
        Pass(1);
        Assert.Equal(looks, _befores.Count);
        Pass(1);
        Assert.Equal(looks + 1, _befores.Count);
    }

    [Fact]
    public void Back_at_the_list_the_process_is_left_alone()
    {
        Watch();
        Do(state => state.GoProcesses());
        var looks = _befores.Count;
        Pass(5);
        Assert.Equal(looks, _befores.Count);
        Assert.Equal(2, State.Processes.Count);
        Do(state => state.Go(new Place.All()));
        Assert.Equal(looks + 1, _befores.Count);
        Assert.NotNull(_befores[^1]);
    }

    [Fact]
    public void Looking_ends_with_a_final_reason_only() => Assert.All(UnseenReason.All, reason =>
    {
        _befores.Clear();
        _look = _ => States.Unseen(reason);
        Watch();
        Pass(5);
        Assert.Equal((reason, reason.IsFinal ? 1 : 6), (State.Watch!.Trouble!.Reason, _befores.Count));
        _session!.Dispose();
    });

    [Fact]
    public void The_result_of_a_process_no_longer_watched_is_passed_over()
    {
        Watch();
        var other = States.Process(1, "init");
        Do(state => state.StartWatch(other));
        var before = State;
        Do(state => state.Receive(App, States.Unseen(UnseenReason.Ended), States.Noon));
        Assert.Same(before, State);
        Assert.Null(State.Watch!.Trouble);
    }

    [Fact]
    public void An_equal_reading_makes_the_history_longer_and_leaves_what_is_shown()
    {
        var same = Growing(1);
        _look = _ => new Reading.Seen(States.Sample(same));
        Watch();
        Pass(1);
        var (sample, tables) = (State.Sample, _views[^1].Tables);
        Pass(10);
        Assert.Equal(12, _befores.Count);
        Assert.Same(sample, State.Sample);
        Assert.Equal(tables, _views[^1].Tables);
        Assert.Equal(12, State.Watch!.Shown!.History.Moments.Count);
    }

    [Fact]
    public void An_equal_list_shows_no_new_view()
    {
        Begin(new AppState());
        // A growth is known after five seconds.
        Pass(6);
        var views = _views.Count;
        Pass(10);
        Assert.Equal(views, _views.Count);
    }

    [Fact]
    public void Tables_in_which_nothing_changed_stay()
    {
        Watch();
        Do(state => state.Wait("nothing"));
        Assert.Equal(_views[^2].Tables, _views[^1].Tables);
        Assert.NotSame(_views[^2], _views[^1]);
    }

    [Fact]
    public void Shares_are_read_for_the_rows_on_the_screen_only()
    {
        Begin(new AppState());
        Pass(2);
        _proc.DidNotReceive().Pss(Arg.Any<ProcessIdentity>());
        Do(state => state.Show([App]));
        Assert.Equal([App.Pid * 2, null], State.Processes.Select(row => row.Pss));
        Do(state => state.Freeze());
        _proc.ClearReceivedCalls();
        Pass(2);
        _proc.DidNotReceive().Pss(Arg.Any<ProcessIdentity>());
        Do(state => state.Freeze().StartWatch(States.App));
        Pass(2);
        _proc.DidNotReceive().Pss(Arg.Any<ProcessIdentity>());
    }

    [Fact]
    public void Looks_that_are_dear_are_further_apart_and_the_totals_are_followed_each_second()
    {
        _look = count => new Reading.Seen(States.Sample(Growing(count)) with { Cost = TimeSpan.FromSeconds(0.31) });
        _proc.Glance(Arg.Any<ProcessIdentity>(), Arg.Any<GlanceSource>()).Returns(new Glance { Rss = 77 });
        Watch();
        Pass(6.19);
        Assert.Single(_befores);
        Assert.Equal(new Glance { Rss = 77 }, State.Watch!.Glance);
        _proc.Received(7).Glance(App, GlanceSource.Rollup);
        Pass(0.02);
        Assert.Equal(2, _befores.Count);
        Assert.Null(State.Watch.Glance);
        Pass(1);
        Assert.Equal(77, State.Watch.Glance?.Rss);
    }

    [Fact]
    public void A_rollup_that_is_dear_is_not_read_again()
    {
        _look = count => new Reading.Seen(States.Sample(Growing(count)) with { Cost = TimeSpan.FromSeconds(0.31) });
        _proc.Glance(Arg.Any<ProcessIdentity>(), GlanceSource.Rollup).Returns(_ =>
        {
            _time.Sleep(TimeSpan.FromSeconds(0.02));
            return new Glance { Rss = 77 };
        });
        Watch();
        Pass(5);
        _proc.Received(1).Glance(App, GlanceSource.Rollup);
        _proc.Received(5).Glance(App, GlanceSource.Status);
    }

    [Fact]
    public void Nobody_glances_at_what_is_cheap_to_look_at_or_frozen_or_ended()
    {
        Watch();
        Pass(3);
        _look = count => new Reading.Seen(States.Sample(Growing(count)) with { Cost = TimeSpan.FromSeconds(0.31) });
        Do(state => state.Freeze());
        Pass(10);
        _look = _ => States.Unseen(UnseenReason.Ended);
        Pass(10);
        Do(state => state.Freeze());
        Pass(3);
        _proc.DidNotReceiveWithAnyArgs().Glance(default, default);
    }

    [Fact]
    public void Each_time_the_history_was_thinned_memory_is_given_back()
    {
        var first = new Sample[] { States.Sample(Growing(1)), States.Sample(Growing(2), time: States.Noon.AddSeconds(1)) };
        var small = first.Aggregate(Timeline.Within(20_000), (timeline, sample) => timeline.Add(sample));
        var look = new Look(first[1], null, 1, small, small.Last!, small.First!, GoneRows.None);
        _look = count => new Reading.Seen(States.Sample(Growing(count + 2), time: _time.Now));
        var state = new AppState().StartWatch(States.App);
        Begin(state with { Watch = state.Watch! with { Latest = look, Shown = look } });
        var (thinnings, collections) = (0, GC.CollectionCount(GC.MaxGeneration));
        for (var second = 0; second < 200; second++)
        {
            Pass(1);
            thinnings = State.Watch!.Latest!.History.Thinnings;
        }
        Assert.InRange(thinnings, 2, 50);
        Pass(2);
        Assert.InRange(GC.CollectionCount(GC.MaxGeneration) - collections, thinnings, int.MaxValue);
    }

    private static Snapshot Growing(int count) => SmapsText.Parse(SmapsText.Vm(0x1000, 0x9000, "[heap]", rss: 4 * count));

    private void Watch() => Begin(new AppState().StartWatch(States.App));

    private void Begin(AppState first)
    {
        _session = new Session(_proc, first, new SessionSchedulers(_time, _time, _time, _time));
        _session.Views.Subscribe(_views.Add);
        Pass(0.001);
    }

    private void Do(Func<AppState, AppState> step)
    {
        _session!.Do(step);
        Pass(0.001);
    }

    private void Pass(double seconds) => _time.AdvanceBy(TimeSpan.FromSeconds(seconds));
}
