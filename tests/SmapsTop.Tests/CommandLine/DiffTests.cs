using System.Globalization;
using System.Text;
using SmapsTop.Tests.RealTerminal;

namespace SmapsTop.Tests.CommandLine;

public class DiffTests
{
    [Fact]
    public void A_capture_has_not_changed_against_itself_however_it_is_read()
    {
        var zoo = Started.Capture("zoo");
        var smaps = Path.Combine(zoo, "smaps");
        Assert.All([Started.With("diff", zoo, smaps, "--format", "csv"), Started.Fed(File.ReadAllBytes(smaps), "diff", "-", zoo, "--format", "csv")], run =>
            Assert.Equal((0, "", "change_kb,now_kb,was_kb,fate,kind,address,what\r\n"), (run.ExitCode, run.Errors, Encoding.UTF8.GetString(run.Output))));
    }

    [Fact]
    public void What_a_process_has_gained_since_its_smaps_was_saved_is_told()
    {
        using var subject = SubjectProcess.Stopped();
        var pid = subject.Pid.ToString(CultureInfo.InvariantCulture);
        // Names need be no UTF-8. The heap as it would have been with a megabyte less in it.
        var saved = File.ReadAllText($"/proc/{pid}/smaps", Encoding.Latin1).Split('\n');
        var dirty = Array.FindIndex(saved, Array.FindIndex(saved, line => line.EndsWith("[heap]", StringComparison.Ordinal)), line => line.StartsWith("Private_Dirty:", StringComparison.Ordinal));
        var amount = long.Parse(saved[dirty].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        saved[dirty] = "Private_Dirty: 0 kB";
        Assert.True(amount > 0);

        var run = Started.Fed(Encoding.Latin1.GetBytes(string.Join('\n', saved)), "diff", "-", pid, "--view", "mappings", "--format", "tsv", "--columns", "change,what");
        Assert.Equal((0, $"change_kb\twhat\n{amount}\t[heap]\n"), (run.ExitCode, Encoding.UTF8.GetString(run.Output)));
    }
}
