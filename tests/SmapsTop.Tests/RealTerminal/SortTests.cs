namespace SmapsTop.Tests.RealTerminal;

[Collection(OneAtATime.Name)]
public sealed class SortTests
{
    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void Keys_move_the_arrow_of_the_sort_and_turn_it_round(int width, int height)
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(width, height);
        terminal.Watch(subject);
        terminal.Press("u");
        terminal.WaitFor(screen => screen.Total("RSS") > 0);
        IsSortedBy(terminal, "DIRTY", descends: true);
        terminal.Press("<");
        IsSortedBy(terminal, "CLEAN", descends: true);
        terminal.Press(">", ">", ">", ">", ">");
        IsSortedBy(terminal, "PSS", descends: true);
        terminal.Press("r");
        IsSortedBy(terminal, "PSS", descends: false);
    }

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void A_click_on_a_header_sorts_by_it_and_another_turns_it_round(int width, int height)
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(width, height);
        terminal.Watch(subject);
        terminal.Press("u");
        terminal.WaitFor(screen => screen.Total("RSS") > 0);
        Click(terminal, "VMSIZE");
        IsSortedBy(terminal, "VMSIZE", descends: true);
        Click(terminal, "VMSIZE");
        IsSortedBy(terminal, "VMSIZE", descends: false);
    }

    [Fact]
    public void A_click_chooses_a_row_a_double_click_opens_it_and_a_click_on_a_word_below_does_what_it_says()
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(120, 36);
        terminal.Watch(subject);
        var line = terminal.Screen.Grid("1 Private")!.Line + 3;
        terminal.Click(20, line);
        terminal.Click(20, line);
        terminal.WaitFor(screen => screen.Has("Where and what") && screen.Has("Esc Back"));
        terminal.Click(terminal.Screen.StatusBar.IndexOf("Back", StringComparison.Ordinal), 35);
        terminal.WaitFor(screen => screen.Grid("1 Private") is not null);
    }

    private static void Click(TmuxTerminal terminal, string header)
    {
        var screen = terminal.Screen;
        var (x, y) = screen.Grid("1 Private")!.PlaceOf(screen, header);
        terminal.Click(x, y);
    }

    private static void IsSortedBy(TmuxTerminal terminal, string header, bool descends) => terminal.WaitFor(
        screen => screen.Grid("1 Private") is { Rows.Length: > 3 } grid && grid.SortedBy == header && grid.Descends == descends
            && grid.Numbers(header).All(number => number is not null)
            && grid.Numbers(header).SequenceEqual(descends ? grid.Numbers(header).OrderDescending() : grid.Numbers(header).Order()),
        $"sorted by {header}, {(descends ? "largest" : "smallest")} first");
}
