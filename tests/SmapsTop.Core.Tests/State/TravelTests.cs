using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Tests.State;

/// <summary>Looking back in time, with all panes.</summary>
public sealed class TravelTests
{
    private readonly SmapsParser _parser = new();
    private Snapshot? _before;
    private AppState _state = States.List().StartWatch(States.App);
    private DateTimeOffset _time = States.Noon;

    [Fact]
    public void Frozen_the_arrows_go_through_the_samples_and_every_number_is_that_of_then()
    {
        See(100, 200, 300, 400);
        _state = (_state with { Zoom = 0 }).Press("Space").Press("Left");
        Assert.Equal("300K", Cell("DIRTY"));
        Assert.Equal("+200K", Cell("Δ"));
        Assert.Equal(300, TotalsLine.Main[4].Now(_state.Watch!.Shown));
        Assert.Equal(1, _state.Grid!.Show(_state, null).Trend(0, _state.Grid["DIRTY"]));
        Assert.Equal("at 12:00:02, 1s back", TitleLine.Of(_state).Mode);
        _state = _state.Press("Left").Press("Left");
        Assert.Equal("100K", Cell("DIRTY"));
        Assert.Equal(0, _state.Grid!.Show(_state, null).Trend(0, _state.Grid["DIRTY"]));
        Assert.Contains("no earlier", _state.Press("Left").Hint!, StringComparison.Ordinal);
        _state = _state.Press("Right");
        Assert.Equal("200K", Cell("DIRTY"));
        Assert.DoesNotContain(TitleLine.Of(_state).Pace, part => part.StartsWith('#'));
    }

    [Fact]
    public void Two_moments_make_the_change_whichever_comes_first()
    {
        See(100, 200, 350, 400);
        _state = (_state with { Zoom = 0 }).Press("Space").Press("Left").Press("Left").Press("b").Press("Right");
        Assert.Equal("+150K", Cell("Δ"));
        _state = _state.Press("b").Press("Left");
        Assert.Equal("-150K", Cell("Δ"));
    }

    [Fact]
    public void What_came_after_the_freeze_can_be_reached_and_going_on_shows_the_newest()
    {
        See(100, 200);
        _state = (_state with { Zoom = 0 }).Press("Space");
        See(300, 400);
        Assert.Equal("200K", Cell("DIRTY"));
        _state = _state.Press("Right").Press("Right");
        Assert.Equal("400K", Cell("DIRTY"));
        Assert.Contains("newest", _state.Press("Right").Hint!, StringComparison.Ordinal);
        _state = _state.Press("Left").Press("Left").Press("Space");
        Assert.Equal("400K", Cell("DIRTY"));
        Assert.False(_state.IsFrozen);
        Assert.Same(_state.Watch!.Latest, _state.Watch.Shown);
    }

    [Fact]
    public void Live_the_arrows_are_those_of_the_columns()
    {
        See(100, 200);
        Assert.Equal(Movement.Left, AppCommand.Find(_state, "Left")!.Movement);
        Assert.Null(AppCommand.Find(_state.Press("Space"), "Left")!.Movement);
        Assert.Equal(Movement.Left, AppCommand.Find(_state.Press("Space"), "h")!.Movement);
    }

    [Fact]
    public void A_far_step_is_a_twentieth_of_what_the_chart_shows()
    {
        See([.. Enumerable.Range(0, 100).Select(i => 100 + i)]);
        _state = _state.Press("Space").Press("Left");
        Assert.Equal("198K", Cell("DIRTY"));
        Assert.Equal("183K", Cell("DIRTY", _state.Press("Shift+Left")));
        Assert.Equal("195K", Cell("DIRTY", (_state with { Zoom = 0 }).Press("Shift+Left")));
        Assert.Equal("198K", Cell("DIRTY", _state.Press("Shift+Left").Press("Shift+Right")));
    }

    [Fact]
    public void Samples_less_than_a_second_apart_have_tenths_in_their_time()
    {
        for (var i = 0; i < 5; i++)
        {
            See(100 + i);
            _time -= TimeSpan.FromSeconds(0.8);
        }
        Assert.Equal("at 12:00:00.6, 0s back", TitleLine.Of(_state.Press("Space").Press("Left")).Mode);
    }

    [Fact]
    public void Zooming_goes_from_all_there_is_to_the_next_shorter_time_and_back()
    {
        See([.. Enumerable.Range(0, 150).Select(i => 100 + i)]);
        _state = _state with { Zoom = SmapsTop.Core.History.ChartScale.Zooms.Length - 1 };
        Assert.Equal("2 min", Zoomed(_state.Press("z")));
        Assert.Equal("1 min", Zoomed(_state.Press("z", "z")));
        Assert.Equal("5 min", Zoomed(_state.Press("z", "Z")));
        Assert.Equal("all", Zoomed(_state.Press("z", "Z", "Z")));

        static string Zoomed(AppState state) => ChartText.Zoom(SmapsTop.Core.History.ChartScale.Zooms[state.Zoom]);
    }

    [Fact]
    public void A_mapping_that_is_gone_is_there_again_when_it_was()
    {
        See(100, 100);
        _before = null;
        _state = _state.See(Read("5000-6000 rw-p 00000000 00:00 0 [stack]\nSize: 4 kB\nRss: 4 kB\nPrivate_Dirty: 4 kB\n"), _time);
        Assert.Equal("[stack]", Name(0));
        _state = (_state with { Zoom = 0 }).Press("Space").Press("Left");
        Assert.Equal("[heap]", Name(0));
    }

    [Fact]
    public void A_process_that_has_ended_need_not_be_frozen()
    {
        See(100, 200, 300);
        _state = (_state with { Zoom = 0 }).Receive(States.App.Identity, new SmapsTop.Core.Proc.Reading.Unseen(SmapsTop.Core.Proc.UnseenReason.Ended), _time).Press("Left");
        Assert.Equal("200K", Cell("DIRTY"));
    }

    private void See(params int[] amounts)
    {
        foreach (var amount in amounts)
        {
            _before = Read($"1000-2000 rw-p 00000000 00:00 0 [heap]\nSize: 4 kB\nRss: {amount} kB\nPrivate_Dirty: {amount} kB\n");
            _state = _state.See(_before, _time);
            _time += TimeSpan.FromSeconds(1);
        }
    }

    private Snapshot Read(string text)
    {
        _parser.Begin(_before);
        _parser.Feed(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.True(_parser.TryEnd(out var snapshot, out var error), error?.ToString());
        return snapshot;
    }

    private string Name(int row) => _state.Grid!.Show(_state, null).Cell(row, _state.Grid["MAPPING"]);

    private string Cell(string header, AppState? of = null) => (of ?? _state).Grid!.Show(of ?? _state, null).Cell(0, _state.Grid![header]);
}
