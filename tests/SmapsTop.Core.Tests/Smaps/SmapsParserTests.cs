using System.Text;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class SmapsParserTests
{
    [Fact]
    public void An_unknown_field_is_kept()
    {
        var mapping = SmapsText.Record("Size: 4 kB", "Pss_Moon:          12 kB", "Phase:  waning gibbous ", "Empty:");
        Assert.Equal([new("Pss_Moon", "12 kB"), new("Phase", "waning gibbous"), new("Empty", "")], mapping.Unknown);
        Assert.Equal(1, mapping.Amounts.Count);
    }

    [Fact]
    public void An_unknown_field_is_made_printable()
    {
        var unknown = Assert.Single(SmapsText.Record("Size: 4 kB", "K\u001b[1m: \u001b[2m").Unknown);
        Assert.Equal(new(@"K\x1b[1m", @"\x1b[2m"), unknown);
    }

    [Fact]
    public void Bare_numbers_need_no_unit()
    {
        var amounts = SmapsText.Record("Size: 4 kB", "THPeligible:    1", "ProtectionKey:         15").Amounts;
        Assert.Equal((1, 15), (amounts[SmapsField.ThpEligible], amounts[SmapsField.ProtectionKey]));
    }

    [Fact]
    public void Flags_may_be_empty() => Assert.Equal("", SmapsText.Record("Size: 4 kB", "VmFlags: ").Flags);

    [Fact]
    public void Flags_are_those_of_their_own_record()
    {
        var snapshot = SmapsText.Parse(SmapsText.Lines(
            "1000-2000 rw-p 0 00:00 0", "Size: 4 kB", "VmFlags: rd wr", "2000-3000 rw-p 0 00:00 0", "Size: 4 kB",
            "3000-4000 rw-p 0 00:00 0", "VmFlags: rd ex zz ", "Size: 4 kB"));
        Assert.Equal(["rd wr", null, "rd ex zz"], snapshot.Mappings.Select(mapping => mapping.Flags));
    }

    [Fact]
    public void Fields_may_come_in_any_order_even_within_one_text()
    {
        var keys = SmapsField.All.Where(field => field.IsKilobytes).ToList();
        var upwards = keys.Select(field => $"{field.Key}: {field.Index} kB");
        var text = SmapsText.Lines([SmapsText.Header, .. upwards, "2000-3000 rw-p 00000000 00:00 0", .. upwards.Reverse(), "3000-4000 rw-p 00000000 00:00 0", .. upwards]);
        var mappings = SmapsText.Parse(text).Mappings;
        Assert.Equal(3, mappings.Length);
        Assert.All(mappings, mapping => Assert.All(keys, field => Assert.Equal(field.Index, mapping.Amounts[field])));
    }

    [Theory]
    [InlineData("Rss:12 kB")]
    [InlineData("Rss:                              12 kB")]
    [InlineData("Rss: 12    kB")]
    [InlineData("Rss: 00012 kB  ")]
    public void Padding_does_not_matter(string line) => Assert.Equal(12, SmapsText.Record("Size: 4 kB", line).Amounts[SmapsField.Rss]);

    [Theory]
    [InlineData("1000-2000 rw-p 00000000 00:00 0", "")]
    [InlineData("1000-2000 rw-p 00000000 00:00 0 ", "")]
    [InlineData("1000-2000 rw-p 00000000 00:00 0                          ", "")]
    [InlineData("1000-2000 rw-p 00000000 00:00 0 /x", "/x")]
    [InlineData("1000-2000 rw-p 00000000 00:00 0                          [heap]", "[heap]")]
    public void A_name_begins_after_the_padding(string header, string name) =>
        Assert.Equal(name, SmapsText.One(SmapsText.Lines(header, "Size: 4 kB")).Name.Text);

    [Theory]
    [InlineData("/inner  spaces", "/inner  spaces")]
    [InlineData("/trailing spaces  ", "/trailing spaces  ")]
    [InlineData("/x (deleted)", "/x (deleted)")]
    [InlineData("/tab\there", @"/tab\there")]
    [InlineData("/esc\u001b[31mred\u0007", @"/esc\x1b[31mred\x07")]
    [InlineData("/inv\u00ff\u00fe", @"/inv\xff\xfe")]
    [InlineData("/x/Size: 4 kB", "/x/Size: 4 kB")]
    [InlineData("/7f00-8f00 rw-p 00000000 00:00 0 [heap]", "/7f00-8f00 rw-p 00000000 00:00 0 [heap]")]
    [InlineData("/tmp/[heap]", "/tmp/[heap]")]
    [InlineData(@"/new\012line", @"/new\012line")]
    [InlineData("/return\r", @"/return\r")]
    public void A_hostile_path_keeps_its_bytes_and_is_safe_to_print(string path, string text)
    {
        // One byte for each letter of the path.
        var bytes = Encoding.Latin1.GetBytes(SmapsText.Vm(0x1000, 0x2000, path, file: "08:01 7") + SmapsText.Vm(0x2000, 0x3000));
        var snapshot = SmapsText.Parse(bytes);
        var mapping = snapshot.Mappings[0];
        Assert.Equal(Encoding.Latin1.GetBytes(path), mapping.Name.Bytes.ToArray());
        Assert.Equal(text, mapping.Name.Text);
        Assert.True(mapping.Name.IsPath);
        Assert.Equal(MappingKind.File, mapping.Kind);
        Assert.Equal((2, 8), (snapshot.Mappings.Length, snapshot.Totals[SmapsField.Rss]));
    }

    [Fact]
    public void Names_that_look_the_same_are_told_apart_by_their_bytes()
    {
        var mappings = SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, "/a\tb") + SmapsText.Vm(0x2000, 0x3000, @"/a\tb") + SmapsText.Vm(0x3000, 0x4000, "/a\tb")).Mappings;
        Assert.Equal(mappings[0].Name.Text, mappings[1].Name.Text);
        Assert.NotEqual(mappings[0].Name, mappings[1].Name);
        Assert.Same(mappings[0].Name, mappings[2].Name);
    }

    [Fact]
    public void A_kernel_thread_has_an_empty_text_and_no_error() => Assert.Same(Snapshot.Empty, SmapsText.Parse(""));
}
