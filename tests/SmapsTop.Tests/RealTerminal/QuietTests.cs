namespace SmapsTop.Tests.RealTerminal;

[Collection(OneAtATime.Name)]
public sealed class QuietTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void Frozen_it_writes_not_one_byte(int width, int height)
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(width, height);
        terminal.Watch(subject);
        terminal.Press("Space");
        terminal.WaitFor(screen => screen.Title.Contains("frozen", StringComparison.Ordinal));
        var recorded = terminal.Record();
        // Whatever the key itself has changed is on its way until it is quiet.
        Assert.True(Until.True(() => StaysQuiet(recorded, Moment, 0), Until.Patience), "it does not come to rest");
        Assert.True(StaysQuiet(recorded, Long, 0), File.ReadAllText(recorded.FullName));
    }

    [Fact]
    public void Live_it_writes_next_to_nothing_while_the_process_stands_still()
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(120, 36);
        terminal.Watch(subject);
        var recorded = terminal.Record();
        // What others that come and go map too changes Pss: there are such moments, but not for ever.
        Assert.True(Until.True(() => StaysQuiet(recorded, Long, 200 * (int)Long.TotalSeconds), Until.Patience), File.ReadAllText(recorded.FullName));
    }

    [Fact]
    public void Live_it_sleeps_between_two_looks()
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(120, 36);
        terminal.Watch(subject);
        var pid = ProcFiles.ChildOf(terminal.ShellPid)!.Value;
        // A turn at each look and one at least each second; the toolkit by itself wakes up hundreds of times.
        Assert.True(Until.True(() => SleepsThrough(pid, Long, 40 * (long)Long.TotalSeconds), Until.Patience), "it does not come to rest");
    }

    private static bool SleepsThrough(int pid, TimeSpan time, long most)
    {
        var before = ProcFiles.Sleeps(pid);
        return Until.Stays(() => ProcFiles.Sleeps(pid) - before <= most, time);
    }

    /// <summary>True if the file grows by no more than so many bytes in the time.</summary>
    private static bool StaysQuiet(FileInfo file, TimeSpan time, long most)
    {
        var before = Length(file);
        return Until.Stays(() => Length(file) - before <= most, time);
    }

    private static long Length(FileInfo file)
    {
        file.Refresh();
        return file.Length;
    }
}
