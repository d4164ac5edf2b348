using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json.Nodes;
using SmapsTop.Tests.RealTerminal;

namespace SmapsTop.Tests.CommandLine;

[SupportedOSPlatform("linux")]
public sealed class WatchTests : IDisposable
{
    private readonly SubjectProcess _subject = new("leak", "4000");

    private string Pid => _subject.Pid.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => _subject.Dispose();

    [Fact]
    public void Every_look_is_a_line_of_json()
    {
        var run = Started.With("watch", Pid, "--format", "ndjson", "-d", "0.1", "--samples", "4");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var text = Encoding.UTF8.GetString(run.Output);
        Assert.EndsWith("\n", text);
        var lines = text.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(4, lines.Count);
        Assert.All(lines, line => Assert.Equal(_subject.Pid, (int?)line["process"]!["pid"]));
        Assert.True((long?)lines[3]["totals"]!["rss_kb"] > (long?)lines[0]["totals"]!["rss_kb"]);
        Assert.Equal(4, lines.Select(line => (string?)line["time"]).Distinct().Count());
    }

    [Fact]
    public void A_line_is_there_at_once_and_an_interrupt_is_130()
    {
        using var watch = Started.Start("watch", Pid, "-d", "3600");
        Assert.NotNull(JsonNode.Parse(watch.StandardOutput.ReadLine()!));
        Tool.Signal(watch.Id, "INT");
        Assert.Equal("", watch.StandardOutput.ReadToEnd());
        Until.Ended(watch);
        Assert.Equal((130, ""), (watch.ExitCode, watch.StandardError.ReadToEnd()));
    }

    [Fact]
    public void A_reader_that_has_enough_ends_it_quietly()
    {
        var run = Started.InShell($"$smapstop watch {Pid} -d 0.1 | head -n 1 > /dev/null; exit ${{PIPESTATUS[0]}}");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    [Theory]
    [InlineData("> /dev/full")]
    [InlineData(">&-")]
    public void Standard_output_that_takes_nothing_is_6(string where) =>
        Started.InShell($"$smapstop watch {Pid} -d 0.1 {where}").Refused(6, "standard output cannot be written");

    [Fact]
    public void When_the_process_ends_it_ends_too_and_says_so()
    {
        using var watch = Started.Start("watch", Pid, "-d", "0.1");
        Assert.NotNull(watch.StandardOutput.ReadLine());
        var rest = watch.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _subject.End();
        Until.Ended(watch);
        Assert.Equal(0, watch.ExitCode);
        Assert.StartsWith("smapstop: The process has ended", watch.StandardError.ReadToEnd());
    }

    [Theory]
    [InlineData("999999999", 3, "999999999")]
    [InlineData("nosuchname", 3, "nosuchname")]
    [InlineData("1 --format xml", 2, "ndjson")]
    public void What_cannot_be_watched_is_said_in_a_line(string arguments, int code, string word) =>
        Started.With(["watch", .. arguments.Split(' ')]).Refused(code, word);
}
