using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Reports;
using SmapsTop.Core.Tests.Smaps;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Reports;

/// <summary>The schema among the assets. With SMAPSTOP_ACCEPT=1 in the environment it is written anew from the declarations.</summary>
public class SchemaTests
{
    private static readonly Schema Schema = new(JsonNode.Parse(File.ReadAllText(Path()))!.AsObject());

    /// <summary>Every view of every capture; an empty name for the whole.</summary>
    public static TheoryData<string, string> Reports { get; } = new(
        Fixture.Names.SelectMany(capture => ReportView.All.Select(view => view.Name).Prepend("").Select(view => (capture, view))));

    [Fact]
    public void The_schema_is_that_of_the_declarations()
    {
        if (Environment.GetEnvironmentVariable("SMAPSTOP_ACCEPT") == "1")
            File.WriteAllText(Path(), SchemaText.Make());
        Assert.Equal(SchemaText.Make(), File.ReadAllText(Path()));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_report_is_as_the_schema_says(string capture, string view) =>
        Assert.Empty(Schema.Errors(Reported.Json(Fixture.Smaps(capture), view.Length == 0 ? null : view)));

    /// <summary>Every view of a difference; an empty name for the whole.</summary>
    public static TheoryData<string> Differences { get; } = [.. ReportView.Changes.Select(view => view.Name).Prepend("")];

    [Theory]
    [MemberData(nameof(Differences))]
    public void Every_difference_is_as_the_schema_says(string view)
    {
        var words = new ReportWords("json", view.Length == 0 ? null : view);
        Assert.Empty(Schema.Errors(JsonNode.Parse(Reported.Difference(States.Sample("zoo"), States.Sample("python"), words))));
    }

    [Fact]
    public void A_report_of_a_process_of_this_machine_is_as_the_schema_says()
    {
        var proc = new LinuxProc();
        var seen = proc.Look(proc.Find(Environment.ProcessId)!.Identity, null, TestContext.Current.CancellationToken);
        Assert.Empty(Schema.Errors(Reported.Json(Assert.IsType<Reading.Seen>(seen).Sample)));
    }

    [Fact]
    public void A_report_of_an_old_kernel_with_fields_of_its_own_is_as_the_schema_says() =>
        Assert.Empty(Schema.Errors(Reported.Json(SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, "/\x1b") + "Own: 1\n"))));

    [Theory]
    [InlineData("$.schema", "2")]
    [InlineData("$.mappings[0].Rss", "-1")]
    [InlineData("$.mappings[0].Rss", "1.5")]
    [InlineData("$.mappings[0].perms", "\"rwx\"")]
    [InlineData("$.mappings[0].more", "1")]
    [InlineData("$.totals.rss_kb", "\"1\"")]
    [InlineData("$.process", null)]
    public void What_is_not_as_it_says_is_found(string path, string? value)
    {
        var json = Reported.Json(States.Sample("zoo"));
        var parts = path.Replace("[0]", ".0", StringComparison.Ordinal).Split('.')[1..];
        var parent = parts[..^1].Aggregate(json, (node, part) => part == "0" ? node[0]! : node[part]!).AsObject();
        if (value is null)
            parent.Remove(parts[^1]);
        else
            parent[parts[^1]] = JsonNode.Parse(value);
        Assert.NotEmpty(Schema.Errors(json));
    }

    /// <summary>Asserts that a report is as the schema says.</summary>
    internal static void AssertValid(byte[] report) => Assert.Empty(Schema.Errors(JsonNode.Parse(report)));

    private static string Path([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../assets/smapstop.schema.json"));
}
