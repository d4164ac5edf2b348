using System.Text;
using System.Text.Json.Nodes;
using SmapsTop.Core.Reports;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.Smaps;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Reports;

public class DifferenceTests
{
    private static readonly Snapshot Old = SmapsText.Parse(
        Private(0x1000, 0x2000, "/kept", 4) + Private(0x2000, 0x4000, "/grown", 4) + Private(0x5000, 0x6000, "/gone", 16) + Private(0x7000, 0x8000, "/shrunk", 40));

    private static readonly Snapshot Now = SmapsText.Parse(
        Private(0x1000, 0x2000, "/kept", 4) + Private(0x2000, 0x5000, "/grown", 12) + Private(0x7000, 0x8000, "/shrunk", 30) + Private(0x9000, 0xa000, "/new", 7), Old);

    [Fact]
    public void What_has_grown_comes_first_and_what_has_not_changed_not_at_all() => Assert.Equal(
        [
            "change_kb,now_kb,was_kb,fate,kind,address,what",
            "8,12,4,,file,000000002000,/grown",
            "7,7,0,new,file,000000009000,/new",
            "-10,30,40,,file,000000007000,/shrunk",
            "-16,,16,gone,file,000000005000,/gone",
        ],
        Text(new("csv")).Split("\r\n")[..^1]);

    [Fact]
    public void Libraries_are_put_together()
    {
        var old = SmapsText.Parse(Private(0x1000, 0x2000, "/a", 4) + Private(0x2000, 0x3000, "/a", 4));
        var now = SmapsText.Parse(Private(0x1000, 0x2000, "/a", 5) + Private(0x2000, 0x3000, "/a", 6), old);
        var text = Encoding.UTF8.GetString(Reported.Difference(States.Sample(old), States.Sample(now), new("tsv", "libraries", Columns: "change,was,now,what")));
        Assert.Equal("change_kb\twas_kb\tnow_kb\twhat\n3\t8\t11\t/a\n", text);
    }

    [Fact]
    public void Text_is_the_totals_the_libraries_and_the_mappings()
    {
        var lines = Text(new()).Split('\n');
        Assert.Equal(["TOTALS", "LIBRARIES", "MAPPINGS"], lines.Where(line => line.Length > 0 && line.All(char.IsAsciiLetterUpper)));
        Assert.Contains(lines, line => line.StartsWith("RSS ", StringComparison.Ordinal) && line.Contains(" -11K ", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(line => line.EndsWith("/grown", StringComparison.Ordinal)));
    }

    [Fact]
    public void Json_has_the_times_of_both()
    {
        var (old, now) = (States.Sample(Old), States.Sample(Now, time: States.Noon.AddHours(1)));
        var json = JsonNode.Parse(Reported.Difference(old, now, new("json")))!;
        Assert.Equal((old.Time, now.Time), ((DateTimeOffset)json["since"]!, (DateTimeOffset)json["time"]!));
        Assert.Equal(8, (long?)json["mappings"]![0]!["change_kb"]);
        Assert.Null(json["mappings"]![3]!["now_kb"]);
        Assert.Equal(4, json["libraries"]!.AsArray().Count);
    }

    [Fact]
    public void Where_nothing_has_changed_it_says_so()
    {
        var same = States.Sample(Old);
        Assert.Equal("Nothing has changed since the baseline.\n", Encoding.UTF8.GetString(Reported.Difference(same, same, new(View: "mappings"))));
        Assert.Equal("change_kb\r\n", Encoding.UTF8.GetString(Reported.Difference(same, same, new("csv", Columns: "change"))));
    }

    [Fact]
    public void The_order_of_their_times_does_not_matter()
    {
        var back = Reported.Difference(States.Sample(Old), States.Sample(Now, time: States.Noon.AddHours(-1)), new("csv"));
        Assert.Equal(Text(new("csv")), Encoding.UTF8.GetString(back));
    }

    [Fact]
    public void The_views_are_its_own() => Assert.Contains("mappings, libraries, kinds, totals", ReportRequest.Of(new(View: "private"), ReportKind.Difference).Problem, StringComparison.Ordinal);

    private static string Text(ReportWords words) => Encoding.UTF8.GetString(Reported.Difference(States.Sample(Old), States.Sample(Now), words));

    private static string Private(int start, int end, string name, int dirty) => SmapsText.Vm(start, end, name, rss: dirty, file: "08:01 7") + $"Private_Dirty: {dirty} kB\n";
}
