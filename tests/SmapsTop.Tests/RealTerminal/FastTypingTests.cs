namespace SmapsTop.Tests.RealTerminal;

[Collection(OneAtATime.Name)]
public sealed class FastTypingTests : IDisposable
{
    private readonly SubjectProcess _subject = SubjectProcess.Stopped();
    private readonly TmuxTerminal _terminal = new(120, 36);

    public FastTypingTests() => _terminal.Watch(_subject);

    public void Dispose()
    {
        _terminal.Dispose();
        _subject.Dispose();
    }

    [Fact]
    public void A_filter_typed_in_one_burst_is_the_filter()
    {
        _terminal.Write("/lib");
        _terminal.WaitFor(screen => screen.Grid("1 Private") is { } grid && grid.Title.Contains("/lib█", StringComparison.Ordinal));
        _terminal.Press("Enter", "r");
        var grid = _terminal.WaitFor(screen => screen.Grid("1 Private") is { Descends: false } grid && !grid.Title.Contains('█')).Grid("1 Private")!;
        Assert.Contains(" /lib ", grid.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Enter_right_after_the_key_of_a_screen_opens_the_first_row_of_that_screen()
    {
        _terminal.Press("3");
        var first = _terminal.WaitFor(screen => screen.Grid("3 Libraries") is { Rows.Length: > 3 }).Grid("3 Libraries")!.Cell(0, "LIBRARY");
        _terminal.Press("1");
        _terminal.WaitFor(screen => screen.Grid("1 Private") is not null);
        _terminal.Press("3", "Enter");
        _terminal.WaitFor(screen => screen.Grid($"Mappings of {first}") is { Rows.Length: > 0 });
    }

    [Fact]
    public void A_long_burst_loses_nothing()
    {
        _terminal.Write("/" + new string('a', 60) + "z");
        _terminal.WaitFor(screen => screen.Grid("1 Private") is { } grid && grid.Title.Contains(new string('a', 20), StringComparison.Ordinal));
        _terminal.Press(Enumerable.Repeat("BSpace", 59));
        _terminal.WaitFor(screen => screen.Grid("1 Private") is { } grid && grid.Title.Contains("/aa█", StringComparison.Ordinal));
    }
}
