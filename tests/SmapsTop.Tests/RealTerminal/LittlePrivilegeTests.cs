using System.Globalization;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>What a user without privilege can do, and what one capability adds.</summary>
[Collection(OneAtATime.Name)]
public sealed class LittlePrivilegeTests : IDisposable
{
    private static readonly Dictionary<string, string?> Same = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("smapstop-little-").FullName;

    public LittlePrivilegeTests()
    {
        ShellProcess.SkipUnlessRoot();
        Assert.SkipUnless(Shell($"chmod 777 {_folder}; {ShellProcess.Nobody} {TmuxTerminal.Executable} --version").ExitCode == 0, "another user may not run the executable under test");
    }

    /// <summary>From this version on CAP_PERFMON is enough.</summary>
    private static bool HasPerfmon => Environment.OSVersion.Version >= new Version(6, 15);

    public void Dispose() => Tool.Remove(_folder);

    [Fact]
    public void Without_a_capability_anothers_process_is_refused_with_the_remedy()
    {
        using var root = new ShellProcess("exec sleep 6083451").Being("sleep");
        var run = Shell($"{ShellProcess.Nobody} {TmuxTerminal.Executable} report {root.Pid}");
        Assert.Equal((4, ""), (run.ExitCode, run.Output));
        Assert.Contains("belongs to root. It takes that user, root, CAP_SYS_PTRACE or, from Linux 6.15 on, CAP_PERFMON;", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void With_CAP_SYS_PTRACE_alone_it_is_read()
    {
        using var root = new ShellProcess("exec sleep 6083451").Being("sleep");
        var run = Shell($"{With("sys_ptrace")} {TmuxTerminal.Executable} report {root.Pid}");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Matches("(?m)^RSS: +[1-9][0-9]* kb total$", run.Output);
    }

    [Fact]
    public void With_CAP_PERFMON_alone_it_is_read_by_a_kernel_that_is_new_enough()
    {
        using var root = new ShellProcess("exec sleep 6083451").Being("sleep");
        var run = Shell($"{With("perfmon")} {TmuxTerminal.Executable} report {root.Pid}");
        Assert.Equal(HasPerfmon ? 0 : 4, run.ExitCode);
    }

    [Fact]
    public void With_another_capability_it_is_not_read()
    {
        using var root = new ShellProcess("exec sleep 6083451").Being("sleep");
        Assert.Equal(4, Shell($"{With("dac_read_search")} {TmuxTerminal.Executable} report {root.Pid}").ExitCode);
    }

    [Theory]
    [InlineData("sys_ptrace")]
    [InlineData("perfmon")]
    public void A_capability_that_lies_in_the_file_is_enough_for_the_screens(string capability)
    {
        Assert.SkipUnless(Tool.Exists("setcap"), "setcap is not on this machine");
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("SMAPSTOP_EXECUTABLE") is { Length: > 0 }, "only the native executable is one file that can have a capability: SMAPSTOP_EXECUTABLE must name it");
        var copy = Path.Combine(_folder, "copy");
        Assert.Equal(0, Shell($"cp {TmuxTerminal.Executable} {copy} && setcap cap_{capability}+ep {copy} && chmod 755 {copy}").ExitCode);
        using var root = new ShellProcess("read x; exec sleep 6083451").Being("sh");
        using var terminal = new TmuxTerminal(80, 24);
        terminal.Start($"{ShellProcess.Nobody} {copy} {root.Pid}");
        if (capability == "perfmon" && !HasPerfmon)
        {
            terminal.WaitFor(screen => screen.Words.Contains("Its memory may not be read: it belongs to root.", StringComparison.Ordinal));
            return;
        }
        terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 1 } && screen.Title.EndsWith("live", StringComparison.Ordinal));
        // The kernel keeps some things of it back from CAP_PERFMON, and still exec is noticed.
        root.GoOn();
        terminal.WaitFor(screen => screen.Words.Contains("The process has become another program by exec: sleep 6083451.", StringComparison.Ordinal));
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
    }

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void What_needs_no_privilege_works_for_an_ordinary_user(int width, int height)
    {
        using var own = new ShellProcess($"exec {ShellProcess.Nobody} sleep 6083452").Being("sleep");
        using var root = new ShellProcess("exec sleep 6083451").Being("sleep");
        using var terminal = new TmuxTerminal(width, height, _folder);
        terminal.Start($"{ShellProcess.Nobody} smapstop");
        terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: > 1 });
        terminal.Write("/sleep 60834");
        terminal.WaitFor(screen => screen.Grid("Processes") is { } grid && grid.Find("PID", Text(own.Pid)) >= 0 && grid.Find("PID", Text(root.Pid)) >= 0
            && screen.Lines.Single(line => line.Contains($" {root.Pid} ", StringComparison.Ordinal)).Contains("(not readable)", StringComparison.Ordinal)
            && !screen.Lines.Single(line => line.Contains($" {own.Pid} ", StringComparison.Ordinal)).Contains("(not readable)", StringComparison.Ordinal));
        terminal.Press("C-u");
        terminal.Write("sleep 6083452");
        terminal.Press("Enter");
        terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: 1 });
        terminal.Press("Enter");
        terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 1 } && screen.Title.EndsWith("live", StringComparison.Ordinal));
        terminal.Press("?");
        terminal.WaitFor(screen => screen.Has("Help"));
        terminal.Press("Escape");
        terminal.WaitFor(screen => screen.Grid("1 Private") is not null);
        terminal.Press("e");
        terminal.WaitFor(screen => screen.Has("Save as "));
        terminal.Press("C-u");
        terminal.Write("mine.smaps");
        terminal.Press("Enter");
        terminal.WaitFor(screen => screen.Has("Saved "));
        Assert.True(new FileInfo(Path.Combine(_folder, "mine.smaps")).Length > 1000);
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
    }

    private static string With(string capability) => $"{ShellProcess.Nobody} --inh-caps +{capability} --ambient-caps +{capability}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ToolResult Shell(string line) => Tool.Run("sh", Same, "-c", line);
}
