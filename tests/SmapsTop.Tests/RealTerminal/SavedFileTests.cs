using System.Runtime.Versioning;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>The files that the program itself makes, as the kernel is asked for them, where the shell asks for no care (umask 000).</summary>
[SupportedOSPlatform("linux")]
[Collection(OneAtATime.Name)]
public sealed class SavedFileTests : IDisposable
{
    /// <summary>Every call that could make, change, move or open a file.</summary>
    private const string Traced = "%file,fchmod,fchown,ftruncate,fsetxattr";

    private readonly string _folder = Directory.CreateTempSubdirectory("smapstop-saved-").FullName;
    private readonly SubjectProcess _subject = SubjectProcess.Stopped();

    public void Dispose()
    {
        _subject.Dispose();
        Tool.Remove(_folder);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_recording_is_made_by_one_call_that_makes_it_new_and_for_its_owner(bool replaces)
    {
        if (replaces)
        {
            File.WriteAllText(PathOf("new"), "old");
            File.SetUnixFileMode(PathOf("new"), (UnixFileMode)0b110_110_110);
        }
        Assert.Equal(0, Record("new", replaces).ExitCode);
        var trace = Trace.Read(PathOf("calls"));
        IsMadeOnce(trace, PathOf("new"));
        // What was there is taken away by its name and not opened.
        string[] before = replaces ? ["unlink", "openat"] : ["openat"];
        Assert.Equal(before, trace.Calls.Where(call => call.Path == PathOf("new") && call.Name is "unlink" or "openat").Select(call => call.Name));
    }

    [Theory]
    [InlineData("mine", false)]
    [InlineData("mine", true)]
    [InlineData("nothing", false)]
    [InlineData("nothing", true)]
    public void A_recording_follows_no_link_that_was_planted_at_its_name(string target, bool replaces)
    {
        File.WriteAllText(PathOf("mine"), "mine");
        File.CreateSymbolicLink(PathOf("new"), PathOf(target));
        var run = Record("new", replaces);
        Assert.Equal(6, run.ExitCode);
        Assert.Contains(replaces ? "symbolic link" : "already", run.Errors, StringComparison.Ordinal);
        Assert.Equal((PathOf(target), "mine", false), (new FileInfo(PathOf("new")).LinkTarget, File.ReadAllText(PathOf("mine")), File.Exists(PathOf("nothing"))));
    }

    [Fact]
    public void What_a_screen_saves_is_made_so_and_follows_no_link()
    {
        File.WriteAllText(PathOf("mine"), "mine");
        File.CreateSymbolicLink(PathOf("planted.csv"), PathOf("mine"));
        File.CreateSymbolicLink(PathOf("dangling.csv"), PathOf("nothing"));
        using var terminal = new TmuxTerminal(120, 36, _folder);
        terminal.Type("umask 000");
        terminal.Start($"{Trace.Command(PathOf("calls"), Traced)} smapstop {_subject.Pid}");
        terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 3 });
        foreach (var (name, answer) in new[] { ("planted.csv", "already"), ("dangling.csv", "already"), ("new.csv", "Saved ") })
        {
            terminal.Press("e");
            terminal.WaitFor(screen => screen.Has("Save as "));
            terminal.Press("C-u");
            terminal.Write(name);
            terminal.WaitFor(screen => screen.Has($"{name}█"));
            terminal.Press("Enter");
            terminal.WaitFor(screen => screen.Has(answer));
            if (answer == "already")
            {
                terminal.Press("Escape");
                terminal.WaitFor(screen => !screen.Has("Save as "));
            }
        }
        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
        Assert.Equal(("mine", false), (File.ReadAllText(PathOf("mine")), File.Exists(PathOf("nothing"))));
        var trace = Trace.Read(PathOf("calls"));
        Assert.Equal(3, trace.Calls.Count(call => call.OpensForWriting && call.Line.Contains("O_EXCL", StringComparison.Ordinal)));
        IsMadeOnce(trace, PathOf("new.csv"));
    }

    private static void IsMadeOnce(Trace trace, string path)
    {
        var made = Assert.Single(trace.Calls, call => call.OpensForWriting && call.Path == path);
        Assert.Contains("O_WRONLY|O_CREAT|O_EXCL|O_APPEND|O_CLOEXEC, 0600", made.Line, StringComparison.Ordinal);
        Assert.Empty(trace.Calls.Where(call => call.Name.Contains("chmod", StringComparison.Ordinal) || call.Name.Contains("chown", StringComparison.Ordinal)
            || call.Name.Contains("rename", StringComparison.Ordinal) || call.Name.Contains("truncate", StringComparison.Ordinal)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    private ToolResult Record(string name, bool replaces) => Tool.Run("sh", new Dictionary<string, string?>(), "-c",
        $"umask 000; exec {Trace.Command(PathOf("calls"), Traced)} {TmuxTerminal.Executable} record {_subject.Pid} -o {PathOf(name)} -d 0.1 --samples 2{(replaces ? " --force" : "")}");

    private string PathOf(string name) => Path.Combine(_folder, name);
}
