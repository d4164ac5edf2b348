namespace SmapsTop.Tests.RealTerminal;

[Collection(OneAtATime.Name)]
public sealed class HangUpTests : IDisposable
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    private readonly SubjectProcess _subject = SubjectProcess.Stopped();
    private readonly TmuxTerminal _terminal = new(80, 24);

    public void Dispose()
    {
        _terminal.Dispose();
        _subject.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("trap '' HUP; ")]
    public void When_the_terminal_goes_away_it_ends_whether_or_not_SIGHUP_is_ignored(string trap)
    {
        _terminal.Type($"{trap}exec smapstop {_subject.Pid}");
        _terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 3 });
        Drop(_terminal.ShellPid);
    }

    [Fact]
    public void The_exit_code_is_that_of_the_signal_whatever_notices_first()
    {
        // The shell outlives the terminal to ask for it.
        var ended = Path.Combine(_terminal.Folder, "ended");
        using var busy = new SubjectProcess("leak", "4000");
        _terminal.Type($"trap : HUP; smapstop {busy.Pid} -d 0.1; echo $? > {ended}");
        _terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 3 });
        Drop(_terminal.WaitForChild());
        Assert.True(Until.True(() => File.Exists(ended) && File.ReadAllText(ended).EndsWith('\n'), Until.Patience));
        Assert.Equal("129\n", File.ReadAllText(ended));
    }

    private void Drop(int pid)
    {
        _terminal.Drop();
        var isGone = Until.True(() => ProcFiles.IsGone(pid), AtOnce);
        if (!isGone)
            Tool.Signal(pid, "KILL");
        Assert.True(isGone, $"it has not ended within {AtOnce}");
    }
}
