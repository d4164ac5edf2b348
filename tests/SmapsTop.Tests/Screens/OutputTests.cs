using System.Text;

namespace SmapsTop.Tests.Screens;

/// <summary>What is sent to the terminal.</summary>
public sealed class OutputTests
{
    private const int Zoo = 4567;

    [Fact]
    public void Nothing_is_sent_while_nothing_changes()
    {
        using var screen = new Try(80, 24, pid: Zoo);
        // A rate is known after ten seconds: from then on it is 0.
        for (var i = 0; i < 15; i++)
            screen.Pass(1);
        var sent = screen.Terminal.SentCells;
        for (var i = 0; i < 100; i++)
            screen.Pass(1);
        Assert.Equal(sent, screen.Terminal.SentCells);
    }

    [Fact]
    public void Of_a_chart_whose_process_stands_still_only_the_end_of_the_curve_is_sent()
    {
        using var screen = new Try(pid: Zoo);
        for (var i = 0; i < 15; i++)
            screen.Pass(1);
        var sent = screen.Terminal.SentCells;
        for (var i = 0; i < 100; i++)
            screen.Pass(1);
        Assert.InRange(screen.Terminal.SentCells - sent, 10, 40);
    }

    [Fact]
    public void A_frozen_screen_sends_nothing_whatever_the_process_does()
    {
        using var screen = new Try(pid: Zoo);
        screen.Press("Space");
        var sent = screen.Terminal.SentCells;
        screen.Machine.Change(Zoo, "Rss:                 104 kB", "Rss:                 108 kB");
        screen.Pass(1);
        Assert.Equal(sent, screen.Terminal.SentCells);
        screen.Press("Space");
        Assert.NotEqual(sent, screen.Terminal.SentCells);
    }

    [Fact]
    public void Only_cells_that_differ_are_sent()
    {
        using var screen = new Try(pid: 3003);
        var before = Looks(screen);
        var sent = screen.Terminal.SentCells;
        screen.Press("u");
        var changed = Looks(screen).Zip(before).Count(pair => pair.First != pair.Second);
        Assert.InRange(changed, 100, 3000);
        // Short gaps are sent rather than leapt over.
        Assert.InRange(screen.Terminal.SentCells - sent, changed, changed * 3 / 2);
    }

    [Fact]
    public void No_control_character_of_the_system_reaches_the_terminal()
    {
        using var screen = new Try(200, 60);
        screen.Pass(1);
        AssertPrintable(screen);
        screen.Press("/").Type("4567").Press("Enter", "Enter");
        foreach (var key in new[] { "1", "2", "3", "4" })
        {
            screen.Press(key);
            AssertPrintable(screen);
        }
        Assert.Contains("esc\\x1b[31mred\\x07.bin", screen.Text, StringComparison.Ordinal);
        Assert.Contains("自己的库.so", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_stay_aligned_behind_wide_characters()
    {
        using var screen = new Try(120, 36, Zoo);
        screen.Press("3");
        var row = screen.Line("自己的库");
        Assert.Equal(120, Drawing.Fit.Cells(row));
        Assert.EndsWith("│", row, StringComparison.Ordinal);
    }

    private static void AssertPrintable(Try screen) =>
        Assert.DoesNotContain(screen.Text.EnumerateRunes(), rune => rune.Value != '\n' && (Rune.IsControl(rune) || rune.Value is >= 0x202a and <= 0x202e));

    private static List<string> Looks(Try screen) =>
        [.. screen.Terminal.Cells];
}
