namespace SmapsTop.Tests.RealTerminal;

[Collection(OneAtATime.Name)]
public sealed class SignalTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("HUP", 1)]
    [InlineData("INT", 2)]
    [InlineData("QUIT", 3)]
    [InlineData("TERM", 15)]
    public void A_signal_ends_it_at_once_and_the_terminal_is_as_before(string signal, int number)
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(80, 24);
        terminal.Type("echo printed $((40 + 2))");
        var before = terminal.Output("stty -a");
        terminal.Watch(subject);
        Assert.True(terminal.IsAlternate);
        Assert.True(terminal.HasMouse);

        var pid = terminal.WaitForChild();
        Tool.Signal(pid, signal);
        Assert.True(Until.True(() => ProcFiles.IsGone(pid), AtOnce), $"SIG{signal} has not ended it within {AtOnce}");

        Assert.Equal(128 + number, terminal.WaitForEnd());
        Assert.False(terminal.IsAlternate);
        Assert.False(terminal.HasMouse);
        Assert.True(terminal.Screen.Matches("^printed 42"), terminal.Screen.Text);
        Assert.Equal(before, terminal.Output("stty -a"));
    }

    [Fact]
    public void Ctrl_C_quits_and_Esc_on_the_first_screen_does_not()
    {
        using var terminal = new TmuxTerminal(80, 24);
        terminal.Start("smapstop");
        terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: > 1 });
        terminal.Press("Escape");
        terminal.WaitFor(screen => screen.Has("q quits"));
        terminal.Press("/", "C-c");
        Assert.Equal(0, terminal.WaitForEnd());
    }

    [Fact]
    public void Ctrl_Z_gives_the_terminal_back_and_fg_shows_everything_again()
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(80, 24);
        var before = terminal.Output("stty -a");
        terminal.Watch(subject);
        terminal.Press("Space");
        var shown = terminal.WaitFor(screen => screen.Title.Contains("frozen", StringComparison.Ordinal) && screen.IsWhole(80, 24));

        terminal.Press("C-z");
        terminal.WaitFor(screen => screen.Has("Stopped") && screen.Text.TrimEnd().EndsWith("ready>", StringComparison.Ordinal));
        Assert.False(terminal.IsAlternate);
        Assert.False(terminal.HasMouse);
        Assert.Equal(before, terminal.Output("stty -a"));

        terminal.Start("fg");
        terminal.WaitFor(screen => screen.Text == shown.Text, "the screen as it was:\n" + shown.Text);
        Assert.True(terminal.IsAlternate);
        Assert.True(terminal.HasMouse);
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
        Assert.Equal(before, terminal.Output("stty -a"));
    }
}
