using SmapsTop.Core.Grids;
using SmapsTop.Core.Reports;
using SmapsTop.Core.Tests.Smaps;

namespace SmapsTop.Core.Tests.Reports;

public class ReportRequestTests
{
    /// <summary>The views for a theory.</summary>
    public static TheoryData<string> Views { get; } = [.. ReportView.All.Select(view => view.Name)];

    [Theory]
    [InlineData("xml", null, null, null, null, "text, json, csv, tsv")]
    [InlineData(null, "heap", null, null, null, "private, shared, libraries, all, totals")]
    [InlineData(null, "private", "heap", null, null, "VMSIZE, CLEAN, DIRTY")]
    [InlineData(null, "private", null, "PSS,heap", null, "VMSIZE, CLEAN, DIRTY")]
    [InlineData(null, "private", null, "", null, "VMSIZE, CLEAN, DIRTY")]
    [InlineData(null, "private", "pss:up", null, null, "pss:asc or pss:desc")]
    [InlineData(null, "private", null, null, "mb", "kb, auto")]
    [InlineData(null, null, "pss", null, null, "--view")]
    [InlineData("json", null, null, "PSS", null, "--view")]
    [InlineData("json", "all", null, null, "auto", "--units")]
    [InlineData("\e[31m", null, null, null, null, "\\x1b[31m")]
    public void What_there_is_not_is_refused_with_what_there_is(string? format, string? view, string? sort, string? columns, string? units, string says)
    {
        var (request, problem) = ReportRequest.Of(new(format, view, sort, null, columns, units));
        Assert.Null(request);
        Assert.Contains(says, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', problem!);
    }

    [Theory]
    [InlineData("PSS", true)]
    [InlineData("pss_kb", true)]
    [InlineData("pss:asc", false)]
    [InlineData("pss:desc", true)]
    [InlineData("mapping", false)]
    [InlineData("mapping:desc", true)]
    public void A_column_is_named_by_its_header_or_its_key_and_sorts_its_own_way_first(string sort, bool descends)
    {
        var (request, problem) = ReportRequest.Of(new(View: "all", Sort: sort));
        Assert.Null(problem);
        Assert.Equal(descends, request!.Settings!.Descends);
        Assert.Equal(sort.StartsWith('m') ? "MAPPING" : "PSS", request.Settings.SortedBy);
    }

    [Fact]
    public void Columns_come_in_the_order_asked_for() =>
        Assert.Equal(["kind", "age_s", "pss_kb"], Reported.Lines(Fixture.Smaps("zoo"), new("csv", "all", Columns: "KIND, AGE,pss_kb"), "\r\n")[0].Split(','));

    [Theory]
    [MemberData(nameof(Views))]
    public void Changes_are_left_out_of_a_single_sample_and_nothing_else(string view)
    {
        var grid = ReportView.All.Single(one => one.Name == view).Grid;
        var keys = Reported.Lines(Fixture.Smaps("zoo"), new("csv", view), "\r\n")[0].Split(',');
        Assert.Equal(grid.Columns.Where(column => column.Header is not ("Δ" or "Δ/MIN" or "AGE")).Select(column => column.Key), keys);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Every_column_has_a_key_of_its_own(string view)
    {
        var columns = ReportView.All.Single(one => one.Name == view).Grid.Columns;
        Assert.All(columns, column => Assert.Matches("^[a-z][a-z0-9_]*$", column.Key));
        Assert.Distinct(columns.Select(column => column.Key));
        Assert.All(columns.Where(column => column.Kind is CellKind.Size or CellKind.Change), column => Assert.EndsWith("_kb", column.Key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("private")]
    [InlineData("shared")]
    [InlineData("libraries")]
    [InlineData("all")]
    public void A_view_has_the_rows_of_the_screens_grid_in_its_order(string view)
    {
        var grid = ReportView.All.Single(one => one.Name == view).Grid;
        var table = grid.Show(ReportRequest.StateOf(State.States.Sample("dotnet")), null);
        var name = grid.Columns.Single(column => column.Fills);
        var rows = Reported.Json(State.States.Sample("dotnet"), view)["rows"]!.AsArray();
        Assert.NotEmpty(rows);
        Assert.Equal(Enumerable.Range(0, table.Count).Select(row => table.Cell(row, name)), rows.Select(row => (string?)row![name.Key]));
    }

    [Fact]
    public void The_filter_is_that_of_the_screen() =>
        Assert.Equal(["[stack]"], Reported.Lines(Fixture.Smaps("zoo"), new("tsv", "private", Filter: "STACK", Columns: "mapping"))[1..]);

    [Fact]
    public void An_order_holds_for_every_format()
    {
        var snapshot = SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, "/a", rss: 4) + SmapsText.Vm(0x2000, 0x4000, "/b", rss: 8));
        var words = new ReportWords(View: "all", Sort: "rss", Columns: "mapping");
        Assert.Equal(["/b", "/a"], Reported.Lines(snapshot, words)[1..]);
        Assert.Equal(["/b", "/a"], Reported.Lines(snapshot, words with { Format = "csv" }, "\r\n")[1..]);
        Assert.Equal("/b", (string?)System.Text.Json.Nodes.JsonNode.Parse(Reported.Text(snapshot, words with { Format = "json" }))!["rows"]![0]!["mapping"]);
    }
}
