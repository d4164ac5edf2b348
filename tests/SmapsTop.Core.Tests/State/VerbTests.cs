using SmapsTop.Core.Grids;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Tests.State;

/// <summary>What keys make of the state: places, panes, filter and columns.</summary>
public class VerbTests
{
    [Fact]
    public void Enter_watches_the_process_under_the_cursor()
    {
        var state = States.List().Press("Space").PressOn("Enter", new RowKey(42, 420));
        Assert.Equal((new Place.Maps(), 0, "shell", false), (state.Place, state.Pane, state.Watch!.Process.Name, state.IsFrozen));
        Assert.Equal(new Place.Processes(), state.Press("Esc").Place);
    }

    [Fact]
    public void A_process_that_took_the_number_meanwhile_is_not_opened() =>
        Assert.Null(States.List().PressOn("Enter", new RowKey(42, 421)).Watch);

    [Theory]
    [InlineData("1", "Private")]
    [InlineData("2", "Shared")]
    [InlineData("4", "All mappings")]
    public void Enter_opens_a_mapping_and_Esc_leads_back(string key, string grid)
    {
        var state = States.Watching().Press(key);
        Assert.Equal(grid, state.Grid!.Name);
        var mapping = state.Snapshot!.Mappings[3];
        var opened = state.PressOn("Enter", new RowKey(mapping.Id));
        Assert.Same(mapping, Assert.IsType<Place.OneMapping>(opened.Place).Opened);
        Assert.Null(opened.Grid);
        Assert.Equal((state.Place, state.Pane), (opened.Press("Esc").Place, opened.Press("Esc").Pane));
    }

    [Fact]
    public void Enter_opens_a_library_and_in_it_a_mapping()
    {
        var state = States.Watching().Press("3");
        var library = state.Snapshot!.Libraries.First(library => library.Mappings.Length > 2);
        var inside = state.PressOn("Enter", new RowKey(0, 0, library.Key));
        Assert.Same(library, inside.Library);
        var opened = inside.PressOn("Enter", new RowKey(library.Mappings[1].Id));
        Assert.Same(library.Mappings[1], Assert.IsType<Place.OneMapping>(opened.Place).Opened);
        Assert.Equal(
            [inside.Place, state.Place, new Place.Maps(), new Place.Processes()],
            new[] { opened.Press("Esc"), opened.Press("Esc", "Backspace"), opened.Press("Esc", "Esc", "Esc"), opened.Press("Esc", "Esc", "Esc", "Esc") }.Select(back => back.Place));
    }

    [Fact]
    public void Enter_on_nothing_says_so() => Assert.NotNull(States.Watching().PressOn("Enter", null).Hint);

    [Fact]
    public void Enter_on_what_is_gone_does_nothing()
    {
        var state = States.Watching();
        Assert.Same(state, state.PressOn("Enter", new RowKey(999999)));
    }

    [Fact]
    public void Esc_clears_the_filter_before_it_goes_back()
    {
        var state = States.Watching().Press("/", "h", "Enter");
        Assert.Equal((new Place.Maps(), "h"), (state.Place, state.Filter));
        state = state.Press("Esc");
        Assert.Equal((new Place.Maps(), ""), (state.Place, state.Filter));
        Assert.Equal(new Place.Processes(), state.Press("Esc").Place);
    }

    [Fact]
    public void Esc_with_nothing_behind_says_so_and_the_next_key_unsays_it()
    {
        var state = States.List().Press("Esc");
        Assert.Equal(new Place.Processes(), state.Place);
        Assert.NotNull(state.Hint);
        Assert.Null(state.Press("u").Hint);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    public void Screens_of_a_process_need_a_process(string key)
    {
        var state = States.List().Press(key);
        Assert.Equal(new Place.Processes(), state.Place);
        Assert.Contains("process", state.Hint);
    }

    [Theory]
    [InlineData("p", "1", "Private", 0)]
    [InlineData("p", "2", "Shared", 0)]
    [InlineData("4", "3", "Libraries", 1)]
    [InlineData("3", "4", "All mappings", 1)]
    [InlineData("?", "2", "Shared", 0)]
    public void The_screens_of_a_process_have_its_maps_and_the_list_behind_them(string from, string key, string grid, int maps)
    {
        var state = States.Watching().Press(from, key);
        Assert.Equal(grid, state.Grid!.Name);
        Assert.Equal([.. Enumerable.Repeat<Place>(new Place.Maps(), maps), new Place.Processes()], state.Behind.ToArray());
        Assert.Empty(state.Press("p").Behind);
    }

    [Theory]
    [InlineData("?")]
    [InlineData("F1")]
    public void Help_opens_once_and_Esc_closes_it(string key)
    {
        var state = States.Watching().Press("3");
        var help = state.Press(key);
        Assert.Equal(new Place.Help(), help.Place);
        Assert.Same(help, help.Press(key));
        Assert.Equal(state.Place, help.Press("Esc").Place);
        Assert.NotNull(help.Press("/").Hint);
        Assert.Equal(help.Settings, help.Press("<", "r").Settings);
    }

    [Fact]
    public void Tab_goes_round_the_panes()
    {
        var state = States.Watching();
        Assert.Equal(
            [AllGrids.Shared, AllGrids.Private, AllGrids.Shared, AllGrids.Private],
            new[] { state.Press("Tab"), state.Press("Tab", "Tab"), state.Press("Shift+Tab"), state.Press("Tab", "Shift+Tab") }.Select(turned => turned.Grid));
        Assert.Equal(AllGrids.Libraries, state.Press("3", "Tab").Grid);
        Assert.Equal((1, 1), (state.Focus(AllGrids.Shared).Pane, state.Focus(AllGrids.Shared).Focus(AllGrids.All).Pane));
    }

    [Fact]
    public void A_pane_is_the_same_after_choosing_its_columns()
    {
        var state = States.Watching().Press("2", "c");
        Assert.Equal(new Place.Columns(AllGrids.Shared), state.Place);
        Assert.Same(state, state.Press("c"));
        // A click into the list of columns.
        Assert.Equal(AllGrids.Shared, state.Focus(AllGrids.Columns).Press("Esc").Grid);
    }

    [Fact]
    public void Columns_are_switched_off_and_on()
    {
        var state = States.Watching().Press("c").PressOn("Enter", new RowKey(0, 0, "PSS"));
        Assert.Equal(["PSS"], state.SettingsOf(AllGrids.Private).Hidden);
        Assert.Equal("no", Shown(state, "PSS"));
        state = state.PressOn("Enter", new RowKey(0, 0, "PSS"));
        Assert.Empty(state.SettingsOf(AllGrids.Private).Hidden);
        Assert.Equal(["PSS"], state.SettingsOf(AllGrids.Private).Wanted);
        Assert.Equal("yes", Shown(state, "PSS"));
        Assert.Empty(state.SettingsOf(AllGrids.Shared).Wanted);
        Assert.Equal(AllGrids.Private, state.Press("Esc").Grid);
    }

    [Fact]
    public void The_column_that_fills_stays()
    {
        var state = States.Watching().Press("c").PressOn("Enter", new RowKey(0, 0, "MAPPING"));
        Assert.NotNull(state.Hint);
        Assert.Empty(state.SettingsOf(AllGrids.Private).Hidden);
    }

    private static string Shown(AppState state, string header)
    {
        var table = AllGrids.Columns.Show(state, null);
        return table.Cell(table.IndexOf(new RowKey(0, 0, header)), AllGrids.Columns["ON"]);
    }
}
