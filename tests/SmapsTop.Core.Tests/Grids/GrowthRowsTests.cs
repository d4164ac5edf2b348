using SmapsTop.Core.Grids;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;
using SmapsTop.Core.Tests.Smaps;
using SmapsTop.Core.Tests.State;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Tests.Grids;

/// <summary>The growth screen: what changed since the baseline.</summary>
public class GrowthRowsTests
{
    private const string Before = """
        1000-2000 rw-p 00000000 00:00 0 [heap]
        Private_Dirty: 100 kB
        3000-4000 rw-p 00000000 08:01 7 /lib/gone.so
        Private_Dirty: 30 kB
        5000-6000 rw-p 00000000 08:01 8 /lib/still.so
        Private_Dirty: 8 kB

        """;

    private const string Now = """
        1000-2000 rw-p 00000000 00:00 0 [heap]
        Private_Dirty: 700 kB
        5000-6000 rw-p 00000000 08:01 8 /lib/still.so
        Private_Dirty: 8 kB
        7000-8000 rw-p 00000000 00:00 0
        Private_Dirty: 50 kB
        Swap: 5 kB
        9000-a000 rw-p 00000000 00:00 0
        Private_Dirty: 20 kB

        """;

    private readonly AppState _state = States.Watching(Before, Now).Go(new Place.Growth());

    [Fact]
    public void What_changed_stands_largest_first_and_what_did_not_is_not_there() => Assert.Equal(
        ["[heap] +600K 700K 100K ", " +55K 55K 0 new", " +20K 20K 0 new", "/lib/gone.so -30K – 30K gone"], Rows(_state));

    [Fact]
    public void By_library_and_by_kind_the_changes_add_up_to_the_same()
    {
        var libraries = _state.Press("v");
        Assert.Equal(["[heap] +600K 700K 100K ", "anonymous memory +75K 75K 0 new", "/lib/gone.so -30K – 30K gone"], Rows(libraries));
        var kinds = libraries.Press("v");
        Assert.Equal(["heap", "anon", "file"], Cells(kinds, "KIND"));
        var delta = AllGrids.Growth["Δ"];
        Assert.All(new[] { _state, libraries, kinds }, state => Assert.Equal(645, Table(state).Sum(delta)));
        Assert.Equal(Rows(_state), Rows(kinds.Press("v")));
    }

    [Fact]
    public void A_gone_row_is_struck_and_opens_as_it_was()
    {
        var table = Table(_state);
        Assert.Equal([false, false, false, true], Enumerable.Range(0, 4).Select(table.IsStruck));
        var opened = Assert.IsType<Place.OneMapping>(_state.Open(table.KeyOf(3)).Place);
        Assert.Equal("/lib/gone.so", opened.Opened.Name.Text);
    }

    [Fact]
    public void A_library_opens_its_mappings_and_a_kind_says_how_to_find_them()
    {
        var libraries = _state.Press("v");
        Assert.IsType<Place.OfLibrary>(libraries.Open(Table(libraries).KeyOf(0)).Place);
        var kinds = libraries.Press("v");
        Assert.Contains("/heap", kinds.Open(Table(kinds).KeyOf(0)).Hint!, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_press_of_the_charts_key_shows_another_course()
    {
        var names = new List<string>();
        for (var state = _state; names.Count < 8; state = state.Press("f"))
            names.Add(ChartText.Title(state, state.Chart, null));
        Assert.All(names.Zip(names.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.DoesNotContain("Memory by kind", names);
        Assert.Equal(ChartSubject.Kinds, _state.Press("1", "f", "f", "f", "f").Chart);
    }

    [Fact]
    public void Parts_of_a_split_are_listed_as_such_without_being_new()
    {
        var state = States.Watching(
            "1000-9000 rw-p 00000000 00:00 0\nPrivate_Dirty: 32 kB\n",
            "1000-5000 rw-p 00000000 00:00 0\nPrivate_Dirty: 16 kB\n5000-9000 r--p 00000000 00:00 0\nPrivate_Dirty: 16 kB\n").Go(new Place.Growth());
        Assert.Equal(["split", ""], Cells(state, "FATE"));
        Assert.Equal(0, Table(state).Sum(AllGrids.Growth["Δ"]));
        Assert.Empty(Rows(state.Press("v")));
    }

    [Fact]
    public void After_a_new_baseline_nothing_has_changed() => Assert.Empty(Rows(_state.Press("b")));

    [Fact]
    public void The_trend_is_of_blocks_where_there_is_no_braille()
    {
        var state = States.List().StartWatch(States.App);
        Snapshot? before = null;
        for (var i = 0; i < 30; i++)
        {
            before = SmapsText.Parse($"1000-2000 rw-p 00000000 00:00 0 [heap]\nPrivate_Dirty: {100 + 10 * i} kB\n", before);
            state = state.See(before, States.Noon.AddSeconds(i));
        }
        state = state.Go(new Place.Growth());
        Assert.Matches("^[⣀⡠⠤⠔⠒⠊⠉]{10}$", Cells(state, "TREND")[0]);
        Assert.Matches("^[▁▂▃▄▅▆▇█]{10}$", Cells(state with { HasBraille = false }, "TREND")[0]);
    }

    [Fact]
    public void Sorted_by_the_trend_what_grows_now_comes_before_what_grew_once()
    {
        var state = States.List().StartWatch(States.App);
        Snapshot? before = null;
        for (var i = 0; i < 60; i++)
        {
            before = SmapsText.Parse(
                $"1000-2000 rw-p 00000000 00:00 0 [heap]\nPrivate_Dirty: {(i == 0 ? 0 : 900)} kB\n3000-4000 rw-p 00000000 00:00 0 [stack]\nPrivate_Dirty: {i} kB\n", before);
            state = state.See(before, States.Noon.AddSeconds(10 * i));
        }
        state = state.Go(new Place.Growth());
        Assert.Equal(["[heap]", "[stack]"], Cells(state, "WHAT"));
        Assert.Equal(["[stack]", "[heap]"], Cells(state.Sort(AllGrids.Growth, AllGrids.Growth["TREND"]).Reverse(), "WHAT"));
    }

    [Fact]
    public void Rows_that_have_just_gone_stay_in_every_grid_and_count_in_no_sum()
    {
        var state = _state.Press("1");
        var table = Table(state);
        Assert.Equal((5, 1, 4), (table.Count, table.GoneCount, table.OutOf));
        Assert.Equal(778, table.Sum(state.Grid!["DIRTY"]));
        var gone = Enumerable.Range(0, table.Count).Single(table.IsStruck);
        Assert.Equal("/lib/gone.so", table.Cell(gone, state.Grid["MAPPING"]));
        Assert.Equal(1, Table(state.Press("4")).GoneCount);
        Assert.Equal(1, Table(state.Press("3")).GoneCount);
        Assert.Equal(0, Table(state.Press("2")).GoneCount);
        Assert.IsType<Place.OneMapping>(state.Open(table.KeyOf(gone)).Place);
    }

    private static string[] Rows(AppState state)
    {
        var table = Table(state);
        return [.. Enumerable.Range(0, table.Count).Select(row => string.Join(' ', new[] { "WHAT", "Δ", "NOW", "WAS", "FATE" }.Select(header => table.Cell(row, table.Grid[header]))))];
    }

    private static string[] Cells(AppState state, string header) =>
        [.. Enumerable.Range(0, Table(state).Count).Select(row => Table(state).Cell(row, state.Grid![header]))];

    private static Table Table(AppState state) => state.Grid!.Show(state, null);
}
