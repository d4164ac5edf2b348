using System.Runtime.Versioning;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>Nothing in the folder it is started in, or in the home folder, is run or read: it may be root who starts it.</summary>
[SupportedOSPlatform("linux")]
[Collection(OneAtATime.Name)]
public sealed class HostileFolderTests : IDisposable
{
    private const UnixFileMode Runnable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly string _folder = Directory.CreateTempSubdirectory("smapstop-hostile-").FullName;

    public HostileFolderTests()
    {
        Fill(Here);
        Fill(Home);
    }

    private string Here => Path.Combine(_folder, "here");

    private string Home => Path.Combine(_folder, "home");

    private string Marker => Path.Combine(_folder, "marker");

    public void Dispose() => Tool.Remove(_folder);

    [Fact]
    public void No_program_in_the_folder_is_run_and_no_setting_in_it_is_heeded()
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(80, 24, Here, Home);
        terminal.Type("""export TUI_CONFIG='{ "Driver.Force16Colors": false, "Application.DefaultKeyBindings": { "Quit": { "All": ["x"] } } }'""");
        terminal.Watch(subject);
        terminal.Press("x", "r");
        terminal.WaitFor(screen => screen.Grid("1 Private") is { Descends: false });
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
        Assert.False(File.Exists(Marker), "a program in the folder was run");
    }

    [Fact]
    public void It_runs_no_other_program_and_opens_nothing_in_the_folder_or_at_home()
    {
        Assert.SkipUnless(Tool.Exists("strace"), "strace is not on this machine");
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(80, 24, Here, Home);
        var calls = Path.Combine(terminal.Folder, "calls");
        terminal.Start($"strace -f -e trace=execve,execveat,open,openat,openat2 -o {calls} smapstop {subject.Pid}");
        terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 3 });
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());

        var lines = File.ReadAllLines(calls);
        Assert.Single(lines, line => line.Contains(" exec", StringComparison.Ordinal));
        // A path that does not begin with a slash is one in the folder it is started in.
        var astray = string.Join('\n', lines.Where(line => line.Contains(_folder, StringComparison.Ordinal) || line.Contains(".tui", StringComparison.Ordinal)
            || (line.Contains("AT_FDCWD, \"", StringComparison.Ordinal) && !line.Contains("AT_FDCWD, \"/", StringComparison.Ordinal))));
        Assert.True(astray.Length == 0, astray);
    }

    private void Fill(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".tui"));
        foreach (var program in new[] { "bash", "sh", "which", "xclip", "wl-copy", "wl-paste", "tput", "stty" })
        {
            var file = Path.Combine(folder, program);
            File.WriteAllText(file, $"#!/bin/sh\necho \"$0\" >> {Marker}\n");
            File.SetUnixFileMode(file, Runnable);
        }
        foreach (var file in new[] { "config.json", "smapstop.config.json" })
            File.WriteAllText(Path.Combine(folder, ".tui", file), """{ "Driver.Force16Colors": false, "Application.DefaultKeyBindings": { "Quit": { "All": ["x"] } } }""");
    }
}
