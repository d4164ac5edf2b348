using SmapsTop.Core.Grids;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Tests.State;

/// <summary>What keys make of the state: sorting, filter, units, pace and freezing.</summary>
public class ArrangeTests
{
    [Fact]
    public void Sorting_moves_column_by_column_and_stops_at_the_ends()
    {
        var state = States.Watching().Press("4");
        Assert.Same(state, state.Press("<"));
        foreach (var column in AllGrids.All.Columns.Skip(1))
        {
            state = state.Press(">");
            Assert.Equal((column.Header, column.Kind != CellKind.Text), (state.Settings().SortedBy, state.Settings().Descends));
        }
        Assert.Same(state, state.Press(">"));
        Assert.Equal(AllGrids.All.Columns[^2].Header, state.Press("<").Settings().SortedBy);
    }

    [Fact]
    public void Sorting_passes_over_hidden_columns_but_leaves_the_one_it_is_sorted_by()
    {
        var state = States.Watching().Press("c").PressOn("Enter", new RowKey(0, 0, "DIRTY")).PressOn("Enter", new RowKey(0, 0, "Δ")).Press("Esc");
        Assert.Equal(("DIRTY", "Δ/MIN", "CLEAN"), (state.Settings().SortedBy, state.Press(">").Settings().SortedBy, state.Press(">", "<").Settings().SortedBy));
    }

    [Fact]
    public void Sorting_by_the_same_column_again_turns_the_order_round()
    {
        var state = States.Watching().Sort(AllGrids.Private, AllGrids.Private["PSS"]);
        Assert.Equal(("PSS", true), (state.Settings().SortedBy, state.Settings().Descends));
        Assert.False(state.Sort(AllGrids.Private, AllGrids.Private["PSS"]).Settings().Descends);
        state = state.Sort(AllGrids.Private, AllGrids.Private["KIND"]);
        Assert.Equal(("KIND", false), (state.Settings().SortedBy, state.Settings().Descends));
        Assert.True(state.Sort(AllGrids.Private, AllGrids.Private["KIND"]).Settings().Descends);
        Assert.Equal(AllGrids.Shared.First, state.SettingsOf(AllGrids.Shared));
    }

    [Fact]
    public void R_turns_the_order_round()
    {
        var state = States.Watching();
        Assert.Equal((false, true), (state.Press("r").Settings().Descends, state.Press("r", "r").Settings().Descends));
        Assert.Equal("DIRTY", state.Press("r").Settings().SortedBy);
    }

    [Theory]
    [InlineData("Enter", "hé")]
    [InlineData("Esc", "")]
    [InlineData("Ctrl+C", "hé")]
    public void A_filter_is_typed_and_kept_or_dropped(string end, string filter)
    {
        var typing = States.Watching().Press("/", "h", "é");
        Assert.Equal(("hé", true), (typing.Filter, typing.IsFiltering));
        var state = typing.Press(end);
        Assert.Equal((filter, end == "Ctrl+C", end == "Ctrl+C"), (state.Filter, state.IsFiltering, state.IsOver));
    }

    [Theory]
    [InlineData("b", "e\u0301")]
    [InlineData("b", "😀")]
    [InlineData("", "q")]
    public void Backspace_takes_off_what_looks_like_one_character(string before, string last)
    {
        var state = States.Watching().Press("/").Type(before).Type(last).Press("Backspace");
        Assert.Equal((before, true), (state.Filter, state.IsFiltering));
    }

    [Fact]
    public void Backspace_in_an_empty_filter_leaves_it() => Assert.False(States.Watching().Press("/", "Backspace").IsFiltering);

    [Fact]
    public void Ctrl_U_empties_the_filter_and_typing_goes_on()
    {
        var state = States.Watching().Press("/", "a", "b", "Ctrl+U");
        Assert.Equal(("", true), (state.Filter, state.IsFiltering));
    }

    [Fact]
    public void What_is_typed_into_a_filter_is_printable() =>
        Assert.Equal(@"a\x1b[2J\u202e", States.Watching().Press("/").Type("a\u001b[2J\u202e").Filter);

    [Fact]
    public void Letters_go_into_the_filter_and_arrows_still_move()
    {
        var state = States.Watching().Press("/");
        foreach (var key in AppCommand.All.SelectMany(command => command.Keys).Where(key => key.Length == 1))
            Assert.Equal(key, state.Press(key).Filter);
        Assert.Equal(Movement.Down, AppCommand.Find(state, "Down")?.Movement);
        Assert.Equal(Movement.Down, AppCommand.Find(state.Press("Enter"), "j")?.Movement);
    }

    [Fact]
    public void One_filter_serves_all_panes_of_a_place_and_no_other_place()
    {
        var state = States.Watching().Press("/", "h", "Enter");
        Assert.Equal(("h", "h", ""), (state.Filter, state.Press("Tab").Filter, state.Press("3").Filter));
    }

    [Fact]
    public void Going_elsewhere_ends_typing() => Assert.False(States.Watching().Press("/", "h").Go(new Place.Libraries()).IsFiltering);

    [Fact]
    public void U_changes_the_unit()
    {
        var state = States.List();
        Assert.Equal((SizeUnit.Auto, SizeUnit.Kilobytes, SizeUnit.Auto), (state.Unit, state.Press("u").Unit, state.Press("u", "u").Unit));
    }

    [Fact]
    public void Plus_and_minus_go_through_the_intervals_and_stop_at_the_ends()
    {
        var state = States.List();
        Assert.Equal((1, 0.5, 2), (state.Interval.TotalSeconds, state.Press("+").Interval.TotalSeconds, state.Press("-").Interval.TotalSeconds));
        Assert.Equal(AppState.ShortestInterval, state.Press(Enumerable.Repeat("+", 30)).Interval);
        Assert.Equal(AppState.LongestInterval, state.Press(Enumerable.Repeat("-", 30)).Interval);
        var odd = state with { Interval = TimeSpan.FromSeconds(3) };
        Assert.Equal((2, 5), (odd.Press("+").Interval.TotalSeconds, odd.Press("-").Interval.TotalSeconds));
    }

    [Fact]
    public void At_the_end_of_the_intervals_nothing_is_different()
    {
        var fastest = States.List() with { Interval = AppState.ShortestInterval };
        Assert.Same(fastest, fastest.Press("+"));
    }

    [Theory]
    [InlineData("q")]
    [InlineData("F10")]
    [InlineData("Ctrl+C")]
    public void The_keys_that_quit_quit(string key) => Assert.True(States.Watching().Press("?", key).IsOver);

    [Fact]
    public void A_frozen_list_stands_still()
    {
        var frozen = States.List().Press("Space");
        Assert.True(frozen.IsFrozen);
        Assert.Same(frozen, frozen.Receive([], States.Noon));
        Assert.Empty(frozen.Press("Space").Receive([], States.Noon).Processes);
    }

    [Fact]
    public void A_screen_frozen_over_a_process_still_lists_the_processes() =>
        Assert.NotEmpty(new AppState().StartWatch(States.App).Press("Space", "p").Receive([States.App], States.Noon).Processes);

    [Fact]
    public void Waiting_for_the_list_ends_where_it_is_not_waited_for() =>
        Assert.Null(new AppState().Wait("the list of processes").Press("?").WaitingFor);
}
