using System.Text;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

/// <summary>What the parser reads at one go is just what it reads line by line.</summary>
public class SmapsFormTests
{
    private const string Teacher = "1000-2000 rw-p 00000000 00:00 0 \nSize:                  4 kB\nRss:                   4 kB\nTHPeligible:           0\nVmFlags: rd wr \n";

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void A_capture_says_the_same_at_one_go_and_byte_by_byte(string capture)
    {
        var text = Fixture.Bytes(capture, "smaps");
        // In pieces of a byte no record is ever there as a whole.
        var lines = SmapsText.Read(new SmapsParser(), text, null, 1, out _)!;
        var whole = SmapsText.Read(new SmapsParser(), text, null, int.MaxValue, out _)!;
        Assert.Equal(lines.Mappings.Length, whole.Mappings.Length);
        Assert.All(lines.Mappings.Zip(whole.Mappings), pair => Assert.True(pair.First.SaysTheSame(pair.Second)));
        Assert.Equal(lines.Mappings.Select(mapping => (mapping.Id, mapping.Kind)), whole.Mappings.Select(mapping => (mapping.Id, mapping.Kind)));
        Assert.Equal(lines.Totals, whole.Totals);
    }

    [Theory]
    [InlineData("       0", 0)]
    [InlineData("       7", 7)]
    [InlineData("      10", 10)]
    [InlineData("    4096", 4096)]
    [InlineData("12345678", 12345678)]
    [InlineData("99999999", 99999999)]
    [InlineData("00000012", 12)]
    [InlineData("123456789", 123456789)]
    [InlineData("      7", 7)]
    [InlineData("5       ", 5)]
    public void A_number_is_read_in_its_cell_and_outside_of_it(string cell, long number) =>
        Assert.Equal(number, After(cell).Mappings[1].Amounts[SmapsField.Rss]);

    [Theory]
    [InlineData("   1   2")]
    [InlineData("       x")]
    [InlineData("      %5")]
    [InlineData("      -5")]
    [InlineData("      +5")]
    [InlineData("     5.0")]
    [InlineData("        ")]
    [InlineData("      /0")]
    [InlineData("      :0")]
    [InlineData("  12\t345")]
    public void What_is_no_number_is_none_in_a_cell_either(string cell) => Assert.Equal(
        SmapsText.ErrorOf(Second(cell), piece: 1) with { Line = 7 + 1 },
        SmapsText.ErrorOf(Teacher + Second(cell)));

    [Theory]
    [InlineData("Size:                  4 kB\nRss:                   8 kB\nVmFlags: rd wr \n", 8)]
    [InlineData("Rss:                   8 kB\nSize:                  4 kB\nTHPeligible:           0\n", 8)]
    [InlineData("Size:                  4 kB\nNew:                   4 kB\nRss:                   8 kB\n", 8)]
    [InlineData("Size:                  4 kB\nRss:                   8 kB\nTHPeligible:           0\nPss:                   1 kB\n", 8)]
    public void Another_form_is_read_as_well(string fields, long rss)
    {
        var text = Teacher + "2000-3000 rw-p 00000000 00:00 0 \n" + fields;
        var whole = SmapsText.Parse(text + "3000-4000 rw-p 00000000 00:00 0 \n" + fields);
        Assert.Equal([4, rss, rss], whole.Mappings.Select(mapping => mapping.Amounts[SmapsField.Rss]));
        var alone = SmapsText.Parse("2000-3000 rw-p 00000000 00:00 0 \n" + fields).Mappings[0];
        Assert.True(alone.SaysTheSame(whole.Mappings[1]));
    }

    [Fact]
    public void A_number_that_reaches_out_of_its_cell_is_no_part_of_a_key()
    {
        var snapshot = SmapsText.Parse(
            "1000-2000 rw-p 00000000 00:00 0 \nRss:           123456789 kB\n2000-3000 rw-p 00000000 00:00 0 \nRss:           187654321 kB\n");
        Assert.Equal([123456789, 187654321], snapshot.Mappings.Select(mapping => mapping.Amounts[SmapsField.Rss]));
    }

    [Fact]
    public void A_field_that_follows_again_stands_twice() => Assert.Contains(
        "twice", SmapsText.ErrorOf(Teacher + Second("       4") + "Size:                  4 kB\n").ToString(), StringComparison.Ordinal);

    private static string Second(string cell) =>
        $"2000-3000 rw-p 00000000 00:00 0 \nSize:                  4 kB\nRss:            {cell} kB\nTHPeligible:           0\nVmFlags: rd wr \n";

    private static Snapshot After(string cell) => SmapsText.Parse(Encoding.ASCII.GetBytes(Teacher + Second(cell)));
}
