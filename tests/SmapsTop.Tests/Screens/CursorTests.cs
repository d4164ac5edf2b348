using SmapsTop.Core.Grids;

namespace SmapsTop.Tests.Screens;

/// <summary>The eye's side of a grid: the cursor, scrolling, the mouse.</summary>
public sealed class CursorTests
{
    private const int Zoo = 4567;

    [Fact]
    public void The_cursor_stays_on_its_row_when_the_order_changes()
    {
        using var screen = new Try(pid: Zoo);
        screen.Press("Down", "Down", "Down");
        var row = CursorLine(screen);
        screen.Press("r");
        Assert.Equal(row, CursorLine(screen));
        screen.Press(">", ">", "<");
        Assert.Equal(row, CursorLine(screen));
    }

    [Fact]
    public void The_cursor_stays_on_its_row_through_a_filter()
    {
        using var screen = new Try(pid: Zoo);
        screen.Press("Down", "Down", "Down");
        var row = CursorLine(screen);
        Assert.Contains("SYSV", row, StringComparison.Ordinal);
        screen.Press("/").Type("sysv").Press("Enter");
        Assert.Equal(row, CursorLine(screen));
        screen.Press("Esc");
        Assert.Equal(row, CursorLine(screen));
    }

    [Fact]
    public void The_cursor_stays_on_its_row_when_its_mapping_grows_at_its_start()
    {
        using var screen = new Try(pid: Zoo);
        screen.Press("4", "/").Type("pool").Press("Enter", "Down", "Up", "Esc");
        Assert.Contains("/memfd:pool one", CursorLine(screen), StringComparison.Ordinal);
        screen.Machine.Change(Zoo, "7f955c89f000-7f955ca9f000 rw-s 00000000", "7f955c89e000-7f955ca9f000 rw-s 00000000");
        screen.Pass(1);
        Assert.Contains("7f955c89e000", CursorLine(screen), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_mapping_without_a_name_is_called_by_where_it_is_now()
    {
        using var screen = new Try(pid: Zoo);
        screen.Press("4", "/").Type("7f9556c00000").Press("Enter", "Enter");
        Assert.Contains("7f9556c00000-7f9556d00000", screen.Lines[1], StringComparison.Ordinal);
        screen.Machine.Change(Zoo, "7f9556c00000-7f9556d00000", "7f9556c00000-7f9556d10000");
        screen.Pass(1);
        Assert.Contains("7f9556c00000-7f9556d10000", screen.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_cursor_that_was_never_moved_stays_at_the_top()
    {
        using var screen = new Try(pid: Zoo);
        screen.Press("r");
        Assert.Equal(Array.FindIndex(screen.Lines, line => line.Contains("DIRTY▲", StringComparison.Ordinal)) + 1, Array.IndexOf(screen.Lines, CursorLine(screen)));
    }

    [Fact]
    public void A_cursor_whose_row_is_gone_stays_on_its_line()
    {
        using var screen = new Try(pid: Zoo);
        screen.Press("4", "/").Type("[heap]").Press("Enter", "Up", "Esc");
        screen.Machine.Unmap(Zoo, "55db6babd000-");
        screen.Pass(1);
        Assert.Contains("[heap]", CursorLine(screen), StringComparison.Ordinal);
        for (var i = 0; i < 10; i++)
            screen.Pass(1);
        Assert.Contains("7f9555000000", CursorLine(screen), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_process_begins_at_the_top()
    {
        using var screen = new Try(pid: Zoo);
        screen.Press("Down", "Down", "Down", "p");
        screen.Pass(1);
        screen.Press("/").Type("3003").Press("Enter", "Enter");
        Assert.Contains("[heap]", CursorLine(screen), StringComparison.Ordinal);
        Assert.Equal(Array.FindIndex(screen.Lines, line => line.Contains("DIRTY▼", StringComparison.Ordinal)) + 1, Array.IndexOf(screen.Lines, CursorLine(screen)));
    }

    [Fact]
    public void Movements_reach_every_row_and_no_further()
    {
        using var screen = new Try(80, 24, Zoo);
        screen.Press("4", "End");
        Assert.Contains("[vsyscall]", CursorLine(screen), StringComparison.Ordinal);
        screen.Press("Down", "PgDn", "j");
        Assert.Contains("[vsyscall]", CursorLine(screen), StringComparison.Ordinal);
        screen.Press("PgUp", "k", "Home");
        Assert.Contains("55db69e06000", CursorLine(screen), StringComparison.Ordinal);
        screen.Press("G");
        Assert.Contains("[vsyscall]", CursorLine(screen), StringComparison.Ordinal);
        screen.Press("g", "Up");
        Assert.Contains("55db69e06000", CursorLine(screen), StringComparison.Ordinal);
    }

    [Fact]
    public void A_click_on_a_header_sorts_by_it_and_another_turns_it_round()
    {
        using var screen = new Try(pid: Zoo);
        var header = Array.FindIndex(screen.Lines, line => line.Contains("DIRTY▼", StringComparison.Ordinal));
        var x = screen.Lines[header].IndexOf("VMSIZE", StringComparison.Ordinal);
        screen.Click(x, header);
        Assert.Contains("VMSIZE▼", screen.Lines[header], StringComparison.Ordinal);
        screen.Click(x, header);
        Assert.Contains("VMSIZE▲", screen.Lines[header], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_header_on_every_grid_can_be_clicked()
    {
        using var screen = new Try(200, 60, Zoo);
        foreach (var (key, grid) in new[] { ("1", AllGrids.Private), ("3", AllGrids.Libraries), ("4", AllGrids.All), ("p", AllGrids.Processes) })
        {
            screen.Press(key);
            screen.Pass(1);
            var first = grid.Columns[0].Header;
            var y = Array.FindIndex(screen.Lines, line => line.Contains(first, StringComparison.Ordinal) && line.Contains(grid.Columns[^1].Header, StringComparison.Ordinal));
            foreach (var column in grid.Columns.Where(column => screen.Lines[y].Contains(column.Header, StringComparison.Ordinal)))
            {
                screen.Click(screen.Lines[y].IndexOf(column.Header, StringComparison.Ordinal) + column.Header.Length - 1, y);
                Assert.Equal(column.Header, screen.State.SettingsOf(grid).SortedBy);
            }
        }
    }

    [Fact]
    public void A_click_moves_the_cursor_and_gives_the_pane_the_keys()
    {
        using var screen = new Try(pid: Zoo);
        var y = Array.FindIndex(screen.Lines, line => line.Contains("r-xp lib", StringComparison.Ordinal));
        screen.Click(10, y);
        Assert.Same(AllGrids.Shared, screen.State.Grid);
        Assert.Contains("r-xp lib", CursorLine(screen), StringComparison.Ordinal);
    }

    [Fact]
    public void A_double_click_opens()
    {
        using var screen = new Try(pid: Zoo);
        var y = Array.FindIndex(screen.Lines, line => line.Contains("/memfd:pool one", StringComparison.Ordinal));
        screen.DoubleClick(10, y);
        Assert.Contains("7f955c89f000-7f955ca9f000", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_click_on_the_status_bar_is_its_key()
    {
        using var screen = new Try(pid: Zoo);
        var y = screen.Lines.Length - 2;
        screen.Click(screen.Lines[y].IndexOf("Libs", StringComparison.Ordinal), y);
        Assert.Contains("3 Libraries", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_wheel_moves_the_cursor_of_the_pane_under_it()
    {
        using var screen = new Try(pid: Zoo);
        screen.Wheel(10, 12, isDown: true);
        Assert.Contains("/SYSV00000000", CursorLine(screen), StringComparison.Ordinal);
        screen.Wheel(10, 12, isDown: false);
        Assert.Contains("/memfd:pool one", CursorLine(screen), StringComparison.Ordinal);
    }

    private static string CursorLine(Try screen)
    {
        foreach (var y in screen.Terminal.RowsWith("7"))
            return screen.Lines[y];
        throw new InvalidOperationException("There is no cursor on\n" + screen.Text);
    }
}
