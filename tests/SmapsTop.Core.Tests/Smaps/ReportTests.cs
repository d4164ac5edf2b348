using System.Globalization;
using System.Text.RegularExpressions;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class ReportTests
{
    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_private_mappings_are_those_of_the_report(string capture)
    {
        var lines = Fixture.Lines(capture, "report.txt");
        var rows = Rows(lines.SkipWhile(line => line != "PRIVATE MAPPINGS").TakeWhile(line => line != "SHARED MAPPINGS"));
        Assert.Equal(rows, Fixture.Smaps(capture).Mappings.Where(mapping => mapping.HasPrivatePages)
            .OrderByDescending(mapping => mapping.Amounts[SmapsField.PrivateDirty])
            .Select(mapping => Row(mapping, SmapsField.PrivateClean, SmapsField.PrivateDirty)));
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_shared_mappings_are_those_of_the_report(string capture)
    {
        var rows = Rows(Fixture.Lines(capture, "report.txt").SkipWhile(line => line != "SHARED MAPPINGS"));
        Assert.Equal(rows, Fixture.Smaps(capture).Mappings.Where(mapping => mapping.HasSharedPages)
            .OrderByDescending(mapping => mapping.Amounts.Shared)
            .Select(mapping => Row(mapping, SmapsField.SharedClean, SmapsField.SharedDirty)));
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_totals_are_those_of_the_report(string capture)
    {
        var totals = Fixture.Smaps(capture).Totals;
        var numbers = Fixture.Lines(capture, "report.txt").TakeWhile(line => line != "PRIVATE MAPPINGS")
            .Select(line => (long?)Number(Regex.Match(line, @"(\d+) kb"), 1));
        Assert.Equal(
            [totals[SmapsField.Size], totals[SmapsField.Rss], totals.Shared, totals[SmapsField.PrivateClean], totals[SmapsField.PrivateDirty]],
            numbers);
    }

    private static (long?, long?, long?, string) Row(Mapping mapping, SmapsField clean, SmapsField dirty) =>
        (mapping.Amounts[SmapsField.Size], mapping.Amounts[clean], mapping.Amounts[dirty], mapping.Name.Text);

    /// <summary>The rows below a section's two headings.</summary>
    private static List<(long?, long?, long?, string)> Rows(IEnumerable<string> section) => [.. section.Skip(2).Select(line =>
    {
        var match = Regex.Match(line, @"^ *(\d+) kb +(\d+) kb +(\d+) kb(?:   (.+))?$");
        return ((long?)Number(match, 1), (long?)Number(match, 2), (long?)Number(match, 3), match.Groups[4].Value);
    })];

    private static long Number(Match match, int group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
