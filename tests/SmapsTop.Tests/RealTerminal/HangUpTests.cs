namespace SmapsTop.Tests.RealTerminal;

[Collection(OneAtATime.Name)]
public sealed class HangUpTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("")]
    [InlineData("trap '' HUP; ")]
    public void When_the_terminal_goes_away_it_ends_whether_or_not_SIGHUP_is_ignored(string trap)
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(80, 24);
        terminal.Type($"{trap}exec smapstop {subject.Pid}");
        terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 3 });
        var pid = terminal.ShellPid;
        terminal.Drop();
        var isGone = Until.True(() => ProcFiles.IsGone(pid), Soon);
        if (!isGone)
            Tool.Signal(pid, "KILL");
        Assert.True(isGone, $"it has not ended within {Soon}");
    }
}
