using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SmapsTop.Tests.RealTerminal;

namespace SmapsTop.Tests.CommandLine;

public class ReportTests
{
    public static TheoryData<string> Captures { get; } = ["zoo", "swapped", "dotnet", "node", "postgres", "python"];

    [Theory]
    [MemberData(nameof(Captures))]
    public void The_report_is_the_one_expected_of_a_folder_a_file_and_standard_input(string capture)
    {
        var folder = Started.Capture(capture);
        var expected = File.ReadAllBytes(Path.Combine(folder, "report.txt"));
        var smaps = Path.Combine(folder, "smaps");
        Assert.All([Started.With("report", folder), Started.With("report", smaps), Started.Fed(File.ReadAllBytes(smaps), "report", "-")], run =>
        {
            Assert.Equal(expected, run.Output);
            Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        });
    }

    [Fact]
    public void A_process_is_reported_as_the_kernel_tells_of_it()
    {
        using var subject = SubjectProcess.Stopped();
        var pid = subject.Pid.ToString(CultureInfo.InvariantCulture);
        var report = Encoding.UTF8.GetString(Started.With("report", pid).Output);
        Assert.Matches($@"(?m)^RSS: +{ProcFiles.Rollup(subject.Pid, "Rss")} kb total$", report);

        var json = JsonNode.Parse(Started.With("report", pid, "--format", "json").Output)!;
        Assert.Equal(subject.Pid, (int?)json["process"]!["pid"]);
        Assert.Equal(ProcFiles.Status(subject.Pid, "VmSize"), (long?)json["totals"]!["vmsize_kb"]);
        Assert.Equal(subject.Snapshot().Mappings.Length, json["mappings"]!.AsArray().Count);
    }

    [Fact]
    public void A_pipe_of_the_shells_is_a_file()
    {
        var run = Started.InShell($"$smapstop report <(cat {Started.Capture("zoo")}/smaps)");
        Assert.Equal(File.ReadAllBytes(Path.Combine(Started.Capture("zoo"), "report.txt")), run.Output);
    }

    [Fact]
    public void A_view_can_be_sorted_filtered_and_cut_to_columns()
    {
        var run = Started.With("report", Started.Capture("zoo"), "--view", "libraries", "--sort", "vmsize:asc", "--filter", "LIB", "--columns", "library,vmsize", "--format", "csv");
        Assert.Equal(
            "library,vmsize_kb\r\n/usr/local/bin/zoo,20\r\n/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2,212\r\n/usr/lib/x86_64-linux-gnu/libc.so.6,1876\r\n",
            Encoding.UTF8.GetString(run.Output));
    }

    [Fact]
    public void A_reader_that_has_enough_ends_it_quietly()
    {
        var run = Started.InShell($"$smapstop report {Started.Capture("dotnet")} --format json | head -c 10; exit ${{PIPESTATUS[0]}}");
        Assert.Equal((0, "{\"schema\":", ""), (run.ExitCode, Encoding.UTF8.GetString(run.Output), run.Errors));
    }

    [Fact]
    public void What_is_appended_to_a_file_stands_behind_what_was_there()
    {
        var file = Path.GetTempFileName();
        Started.InShell($"(echo before; $smapstop report {Started.Capture("zoo")} --view totals --columns figure; echo after) > {file}");
        var lines = File.ReadAllLines(file);
        File.Delete(file);
        Assert.Equal(("before", "FIGURE", "after"), (lines[0], lines[1], lines[^1]));
    }
}
