using SmapsTop.Core.Reports;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.Smaps;

namespace SmapsTop.Core.Tests.Reports;

public class TableFormatTests
{
    private static readonly ReportWords Csv = new("csv", Columns: "mapping,rss,pss");

    private static readonly ReportWords Tsv = Csv with { Format = "tsv" };

    [Theory]
    [InlineData("/plain", "/plain,4,")]
    [InlineData("/a,b", "\"/a,b\",4,")]
    [InlineData("/say \"hi\"", "\"/say \"\"hi\"\"\",4,")]
    [InlineData("=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0,4,")]
    [InlineData("+1", "'+1,4,")]
    [InlineData("-1", "'-1,4,")]
    [InlineData("@SUM(1,2)", "\"'@SUM(1,2)\",4,")]
    [InlineData("＝1+1", "'＝1+1,4,")]
    [InlineData("/x;=1+1", "\"/x;=1+1\",4,")]
    [InlineData("\r=1", "\\r=1,4,")]
    [InlineData("'=1", "'=1,4,")]
    [InlineData("\tx", "\\tx,4,")]
    [InlineData("/x\e[31m", "/x\\x1b[31m,4,")]
    public void A_cell_from_outside_stays_one_cell_and_no_formula(string name, string line) =>
        Assert.Equal(["mapping,rss_kb,pss_kb", line], Reported.Lines(Named(name), Csv, "\r\n"));

    [Theory]
    [InlineData("/a\tb", "/a\\tb\t4\t")]
    [InlineData("=1", "'=1\t4\t")]
    public void A_tab_in_a_name_parts_no_cells_of_tsv(string name, string line) => Assert.Equal(line, Reported.Lines(Named(name), Tsv)[1]);

    [Fact]
    public void A_change_is_a_number_if_it_is_exact_and_else_a_text()
    {
        var (old, now) = (SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, rss: 8)), SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, rss: 4)));
        string Change(Snapshot from, Snapshot to, string? units) => System.Text.Encoding.UTF8.GetString(Reported.Difference(
            State.States.Sample(from), State.States.Sample(to), new("csv", "totals", Filter: "RSS", Columns: "change", Units: units))).Split("\r\n")[1];
        Assert.Equal(("-4", "4", "'+4K"), (Change(old, now, null), Change(now, old, null), Change(now, old, "auto")));
    }

    [Fact]
    public void A_mapping_without_access_is_no_formula() =>
        Assert.Equal("'---p", Reported.Lines(SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, permissions: "---p")), new("csv", Columns: "perm"), "\r\n")[1]);

    [Fact]
    public void Amounts_are_exact_however_large_they_are() => Assert.All(["text", "csv", "tsv"], format =>
    {
        var snapshot = SmapsText.Record("Size: 123456789012 kB", "Rss: 1025 kB");
        var text = Reported.Text(SmapsText.Parse(SmapsText.Lines(SmapsText.Header, "Size: 123456789012 kB", "Rss: 1025 kB")), new(format, "all", Units: "kb"));
        Assert.Contains($"{snapshot.Amounts[SmapsField.Size]}", text, StringComparison.Ordinal);
        Assert.Contains("1025", text, StringComparison.Ordinal);
    });

    [Fact]
    public void Where_it_is_asked_for_amounts_have_the_unit_that_fits_and_what_is_unknown_stays_empty() =>
        Assert.Equal("1.0M,", Reported.Lines(SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, rss: 1025)), new("csv", Columns: "rss,pss", Units: "auto"), "\r\n")[1]);

    [Fact]
    public void An_empty_cell_of_a_single_column_is_a_line_all_the_same() => Assert.Equal(
        "\"\"", Reported.Lines(SmapsTop.Core.Tests.Smaps.SmapsText.Parse("1000-2000 rw-p 00000000 00:00 0 \nRss: 4 kB\n"), new("csv", "all", Columns: "mapping"), "\r\n")[1]);

    [Fact]
    public void Csv_is_of_all_mappings_with_every_line_ended_by_crlf()
    {
        var lines = Reported.Lines(Fixture.Smaps("python"), new("csv"), "\r\n");
        Assert.Equal(Fixture.Smaps("python").Mappings.Length + 1, lines.Length);
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
    }

    [Fact]
    public void A_text_table_has_the_screens_headers_and_cuts_nothing()
    {
        var name = "/" + new string('x', 300);
        Assert.Equal(
            ["   RSS  PSS  PERM  MAPPING", "    4K    –  rw-p  /a", "123.0M    –  rw-p  " + name],
            Reported.Lines(
                SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, "/a") + SmapsText.Vm(0x2000, 0x3000, name, rss: 125952)),
                new(View: "all", Columns: "rss,pss,perm,mapping")));
    }

    [Fact]
    public void Columns_of_text_are_aligned_behind_wide_characters_and_marks() => Assert.Equal(
        ["MAPPING     RSS", "/自己的.so   4K", "/e\u0301           4K", "/plain       4K"],
        Reported.Lines(
            SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, "/自己的.so") + SmapsText.Vm(0x2000, 0x3000, "/e\u0301") + SmapsText.Vm(0x3000, 0x4000, "/plain")),
            new(View: "all", Columns: "mapping,rss")));

    [Fact]
    public void Totals_are_a_table_too()
    {
        var lines = Reported.Lines(Fixture.Smaps("zoo"), new("csv", "totals", Columns: "figure,now"), "\r\n");
        Assert.Equal("figure,now_kb", lines[0]);
        Assert.Equal("RSS,33868", lines[2]);
        Assert.Equal("private dirty,5288", lines[5]);
    }

    private static Snapshot Named(string name) => SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, name));
}
