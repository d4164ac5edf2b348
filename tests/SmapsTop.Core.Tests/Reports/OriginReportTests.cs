using SmapsTop.Core.Tests.Smaps;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Reports;

public class OriginReportTests
{
    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void It_is_byte_for_byte_the_report_expected(string capture) =>
        Assert.Equal(Fixture.Bytes(capture, "report.txt"), Reported.Bytes(States.Sample(capture), new()));

    [Fact]
    public void Wide_numbers_widen_their_column_and_no_other()
    {
        var snapshot = SmapsText.Parse(SmapsText.Lines(
            "1000-2000 rw-p 00000000 00:00 0 /a", "Size: 12345678901 kB", "Rss: 4 kB", "Private_Clean: 4 kB",
            "2000-3000 rw-p 00000000 00:00 0", "Size: 4 kB", "Rss: 4 kB", "Private_Clean: 4 kB"));
        Assert.Equal(
            [
                "VMSIZE:  12345678905 kb",
                "RSS:               8 kb total",
                "                   – kb shared",
                "                   8 kb private clean",
                "                   – kb private dirty",
                "PRIVATE MAPPINGS",
                "        vmsize   rss clean   rss dirty   file",
                "12345678901 kb        4 kb        – kb   /a",
                "          4 kb        4 kb        – kb",
                "SHARED MAPPINGS",
                "     vmsize   rss clean   rss dirty   file",
            ],
            Reported.Lines(snapshot, new()));
    }

    [Fact]
    public void Equal_mappings_stand_in_address_order()
    {
        var rows = SmapsText.Lines(Enumerable.Range(1, 30).Select(i => SmapsText.Vm(i << 12, (i + 1) << 12, $"/{i}") + "Private_Dirty: 4 kB"));
        var lines = Reported.Lines(SmapsText.Parse(rows), new());
        Assert.Equal(Enumerable.Range(1, 30).Select(i => $"/{i}"), lines.Where(line => line.Contains('/')).Select(line => line[(line.IndexOf('/'))..]));
    }
}
