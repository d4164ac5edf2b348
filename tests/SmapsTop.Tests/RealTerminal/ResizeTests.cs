namespace SmapsTop.Tests.RealTerminal;

[Collection(OneAtATime.Name)]
public sealed class ResizeTests
{
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
}
