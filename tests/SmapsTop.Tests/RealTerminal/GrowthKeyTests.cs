namespace SmapsTop.Tests.RealTerminal;

/// <summary>A process that leaks is watched, looked back at, and its rows are marked, in a real terminal.</summary>
[Collection(OneAtATime.Name)]
public sealed class GrowthKeyTests
{
    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void A_leak_is_seen_on_the_growth_screen_and_in_the_past(int width, int height)
    {
        using var subject = new SubjectProcess("leak", "512");
        using var terminal = new TmuxTerminal(width, height);
        terminal.Watch(subject);
        terminal.Press("5");
        // Some seconds of samples, so that there is a past to go to and something between its ends.
        var grid = terminal.WaitFor(screen => screen.Grid("5 Growth") is { Rows.Length: > 0 } grid && string.CompareOrdinal(grid.Cell(0, "Δ"), "+3.0M") >= 0 && grid.Cell(0, "Δ").EndsWith('M')).Grid("5 Growth")!;
        Assert.Equal("by mapping", string.Join(' ', grid.Title.Split(' ').SkipWhile(word => word != "by").Take(2)));
        terminal.Press("v", screen => screen.Has(" by library"));
        terminal.Press("v", screen => screen.Has(" by kind"));
        terminal.Press("v", screen => screen.Has(" by mapping"));
        terminal.Press("m", screen => screen.Has("1 marked:"));
        terminal.Press("M", screen => !screen.Has("1 marked:"));
        terminal.Press("f", screen => screen.Has("RSS, 5 min"));
        terminal.Press("z", screen => screen.Has("RSS, 2 min"));
        terminal.Press("z", screen => screen.Has("RSS, 1 min"));
        // There is less than a minute: what is longer is all of it.
        terminal.Press("Z", screen => screen.Has("RSS, all"));
        terminal.Press("Space", screen => screen.Title.Contains("frozen", StringComparison.Ordinal));
        terminal.PressUntil("Left", screen => screen.Has("There is no earlier sample."));
        var first = Moment(terminal.WaitFor(screen => Moment(screen).StartsWith("at ", StringComparison.Ordinal)));
        terminal.Press("b", screen => screen.Has("Nothing has changed since the baseline."));
        terminal.Press("S-Right", screen => Moment(screen) != first && Moment(screen).StartsWith("at ", StringComparison.Ordinal));
        terminal.Press("S-Left", screen => Moment(screen) == first);
        terminal.PressUntil("Right", screen => screen.Has("This is the newest sample."));
        terminal.WaitFor(screen => screen.Grid("5 Growth") is { Rows.Length: > 0 } now && now.Cell(0, "Δ").StartsWith('+'));
        terminal.Press("Space", screen => screen.Title.EndsWith("live", StringComparison.Ordinal));
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
    }

    /// <summary>The time that is shown, such as "at 14:02:36"; how long ago that is changes, for reading goes on.</summary>
    private static string Moment(TerminalScreen screen) => screen.Title.Split(" · ")[^1].Split(',')[0];
}
