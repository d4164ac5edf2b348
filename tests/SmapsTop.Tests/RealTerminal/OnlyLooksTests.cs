using System.Globalization;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>Whoever is watched does not notice, and nothing is written but the file that was asked for.</summary>
[Collection(OneAtATime.Name)]
public sealed class OnlyLooksTests
{
    /// <summary>Every call that names a file, every one of the network, and all that reach into another process.</summary>
    private const string Traced = "%file,%network,kill,tkill,tgkill,rt_sigqueueinfo,rt_tgsigqueueinfo,pidfd_open,pidfd_getfd,pidfd_send_signal,"
        + "ptrace,process_vm_readv,process_vm_writev,process_madvise,process_mrelease,kcmp,move_pages,migrate_pages,setns,unshare,bpf,perf_event_open,userfaultfd,"
        + "fchmod,fchown,fsetxattr,ftruncate,sched_setscheduler,setpriority";

    /// <summary>Of those, the ones that only look.</summary>
    private static readonly string[] Looking =
        ["open", "openat", "stat", "lstat", "statx", "newfstatat", "access", "faccessat", "faccessat2", "readlink", "readlinkat", "statfs", "getcwd", "chdir", "execve", "tgkill"];

    [Fact]
    public void A_whole_visit_writes_to_the_terminal_and_to_the_file_that_was_asked_for_alone()
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(120, 36);
        var file = Path.Combine(terminal.Folder, "calls");
        terminal.Start($"{Trace.Command(file, Traced)} smapstop");
        Visit(terminal, subject);
        Assert.Equal(0, terminal.WaitForEnd());

        var trace = Trace.Read(file);
        Assert.Contains(trace.Calls, call => call.Path == $"/proc/{subject.Pid}/smaps");
        Assert.Empty(trace.Calls.Where(call => !Looking.Contains(call.Name)));
        Assert.Single(trace.Calls, call => call.Name == "execve");
        // The runtime stops its own threads so.
        Assert.Empty(trace.Calls.Where(call => call.Name == "tgkill" && !call.Line.Contains($"tgkill({trace.Pid},", StringComparison.Ordinal)));
        Assert.Equal(Path.Combine(terminal.Folder, "saved.smaps"), Assert.Single(trace.Calls, call => call.OpensForWriting).Path);
        Assert.Empty(trace.Calls.Where(call => call.Path is { } path && (path.EndsWith("/clear_refs", StringComparison.Ordinal) || path.EndsWith("/mem", StringComparison.Ordinal))));
        Assert.Equal('T', ProcFiles.StateOf(subject.Pid));
    }

    private static void Visit(TmuxTerminal terminal, SubjectProcess subject)
    {
        terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: > 1 });
        terminal.Press(">", "<", "r", "/");
        terminal.Write(Path.GetFileName(subject.Folder));
        terminal.Press("Enter");
        terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: 1 } grid && grid.Find("PID", subject.Pid.ToString(CultureInfo.InvariantCulture)) == 0);
        terminal.Press("Enter");
        terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 3 });
        terminal.Press("Tab", ">", "r", "f", "Z", "u", "b", "m", "M");
        terminal.WaitFor(screen => screen.Grid("2 Shared") is not null && screen.Title.Contains("in kB", StringComparison.Ordinal));
        terminal.Press("Space", "Left", "Right", "Space", "3");
        terminal.WaitFor(screen => screen.Grid("3 Libraries") is { Rows.Length: > 3 });
        terminal.Press("Enter");
        terminal.WaitFor(screen => screen.Grid("Mappings of") is not null);
        terminal.Press("Enter");
        terminal.WaitFor(screen => screen.Has("Where and what"));
        terminal.Press("4");
        terminal.WaitFor(screen => screen.Grid("4 All") is { Rows.Length: > 3 });
        terminal.Press("c");
        terminal.WaitFor(screen => screen.Has("Columns"));
        terminal.Press("Escape");
        terminal.WaitFor(screen => screen.Grid("4 All") is not null);
        terminal.Press("5", "v", "v");
        terminal.WaitFor(screen => screen.Has("5 Growth"));
        terminal.Press("?");
        terminal.WaitFor(screen => screen.Has("Help"));
        terminal.Press("Escape");
        terminal.WaitFor(screen => screen.Has("5 Growth"));
        terminal.Press("e");
        terminal.WaitFor(screen => screen.Has("Save as "));
        terminal.Press("C-u");
        terminal.Write("saved.smaps");
        terminal.Press("Enter");
        terminal.WaitFor(screen => screen.Has("Saved "));
        terminal.Press("p");
        terminal.WaitFor(screen => screen.Grid("Processes") is not null);
        terminal.Press("q");
    }
}
