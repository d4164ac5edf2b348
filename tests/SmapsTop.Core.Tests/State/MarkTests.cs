using SmapsTop.Core.Grids;
using SmapsTop.Core.State;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Tests.State;

public class MarkTests
{
    private readonly AppState _state = States.Watching();

    [Fact]
    public void The_title_has_the_sum_of_the_marked_rows_instead_of_all()
    {
        var table = _state.Grid!.Show(_state, null);
        var state = _state.PressOn("m", table.KeyOf(0)).PressOn("m", table.KeyOf(2));
        var title = PaneTitle.Of(state, table);
        Assert.Equal("2 marked:", title.Marked);
        var dirty = _state.Grid["DIRTY"];
        var sum = table.Sum(dirty, new HashSet<RowKey> { table.KeyOf(0) }) + table.Sum(dirty, new HashSet<RowKey> { table.KeyOf(2) });
        Assert.NotEqual(sum, table.Sum(dirty));
        Assert.Contains($"DIRTY {ByteSize.Format(sum, SizeUnit.Auto)}", title.Sums);
        Assert.Contains(title.Sums, part => part.StartsWith("Δ ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_key_unmarks_and_a_capital_one_unmarks_all()
    {
        var table = _state.Grid!.Show(_state, null);
        var state = _state.PressOn("m", table.KeyOf(0)).PressOn("m", table.KeyOf(1)).PressOn("m", table.KeyOf(0));
        Assert.Equal([table.KeyOf(1)], state.Marked);
        Assert.Empty(state.Press("M").Marked);
        Assert.Contains("No row is marked", state.Press("M").Press("M").Hint!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_is_on_its_row_on_every_screen_and_does_not_outlive_the_process()
    {
        var key = _state.Grid!.Show(_state, null).KeyOf(0);
        var state = _state.PressOn("m", key).Press("4");
        Assert.Equal("1 marked:", PaneTitle.Of(state, state.Grid!.Show(state, null)).Marked);
        Assert.Empty(state.StartWatch(States.App).Marked);
    }

    [Fact]
    public void Marked_processes_stay_marked_while_one_of_them_is_watched()
    {
        var list = States.List();
        var key = list.Grid!.Show(list, null).KeyOf(0);
        Assert.Equal([key], list.PressOn("m", key).StartWatch(States.App).Marked);
    }
}
