namespace SmapsTop.Tests.RealTerminal;

[Collection(OneAtATime.Name)]
public sealed class EndOfProcessTests
{
    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void When_the_process_ends_its_last_sample_stays_with_a_sentence(int width, int height)
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(width, height);
        terminal.Watch(subject);
        terminal.Press("u");
        var rss = terminal.WaitFor(screen => screen.Total("RSS") > 10_000).Total("RSS");
        subject.End();
        var ended = terminal.WaitFor(screen => screen.Has("The process has ended") && screen.Matches(@"The sample of \d\d:\d\d:\d\d stays\."));
        Assert.Matches(@"(ended|zombie) \d\d:\d\d:\d\d$", ended.Title);
        Assert.InRange(ended.Total("RSS")!.Value, rss!.Value / 2, rss.Value * 2);
        Assert.True(ended.Grid("1 Private") is { Rows.Length: > 3 }, ended.Text);

        terminal.Press("Enter");
        terminal.WaitFor(screen => screen.Has("Where and what"));
        terminal.Press("p");
        terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: > 1 } && !screen.Has("The process has ended"));
    }

    [Fact]
    public void Another_program_in_the_same_process_is_not_taken_for_it()
    {
        using var subject = new SubjectProcess("exec");
        using var terminal = new TmuxTerminal(80, 24);
        terminal.Watch(subject);
        subject.GoOn();
        var ended = terminal.WaitFor(screen => screen.Has("another program by exec: sleep 600"));
        Assert.Contains("exec ", ended.Title, StringComparison.Ordinal);
        Assert.True(ended.Has("stays."), ended.Text);

        terminal.Press("p");
        terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: > 1 });
        terminal.Write($"/{subject.Pid}");
        // The program under test has the number in its command line too, and is the larger of the two.
        terminal.Press("Enter", "r", "Home");
        terminal.WaitFor(screen => screen.Grid("Processes") is { Descends: false, Rows: [[.., "sleep 600"], ..] });
        terminal.Press("Enter");
        terminal.WaitFor(screen => screen.Title.Contains("sleep 600", StringComparison.Ordinal) && screen.Title.EndsWith("live", StringComparison.Ordinal));
    }

    [Fact]
    public void What_may_not_be_read_is_a_sentence_with_a_remedy()
    {
        const string Nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups ";
        Assert.SkipUnless(Environment.IsPrivilegedProcess && Tool.Exists("setpriv"), "this takes root, and setpriv to become another user");
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(80, 24);
        Assert.SkipUnless(terminal.Run(Nobody + "smapstop --version") == 0, "another user may not run the executable under test");
        terminal.Start($"{Nobody}smapstop {subject.Pid}");
        terminal.WaitFor(screen => screen.Has("Its memory may not be read: it belongs to root.") && screen.Has("CAP_SYS_PTRACE"));
        Assert.Contains("denied", terminal.Screen.Title, StringComparison.Ordinal);
        terminal.Press("p");
        terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: > 1 } && screen.Has("(not readable)"));
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
    }
}
