namespace SmapsTop.Tests.RealTerminal;

[Collection(OneAtATime.Name)]
public sealed class ResizeTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    [Fact]
    public void Made_smaller_and_larger_again_the_terminal_shows_the_same()
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(120, 36);
        terminal.Watch(subject);
        terminal.Press("Space");
        var first = terminal.WaitFor(screen => screen.Title.Contains("frozen", StringComparison.Ordinal) && screen.IsWhole(120, 36));

        terminal.Resize(80, 24);
        var small = terminal.WaitFor(screen => screen.IsWhole(80, 24) && screen.Lines[1].StartsWith(" VMSIZE", StringComparison.Ordinal) && screen.Grid("1 Private") is { Rows.Length: > 10 });
        Assert.Null(small.Grid("2 Shared"));
        Assert.False(small.Has("│"), small.Text);

        terminal.Resize(39, 24);
        terminal.WaitFor(screen => screen.Lines[0] == "smapstop needs 40 columns and 10 rows." && screen.Lines[1..].All(line => line.Length == 0));

        terminal.Resize(120, 36);
        terminal.WaitFor(screen => screen.Text == first.Text, "the first screen again:\n" + first.Text);
    }

    [Fact]
    public void A_storm_of_sizes_down_to_a_single_cell_leaves_the_screen_as_it_was()
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(120, 36);
        terminal.Watch(subject);
        terminal.Press("Space");
        var first = terminal.WaitFor(screen => screen.Title.Contains("frozen", StringComparison.Ordinal) && screen.IsWhole(120, 36));
        var pid = terminal.WaitForChild();

        var random = new Random(6);
        for (var i = 0; i < 60; i++)
        {
            terminal.Resize(random.Next(1, 200), random.Next(1, 70));
            if (i % 10 == 0)
                terminal.Resize(1, 1);
            terminal.Press("3", "Down", "1");
        }
        terminal.Resize(1, 1);
        var time = ProcFiles.ProcessorTime(pid);
        Assert.True(Until.Stays(() => !ProcFiles.IsGone(pid), Moment));
        Assert.InRange(ProcFiles.ProcessorTime(pid) - time, TimeSpan.Zero, Moment / 4);

        terminal.Resize(120, 36);
        terminal.WaitFor(screen => screen.Text == first.Text, "the first screen again:\n" + first.Text);
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
    }

    [Fact]
    public void Detached_it_goes_on_quietly_and_attached_again_it_shows_what_is_now()
    {
        using var subject = new SubjectProcess("leak", "4000");
        using var inner = new TmuxTerminal(80, 24);
        using var outer = new TmuxTerminal(80, 24);
        inner.Watch(subject);
        var pid = inner.WaitForChild();
        var attach = $"TMUX= tmux -u -S {inner.Socket} attach";
        for (var i = 0; i < 2; i++)
        {
            outer.Start(attach);
            outer.WaitFor(screen => screen.IsWhole(80, 24) && screen.Grid("1 Private") is { Rows.Length: > 3 });
            outer.Press("C-b", "d");
            Assert.Equal(0, outer.WaitForEnd());
            var time = ProcFiles.ProcessorTime(pid);
            Assert.True(Until.Stays(() => !ProcFiles.IsGone(pid), Moment));
            Assert.InRange(ProcFiles.ProcessorTime(pid) - time, TimeSpan.Zero, Moment / 4);
        }
        outer.Start(attach);
        outer.WaitFor(screen => screen.IsWhole(80, 24));
        outer.Press("3");
        outer.WaitFor(screen => screen.Grid("3 Libraries") is { Rows.Length: > 3 });
        Assert.Equal(outer.Screen.Grid("3 Libraries")!.Headers, inner.Screen.Grid("3 Libraries")!.Headers);
    }
}
