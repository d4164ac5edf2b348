using SmapsTop.Core.Grids;
using SmapsTop.Core.State;
using SmapsTop.Core.Tests.Smaps;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Grids;

public class TrendTests
{
    private static readonly string Still = SmapsText.Vm(0x1000, 0x2000, "/still", file: "08:01 7");

    [Theory]
    [InlineData(8, 12, 1)]
    [InlineData(12, 8, -1)]
    [InlineData(8, 8, 0)]
    public void A_number_has_grown_or_shrunk_since_the_look_before(int before, int now, int trend)
    {
        var state = States.Watching(Still + SmapsText.Vm(0x5000, 0x9000, "[heap]", rss: before), Still + SmapsText.Vm(0x5000, 0x9000, "[heap]", rss: now));
        Assert.Equal((trend, 0), (Trend(state, AllGrids.All, "[heap]", "RSS"), Trend(state, AllGrids.All, "/still", "RSS")));
        Assert.Equal((trend, 0), (Trend(state, AllGrids.Libraries, "[heap]", "RSS"), Trend(state, AllGrids.Libraries, "/still", "RSS")));
    }

    [Theory]
    [InlineData(0x3000, 0x9000)]
    [InlineData(0x5000, 0xb000)]
    [InlineData(0x3000, 0xb000)]
    public void A_mapping_that_grew_is_compared_with_itself(int start, int end)
    {
        var state = States.Watching(Still + SmapsText.Vm(0x5000, 0x9000, "[heap]"), Still + SmapsText.Vm(start, end, "[heap]", rss: 8));
        Assert.Equal((1, 1), (Trend(state, AllGrids.All, "[heap]", "RSS"), Trend(state, AllGrids.All, "[heap]", "VMSIZE")));
    }

    [Fact]
    public void A_new_mapping_has_no_trend()
    {
        var state = States.Watching(Still, Still + SmapsText.Vm(0x5000, 0x9000, "[heap]"));
        Assert.Equal((0, 0), (Trend(state, AllGrids.All, "[heap]", "RSS"), Trend(state, AllGrids.Libraries, "[heap]", "RSS")));
    }

    [Fact]
    public void What_is_not_known_or_no_amount_has_no_trend()
    {
        var state = States.Watching(Still, SmapsText.Vm(0x1000, 0x3000, "/still", "r-xp", file: "08:01 7"));
        Assert.Equal(1, Trend(state, AllGrids.All, "/still", "VMSIZE"));
        Assert.All(["PSS", "PERM", "KIND", "ADDRESS"], header => Assert.Equal(0, Trend(state, AllGrids.All, "/still", header)));
    }

    [Fact]
    public void Marks_go_when_nothing_changed_at_the_next_look()
    {
        var state = States.Watching(Still, Still.Replace("Rss: 4", "Rss: 8", StringComparison.Ordinal));
        var marked = AllGrids.All.Show(state, null);
        Assert.Equal(1, marked.Trend(0, AllGrids.All["RSS"]));
        var calm = AllGrids.All.Show(state.See(state.Snapshot!), marked);
        Assert.NotSame(marked, calm);
        Assert.Equal(0, calm.Trend(0, AllGrids.All["RSS"]));
    }

    [Theory]
    [InlineData(60, 1600, 600L)]
    [InlineData(60, 400, -600L)]
    [InlineData(120, 1600, 300L)]
    [InlineData(20, 1001, 3L)]
    [InlineData(60, 1000, 0L)]
    public void Growth_is_a_minute_since_the_process_was_first_seen(int seconds, long rss, long growth)
    {
        var first = ProcessRow.At(States.Noon, States.App, null);
        Assert.Null(first.Growth);
        // A look between makes no difference.
        var between = ProcessRow.At(States.Noon.AddSeconds(1), States.App with { Rss = 5 }, first);
        Assert.Equal(growth, ProcessRow.At(States.Noon.AddSeconds(seconds), States.App with { Rss = rss }, between).Growth);
    }

    [Fact]
    public void Growth_is_not_known_where_resident_memory_or_time_is_not()
    {
        var first = ProcessRow.At(States.Noon, States.App, null);
        Assert.Null(ProcessRow.At(States.Noon, States.App with { Rss = 2000 }, first).Growth);
        Assert.Null(ProcessRow.At(States.Noon.AddMinutes(1), States.App with { Rss = null }, first).Growth);
    }

    [Fact]
    public void Another_process_with_the_same_number_grows_from_its_own_beginning()
    {
        var other = States.App with { Identity = States.App.Identity with { StartTicks = 1 }, Rss = 9000 };
        var row = States.List().Receive([other], States.Noon.AddMinutes(1)).Processes[0];
        Assert.Equal((null, 9000, States.Noon.AddMinutes(1)), (row.Growth, row.FirstRss, row.FirstSeen));
    }

    private static int Trend(AppState state, Grid grid, string text, string header)
    {
        var table = grid.Show(state, null);
        var row = Enumerable.Range(0, table.Count).Single(row => table.Cell(row, grid.Columns[^1]) == text);
        return table.Trend(row, grid[header]);
    }
}
