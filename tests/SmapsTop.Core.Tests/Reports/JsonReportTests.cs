using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.Smaps;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Reports;

public class JsonReportTests
{
    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void Every_number_of_every_mapping_is_as_the_kernel_printed_it(string capture)
    {
        var mappings = Reported.Json(Fixture.Smaps(capture))["mappings"]!.AsArray();
        var records = Encoding.Latin1.GetString(Fixture.Bytes(capture, "smaps")).Split("VmFlags:")[..^1];
        Assert.Equal(records.Length, mappings.Count);
        Assert.All(records.Zip(mappings), pair =>
        {
            var fields = pair.First.Split('\n').Where(line => line.EndsWith(" kB", StringComparison.Ordinal) && char.IsAsciiLetterUpper(line[0])).Select(line => line.Split(':'));
            Assert.All(fields, field => Assert.Equal(long.Parse(field[1].Trim()[..^3], CultureInfo.InvariantCulture), (long?)pair.Second![field[0]]));
        });
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_headers_can_be_put_together_again(string capture)
    {
        var lines = Reported.Json(Fixture.Smaps(capture))["mappings"]!.AsArray().Select(m => Bytes(
            $"{m!["start"]}-{m["end"]} {m["perms"]} {m["offset"]} {m["dev"]} {m["inode"]} ", m));
        Assert.Equal(
            Encoding.Latin1.GetString(Fixture.Bytes(capture, "maps")).TrimEnd('\n').Split('\n').Select(line => string.Join(' ', line.Split(' ', 6).Select((part, i) => i == 5 ? part.TrimStart(' ') : part))),
            lines);
    }

    [Fact]
    public void What_the_kernel_did_not_print_is_left_out()
    {
        var mapping = Reported.Json(SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000)))["mappings"]![0]!.AsObject();
        Assert.Equal(["start", "end", "perms", "offset", "dev", "inode", "kind", "Size", "Rss"], mapping.Select(property => property.Key));
    }

    [Theory]
    [InlineData("all", "mapping")]
    [InlineData("libraries", "library")]
    public void In_a_view_a_name_that_is_no_utf_8_keeps_its_bytes_too(string view, string key)
    {
        var rows = Reported.Json(Fixture.Smaps("zoo"), view)["rows"]!.AsArray();
        var row = Assert.Single(rows, row => row![key + "_base64"] is not null)!;
        Assert.Contains((byte)0xff, Convert.FromBase64String((string)row[key + "_base64"]!));
        Assert.Contains("\\xff", (string?)row[key], StringComparison.Ordinal);
    }

    [Fact]
    public void What_this_program_does_not_know_is_kept()
    {
        var text = SmapsText.Vm(0x1000, 0x2000) + SmapsText.Lines("New_Field: 7 kB", "New_Field: a");
        Assert.Equal("""[["New_Field","7 kB"],["New_Field","a"]]""", Reported.Json(SmapsText.Parse(text))["mappings"]![0]!["unknown"]!.ToJsonString());
    }

    [Fact]
    public void A_name_that_is_no_utf_8_keeps_its_bytes_beside_its_text()
    {
        byte[] name = [(byte)'/', 0xff, 0xfe, 0x1b];
        var mapping = Reported.Json(SmapsText.Parse([.. Encoding.ASCII.GetBytes("1000-2000 rw-p 00000000 00:00 0 "), .. name, (byte)'\n', .. "Rss: 4 kB\n"u8]))["mappings"]![0]!;
        Assert.Equal(@"/\xff\xfe\x1b", (string?)mapping["pathname"]);
        Assert.Equal(name, Convert.FromBase64String((string)mapping["pathname_base64"]!));
    }

    [Theory]
    [InlineData("/\u202egnp.exe")]
    [InlineData("/a\e[31m\u009b\u0085b")]
    [InlineData("/\ufeff\u200b\u2028\ue000")]
    [InlineData("/quote\" back\\slash")]
    [InlineData("/自己的库 \U0001F600")]
    public void A_name_reads_back_as_it_was_and_nothing_raw_reaches_a_terminal(string name)
    {
        var text = Reported.Text(SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, name)), new("json"));
        Assert.Equal(name, (string?)JsonNode.Parse(text)!["mappings"]![0]!["pathname"]);
        Assert.Equal(text.TrimEnd('\n'), Printable.From(text.TrimEnd('\n')));
    }

    [Fact]
    public void The_process_is_told_with_what_it_can_run_into()
    {
        var json = Reported.Json(States.Sample("zoo") with { Thread = 4568 });
        var process = json["process"]!;
        Assert.Equal(4567, (int?)process["pid"]);
        Assert.Equal("/bin/app --run", (string?)process["command"]);
        Assert.Equal("sleeping", (string?)process["state"]);
        Assert.Equal(4568, (int?)process["read_by_thread"]);
        Assert.Equal(65530, (int?)json["limits"]!["max_map_count"]);
        Assert.Equal(States.Noon, (DateTimeOffset?)json["time"]);
    }

    [Fact]
    public void Of_a_saved_text_nothing_is_told_that_is_not_known()
    {
        var sample = new Sample(ProcessInfo.Unknown, Fixture.Smaps("zoo"), States.Noon, TimeSpan.Zero, null, Limits.None);
        Assert.Empty(Reported.Json(sample)["process"]!.AsObject());
        Assert.Empty(Reported.Json(sample)["limits"]!.AsObject());
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_totals_are_the_figures_of_the_screen_and_the_kernels_sums(string capture)
    {
        var snapshot = Fixture.Smaps(capture);
        var totals = Reported.Json(snapshot)["totals"]!;
        Assert.Equal(snapshot.VmSize, (long?)totals["vmsize_kb"]);
        Assert.Equal(snapshot.Totals[SmapsField.Size], (long?)totals["fields"]!["Size"]);
        Assert.Equal(snapshot.Totals.Private, (long?)totals["uss_kb"]);
        Assert.Equal(snapshot.Mappings.Length, (int?)totals["mappings"]);
        Assert.Null(totals["fields"]!["KernelPageSize"]);
    }

    /// <summary>A header as maps has it, with the raw name as Latin-1.</summary>
    private static string Bytes(string columns, JsonNode mapping) => columns + Encoding.Latin1.GetString(
        mapping["pathname_base64"] is { } raw ? Convert.FromBase64String((string)raw!) : Encoding.UTF8.GetBytes((string?)mapping["pathname"] ?? ""));
}
