namespace SmapsTop.Tests.RealTerminal;

[Collection(OneAtATime.Name)]
public sealed class SignalTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("HUP", 1)]
    [InlineData("INT", 2)]
    [InlineData("QUIT", 3)]
    [InlineData("TERM", 15)]
    public void A_signal_ends_it_within_a_second_and_the_terminal_is_as_before(string signal, int number)
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(80, 24);
        terminal.Type("echo printed $((40 + 2))");
        var before = terminal.Settings();
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
        Assert.Equal(before, terminal.Settings());
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
        var before = terminal.Settings();
        terminal.Watch(subject);
        terminal.Press("Space");
        var shown = terminal.WaitFor(screen => screen.Title.Contains("frozen", StringComparison.Ordinal) && screen.IsWhole(80, 24));

        terminal.Press("C-z");
        terminal.WaitFor(screen => screen.Has("Stopped") && screen.Text.TrimEnd().EndsWith("ready>", StringComparison.Ordinal));
        Assert.False(terminal.IsAlternate);
        Assert.False(terminal.HasMouse);
        Assert.Equal(before, terminal.Settings());

        terminal.Start("fg");
        terminal.WaitFor(screen => screen.Text == shown.Text, "the screen as it was:\n" + shown.Text);
        Assert.True(terminal.IsAlternate);
        Assert.True(terminal.HasMouse);
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
        Assert.Equal(before, terminal.Settings());
    }

    [Theory]
    [InlineData("TSTP")]
    [InlineData("STOP")]
    public void Stopped_and_then_killed_by_its_shell_it_ends_within_a_second_and_leaves_the_shell_its_terminal(string how)
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(80, 24);
        var before = terminal.Settings();
        terminal.Watch(subject);
        var pid = terminal.WaitForChild();
        Stop(terminal, pid, how);

        // In one line: at its next prompt the shell forgets a job that has ended. While it still takes it for stopped, wait says so (147, 148).
        terminal.Start("kill %1; wait %1; code=$?; while [ $code -ge 147 ]; do wait %1; code=$?; done; (exit $code)");
        Assert.True(Until.True(() => ProcFiles.IsGone(pid), AtOnce), $"it has not ended within {AtOnce}");
        Assert.Equal(128 + 15, terminal.WaitForEnd());
        Assert.Equal(before, terminal.Settings());
    }

    [Theory]
    [InlineData("TSTP")]
    [InlineData("STOP")]
    public void Sent_to_the_background_it_stops_again_and_takes_nothing(string how)
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(80, 24);
        var before = terminal.Settings();
        terminal.Watch(subject);
        var pid = terminal.WaitForChild();
        Stop(terminal, pid, how);
        Tool.Signal(pid, "CONT");
        Assert.True(Until.True(() => ProcFiles.StateOf(pid) == 'T', Until.Patience), "it does not stop again");
        // The shell has its terminal, and what is typed reaches it.
        var file = Path.Combine(terminal.Folder, "typed");
        terminal.Type($"echo typed > {file}");
        Assert.True(Until.True(() => File.Exists(file), Until.Patience));

        terminal.Start("fg");
        terminal.WaitFor(screen => screen.IsWhole(80, 24));
        Assert.True(terminal.IsAlternate);
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
        Assert.Equal(before, terminal.Settings());
    }

    [Fact]
    public void Told_to_go_on_though_it_was_not_stopped_it_leaves_the_terminal_as_before()
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(80, 24);
        var before = terminal.Settings();
        terminal.Watch(subject);
        var pid = terminal.WaitForChild();
        for (var i = 0; i < 5; i++)
            Tool.Signal(pid, "CONT");
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
        Assert.Equal(before, terminal.Settings());
    }

    /// <summary>As Ctrl+Z does, or from outside.</summary>
    private static void Stop(TmuxTerminal terminal, int pid, string how)
    {
        if (how == "TSTP")
            terminal.Press("C-z");
        else
            Tool.Signal(pid, how);
        Assert.True(Until.True(() => ProcFiles.StateOf(pid) == 'T', Until.Patience), "it does not stop");
        terminal.WaitFor(screen => screen.Has("Stopped"));
    }
}
