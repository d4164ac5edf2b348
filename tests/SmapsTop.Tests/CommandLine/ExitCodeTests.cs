using System.Runtime.Versioning;
using SmapsTop.Tests.RealTerminal;

namespace SmapsTop.Tests.CommandLine;

[SupportedOSPlatform("linux")]
public class ExitCodeTests
{
    private static readonly string Zoo = Started.Capture("zoo");

    [Theory]
    [InlineData("report", "smapstop report --help")]
    [InlineData("report 1 2", "2")]
    [InlineData("report --nosuch 1", "--nosuch")]
    [InlineData("report 1 --format xml", "text, json, csv, tsv")]
    [InlineData("report 1 --view heap", "private, shared, libraries, all, totals")]
    [InlineData("report 1 --view all --sort heap", "ADDRESS, PERM, VMSIZE")]
    [InlineData("report 1 --sort rss", "--view")]
    [InlineData("diff 1", "smapstop diff --help")]
    [InlineData("diff 1 2 --view all", "mappings, libraries, kinds, totals")]
    [InlineData("diff - -", "one of the two")]
    [InlineData("--nosuch", "--nosuch")]
    [InlineData("@/etc/passwd --nosuch", "--nosuch")]
    public void A_command_line_that_is_not_understood_is_2(string arguments, string word) => Started.With(arguments.Split(' ')).Refused(2, word);

    [Theory]
    [InlineData("$smapstop < /dev/null")]
    [InlineData("$smapstop 1 | cat; exit ${PIPESTATUS[0]}")]
    [InlineData("TERM=dumb $smapstop < /dev/null")]
    public void A_screen_without_a_terminal_is_2_and_the_way_without_one_is_named(string line) => Started.InShell(line).Refused(2, "terminal", "smapstop report TARGET");

    [Theory]
    [InlineData("999999999")]
    [InlineData("nosuchname")]
    [InlineData("/nosuch/file")]
    public void What_there_is_not_is_3(string target) => Started.With("report", target).Refused(3, target);

    [Fact]
    public void Either_of_two_that_is_not_there_is_3()
    {
        Started.With("diff", Zoo, "/nosuch/new").Refused(3, "/nosuch/new");
        Started.With("diff", "/nosuch/old", Zoo).Refused(3, "/nosuch/old");
    }

    [Fact]
    public void What_may_not_be_read_is_4()
    {
        const string Stranger = "setpriv --reuid 65534 --regid 65534 --clear-groups ";
        var isRoot = Environment.IsPrivilegedProcess;
        Assert.SkipUnless(!isRoot || (Tool.Exists("setpriv") && Started.InShell(Stranger + "$smapstop --version").ExitCode == 0), "another user may not run the executable under test");
        var file = Path.GetTempFileName();
        File.SetUnixFileMode(file, UnixFileMode.None);
        Started.InShell($"{(isRoot ? Stranger : "")}$smapstop report {file}").Refused(4, file, "root");
        File.Delete(file);
        if (isRoot)
            Started.InShell($"{Stranger}$smapstop report 1").Refused(4, "may not be read", "CAP_SYS_PTRACE");
    }

    [Theory]
    [InlineData("maps", "maps, line 1")]
    [InlineData("smaps_rollup", "smaps_rollup, line 1")]
    [InlineData("comm", "comm, line 1")]
    [InlineData("..", "holds no file called smaps")]
    public void What_is_no_smaps_is_5_with_file_and_line(string file, string says) => Started.With("report", Path.Combine(Zoo, file)).Refused(5, says, "cat /proc/PID/smaps");

    [Theory]
    [InlineData("")]
    [InlineData("nonsense\n")]
    [InlineData("1000-2000 rw-p 00000000 00:00 0\nRss: ")]
    public void Standard_input_that_is_no_smaps_is_5(string text) => Started.Fed(System.Text.Encoding.UTF8.GetBytes(text), "report", "-").Refused(5, "standard input, line ");

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public void A_device_is_5(string device) => Started.With("report", device).Refused(5, device);

    [Theory]
    [InlineData("report $zoo")]
    [InlineData("report $zoo --format json")]
    [InlineData("report $zoo --format csv")]
    [InlineData("diff $zoo $zoo")]
    [InlineData("--help")]
    [InlineData("report --help")]
    [InlineData("--version")]
    public void A_full_disk_is_6(string arguments) => Started.InShell($"zoo={Zoo}; $smapstop {arguments} > /dev/full").Refused(6, "standard output cannot be written");

    [Fact]
    public void Standard_output_that_is_closed_is_6() => Started.InShell($"$smapstop report {Zoo} >&-").Refused(6, "standard output", "it is closed");

    [Fact]
    public void An_interrupt_is_130()
    {
        using var waiting = Started.Start("report", "-");
        waiting.StandardInput.BaseStream.Write(File.ReadAllBytes(Path.Combine(Zoo, "smaps")));
        waiting.StandardInput.BaseStream.Flush();
        // It reads once its runtime stands, and then waits for more.
        Assert.True(Until.True(() => ProcFiles.StateOf(waiting.Id) == 'S' && Wchan(waiting.Id).Contains("pipe", StringComparison.Ordinal), Until.Patience));
        Tool.Signal(waiting.Id, "INT");
        Assert.Equal("", waiting.StandardOutput.ReadToEnd());
        Until.Ended(waiting);
        Assert.Equal(130, waiting.ExitCode);
    }

    private static string Wchan(int pid) => File.ReadAllText($"/proc/{pid}/wchan");
}
