using System.Globalization;
using System.Text.RegularExpressions;
using SmapsTop.Core.Proc;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>What a process may do while it is watched. Whatever it is, the screen says it, and the last sample stays.</summary>
[Collection(OneAtATime.Name)]
public sealed class TargetLifeTests
{
    private const int Most = 65_530;

    [Fact]
    public void One_that_ends_while_it_is_read_is_not_seen_with_half_of_its_mappings()
    {
        var folder = Directory.CreateTempSubdirectory("smapstop-neglected-").FullName;
        using var parent = SubjectProcess.Neglected(folder, "maps", "30000");
        var pid = parent.ReadNumber();
        var proc = new LinuxProc();
        var process = proc.Find(pid)!.Identity;
        var whole = Assert.IsType<Reading.Seen>(proc.Look(process, null, TestContext.Current.CancellationToken));
        Assert.InRange(whole.Sample.Snapshot.Mappings.Length, 30_000, Most);

        var look = Task.Run(() => proc.Look(process, whole.Sample, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => ProcFiles.IsBeingRead($"/proc/{pid}/smaps"), Until.Patience));
        Tool.Signal(pid, "KILL");
        Assert.Same(UnseenReason.Zombie, Assert.IsType<Reading.Unseen>(LastOf(look)).Reason);
        Tool.Remove(folder);

        // Its other threads may take a moment longer to end than the memory.
        Reading LastOf(Task<Reading> first)
        {
            var reading = first.Result;
            while (reading is Reading.Unseen { Reason.IsFinal: false })
                reading = proc.Look(process, whole.Sample, TestContext.Current.CancellationToken);
            return reading;
        }
    }

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void One_that_turns_zombie_has_ended_and_waits_for_its_parent(int width, int height)
    {
        using var parent = new ShellProcess("sleep 601 & echo $!; exec sleep 602");
        var pid = parent.ReadNumber();
        using var terminal = new TmuxTerminal(width, height);
        Watch(terminal, pid);
        Tool.Signal(pid, "KILL");
        var ended = Stays(terminal, "waits for its parent: it has no memory any more.");
        Assert.Contains("zombie ", ended.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("sleeping", ended.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void One_whose_leader_ends_is_read_on_through_a_thread_until_all_have_ended(int width, int height)
    {
        using var subject = new SubjectProcess("leader");
        using var terminal = new TmuxTerminal(width, height);
        terminal.Watch(subject);
        terminal.Press("u");
        var before = terminal.WaitFor(screen => screen.Total("RSS") > 10_000).Total("RSS");
        subject.GoOn();
        var live = terminal.WaitFor(screen => screen.Title.Contains("leader gone", StringComparison.Ordinal) && screen.Total("RSS") is not null);
        Assert.EndsWith("live", live.Title, StringComparison.Ordinal);
        Assert.InRange(live.Total("RSS")!.Value, before!.Value / 2, before.Value * 2);
        subject.End();
        Stays(terminal, "The process has ended");
    }

    [Fact]
    public void One_that_is_stopped_is_said_to_be_and_goes_on()
    {
        using var subject = new SubjectProcess("steady");
        using var terminal = new TmuxTerminal(120, 36);
        terminal.Watch(subject);
        terminal.WaitFor(screen => screen.Title.Contains(" sleeping ", StringComparison.Ordinal));
        Tool.Signal(subject.Pid, "STOP");
        terminal.WaitFor(screen => screen.Title.Contains(" stopped ", StringComparison.Ordinal) && screen.Title.EndsWith("live", StringComparison.Ordinal));
        Tool.Signal(subject.Pid, "CONT");
        terminal.WaitFor(screen => screen.Title.Contains(" sleeping ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void One_with_as_many_mappings_as_the_kernel_allows_is_read_whole(int width, int height)
    {
        // A few are left for what the runtime does.
        using var subject = new SubjectProcess("full", $"{Most - 20}");
        Tool.Signal(subject.Pid, "STOP");
        using var terminal = new TmuxTerminal(width, height);
        terminal.Start($"smapstop {subject.Pid}");
        var screen = terminal.WaitFor(screen => screen.Matches(@"65,\d\d\d mappings of "));
        var count = int.Parse(Regex.Match(screen.Text, @"(65,\d\d\d) mappings of ").Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        Assert.InRange(count, Most - 30, Most + 1);
        terminal.Press("4", "End");
        terminal.WaitFor(screen => screen.Grid("4 All") is { Rows: [.., [.., "[vsyscall]"]] } or { Rows: [.., [.., "[stack]"]] });
        subject.End();
        terminal.Press("1");
        Stays(terminal, "The process has ended");
    }

    [Fact]
    public void One_that_maps_and_unmaps_at_every_moment_is_read_each_time()
    {
        using var subject = new SubjectProcess("churn");
        var proc = new LinuxProc();
        var process = proc.Find(subject.Pid)!.Identity;
        var counts = new HashSet<int>();
        Sample? last = null;
        for (var i = 0; i < 300; i++)
        {
            var reading = proc.Look(process, last, TestContext.Current.CancellationToken);
            last = Assert.IsType<Reading.Seen>(reading).Sample;
            Assert.Contains(last.Snapshot.Mappings, mapping => mapping.Name.ToString() == "[stack]");
            counts.Add(last.Snapshot.Mappings.Length);
        }
        Assert.True(counts.Count > 3, "the mappings stand still");

        using var terminal = new TmuxTerminal(160, 40);
        Assert.Equal(0, terminal.Run($"smapstop record {subject.Pid} -o churn.smapstop -d 0.1 --samples 20"));
        Assert.Equal(0, terminal.Run("smapstop report churn.smapstop > report 2> errors"));
        Assert.Equal("", File.ReadAllText(Path.Combine(terminal.Folder, "errors")));
        terminal.Start($"smapstop {subject.Pid} -d 0.5");
        terminal.WaitFor(screen => Regex.Match(screen.Title, @"#(\d+)") is { Success: true } number && int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture) > 5);
        Assert.EndsWith("live", terminal.Screen.Title, StringComparison.Ordinal);
        subject.End();
        Stays(terminal, "The process has ended");
    }

    [Fact]
    public void One_that_drops_its_privileges_can_be_read_from_then_on()
    {
        ShellProcess.SkipUnlessRoot();
        using var process = new ShellProcess($"read x; exec {ShellProcess.Nobody} sleep 606").Being("sh");
        using var terminal = new TmuxTerminal(80, 24);
        AsNobody(terminal, process.Pid);
        terminal.WaitFor(screen => screen.Has("Its memory may not be read: it belongs to root."));
        process.GoOn();
        terminal.WaitFor(screen => screen.Title.EndsWith("live", StringComparison.Ordinal) && screen.Grid("1 Private") is { Rows.Length: > 1 } && !screen.Has("may not be read"));
    }

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void One_that_gains_privileges_can_be_read_no_more(int width, int height)
    {
        ShellProcess.SkipUnlessRoot();
        var sleep = ShellProcess.SetUserId(Directory.CreateTempSubdirectory("smapstop-privileged-").FullName);
        using var process = new ShellProcess($"exec {ShellProcess.Nobody} sh -c 'read x; exec {sleep} 607'").Being("sh");
        using var terminal = new TmuxTerminal(width, height);
        AsNobody(terminal, process.Pid);
        terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 1 });
        process.GoOn();
        var denied = Stays(terminal, "Its memory may not be read: it belongs to root.");
        Assert.Contains("denied ", denied.Title, StringComparison.Ordinal);
        Tool.Remove(Path.GetDirectoryName(sleep)!);
    }

    [Fact]
    public void One_whose_namespace_goes_away_has_ended()
    {
        ShellProcess.SkipUnlessRoot();
        using var outside = new ShellProcess("exec unshare --pid --fork --kill-child sh -c 'sleep 603 & exec sleep 604' 2> /dev/null");
        int? init = null, process = null;
        Assert.True(Until.True(() => (init = ProcFiles.ChildOf(outside.Pid)) is { } first && (process = ProcFiles.ChildOf(first)) is { } pid && ProcFiles.NameOf(pid) == "sleep", Until.Patience));
        using var terminal = new TmuxTerminal(80, 24);
        Watch(terminal, process!.Value);
        Tool.Signal(init!.Value, "KILL");
        Stays(terminal, "The process has ended");
    }

    private static void Watch(TmuxTerminal terminal, int pid)
    {
        terminal.Start($"smapstop {pid}");
        terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 1 } && screen.Title.EndsWith("live", StringComparison.Ordinal));
    }

    private static void AsNobody(TmuxTerminal terminal, int pid)
    {
        Assert.SkipUnless(terminal.Run(ShellProcess.Nobody + "smapstop --version") == 0, "another user may not run the executable under test");
        terminal.Start($"{ShellProcess.Nobody} smapstop {pid}");
    }

    /// <summary>Waits for a sentence, and sees that what was seen before is still there.</summary>
    private static TerminalScreen Stays(TmuxTerminal terminal, string sentence)
    {
        var screen = terminal.WaitFor(screen => screen.Words.Contains(sentence, StringComparison.Ordinal) && Regex.IsMatch(screen.Words, @"The sample of \d\d:\d\d:\d\d stays\."));
        Assert.True(screen.Grid("1 Private") is { Rows.Length: > 1 }, screen.Text);
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
        return screen;
    }
}
