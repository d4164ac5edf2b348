using System.Runtime.Versioning;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>Nothing in the folder it is started in, or in the home folder, is run or read: it may be root who starts it.</summary>
[SupportedOSPlatform("linux")]
[Collection(OneAtATime.Name)]
public sealed class HostileFolderTests : IDisposable
{
    private const UnixFileMode Runnable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const string Settings = """{ "Driver.Force16Colors": false, "Application.DefaultKeyBindings": { "Quit": { "All": ["x"] } } }""";

    /// <summary>A word that could be a file's name: then it is asked for.</summary>
    private const string Missing = "nosuchname";

    private static readonly string[] Programs =
        ["bash", "sh", "which", "env", "xclip", "xsel", "wl-copy", "wl-paste", "clip.exe", "powershell.exe", "tput", "stty", "infocmp", "less", "man", "sudo", "smapstop"];

    private static readonly string[] Files =
    [
        ".tui/config.json", ".tui/smapstop.config.json", ".config/smapstop.json", "smapstop.json", "smapstop.config.json", "smapstop.runtimeconfig.json", "smapstop.deps.json",
        "appsettings.json", "smapstop.dll", "libc.so.6", "libc.so", "libdl.so.2", "libSystem.Native.so", "libicuuc.so.72", "libonigwrap.so", "ld.so.preload", "ld.so.cache", "gconv-modules",
        ".terminfo/x/xterm-256color", ".terminfo/t/tmux-256color", ".terminfo/s/screen", ".bashrc", ".profile", "passwd", "proc/self/stat", "etc/passwd", "etc/localtime",
    ];

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
        terminal.Type($"export TUI_CONFIG='{Settings}'");
        terminal.Watch(subject);
        terminal.Press("x", "r");
        terminal.WaitFor(screen => screen.Grid("1 Private") is { Descends: false });
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
        Assert.False(File.Exists(Marker), "a program in the folder was run");
    }

    [Theory]
    [InlineData("$PATH", "TARGET")]
    [InlineData(".:$PATH", "TARGET")]
    [InlineData(":$PATH", "")]
    [InlineData("$PATH::", "open FIXTURE")]
    public void A_screen_runs_no_other_program_and_opens_nothing_in_the_folder_or_at_home(string path, string arguments)
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(80, 24, Here, Home);
        var calls = Path.Combine(terminal.Folder, "calls");
        terminal.Start($"PATH={path} {Trace.Command(calls, "%file,execveat")} {TmuxTerminal.Executable} {With(arguments, subject)}");
        terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 3 } || screen.Grid("Processes") is { Rows.Length: > 1 });
        terminal.Press("?");
        terminal.WaitFor(screen => screen.Has("Help"));
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
        StaysAway(Trace.Read(calls));
    }

    [Theory]
    [InlineData("$PATH", "report TARGET")]
    [InlineData(".:$PATH", "report TARGET --view libraries --format json")]
    [InlineData(":$PATH", "report FIXTURE")]
    [InlineData(".:$PATH", "diff FIXTURE TARGET")]
    [InlineData("$PATH:", "watch TARGET -d 0.1 --samples 2")]
    [InlineData(".:$PATH", "record TARGET -o FILE -d 0.1 --samples 2")]
    [InlineData(".:$PATH", "report nosuchname")]
    [InlineData(".:$PATH", "--help")]
    [InlineData(".:$PATH", "--version")]
    public void A_command_runs_no_other_program_and_opens_nothing_in_the_folder_or_at_home(string path, string arguments)
    {
        using var subject = SubjectProcess.Stopped();
        var calls = Path.Combine(_folder, "calls");
        var run = Tool.Run("bash", new Dictionary<string, string?> { ["HOME"] = Home, ["TERM"] = "xterm-256color", ["TUI_CONFIG"] = Settings }, "-c",
            $"cd {Here} && PATH={path} exec {Trace.Command(calls, "%file,execveat")} {TmuxTerminal.Executable} {With(arguments, subject)}");
        Assert.Equal(arguments.EndsWith(Missing, StringComparison.Ordinal) ? 3 : 0, run.ExitCode);
        StaysAway(Trace.Read(calls));
    }

    private void StaysAway(Trace trace)
    {
        Assert.Single(trace.Calls, call => call.Name.StartsWith("exec", StringComparison.Ordinal));
        // A path that does not begin with a slash is one in the folder it is started in; asking where that is is no harm.
        Assert.Empty(trace.Calls.Where(call => call.Name is not ("getcwd" or "execve") && call.Path is { Length: > 0 } path && !path.EndsWith(Missing, StringComparison.Ordinal)
            && (!path.StartsWith('/') || path.StartsWith(Here, StringComparison.Ordinal) || path.StartsWith(Home, StringComparison.Ordinal) || path.Contains("/.tui", StringComparison.Ordinal))));
        Assert.False(File.Exists(Marker), "a program in the folder was run");
    }

    private string With(string arguments, SubjectProcess subject) => arguments
        .Replace("TARGET", $"{subject.Pid}", StringComparison.Ordinal)
        .Replace("FIXTURE", Path.Combine(AppContext.BaseDirectory, "Fixtures", "zoo"), StringComparison.Ordinal)
        .Replace("FILE", Path.Combine(_folder, "new.smapstop"), StringComparison.Ordinal);

    private void Fill(string folder)
    {
        foreach (var name in Files.Concat(Programs))
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, name.EndsWith(".json", StringComparison.Ordinal) ? Settings : $"#!/bin/sh\necho \"$0\" >> {Marker}\n");
            File.SetUnixFileMode(file, Runnable);
        }
    }
}
