using System.Runtime.Versioning;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>The native executable alone in a root folder in which there is nothing but it and /proc.</summary>
[SupportedOSPlatform("linux")]
public sealed class EmptyRootTests : IDisposable
{
    private const int MostBytes = 12_000_000;

    private static readonly Dictionary<string, string?> Same = [];

    private readonly string _root = Directory.CreateTempSubdirectory("smapstop-root-").FullName;

    public EmptyRootTests()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("SMAPSTOP_EXECUTABLE") is { Length: > 0 },
            "this is about the native executable: SMAPSTOP_EXECUTABLE must name it");
        Assert.SkipUnless(
            Tool.Exists("unshare") && Tool.Run("sh", Same, "-c", $"{Unshare} sh -c 'mount --rbind /proc {Directory.CreateDirectory(_root + "/proc").FullName} && chroot / true'").ExitCode == 0,
            "an empty root takes mount and chroot: root, or a user who may have a user namespace (unshare --map-root-user)");
        File.Copy(TmuxTerminal.Executable, _root + "/smapstop");
    }

    /// <summary>Begins a command that has mounts of its own.</summary>
    private static string Unshare => Environment.IsPrivilegedProcess ? "unshare --mount" : "unshare --map-root-user --mount";

    public void Dispose() => Tool.Remove(_root);

    [Fact]
    public void It_is_one_file_that_reports_there()
    {
        // The shell becomes the program, which then reports on itself.
        var run = Tool.Run("sh", Same, "-c", Inside("report $$"));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Matches("(?m)^RSS: +[0-9]+ kb total$", run.Output);
        Assert.Contains("   /smapstop\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(".so", run.Output, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(_root + "/smapstop").Length, 1, MostBytes);
    }

    [Fact]
    public void Its_screens_work_there()
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(100, 30);
        terminal.Start(Inside($"{subject.Pid}"));
        terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 3 });
        terminal.Press("5");
        terminal.WaitFor(screen => screen.Has("Growth"));
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
    }

    private string Inside(string arguments) =>
        $"{Unshare} sh -c 'mount --rbind /proc {_root}/proc && exec chroot {_root} /smapstop {arguments}'";
}
