using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class LibraryTests
{
    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_sums_over_libraries_are_those_over_mappings(string capture)
    {
        var snapshot = Fixture.Smaps(capture);
        var sum = default(Amounts);
        foreach (var library in snapshot.Libraries)
            sum.Add(library.Amounts);
        Assert.Equal(SmapsField.All.Count(field => field.Sums), sum.Count);
        Assert.All(SmapsField.All, field => Assert.Equal(snapshot.Totals[field], sum[field]));
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void Each_mapping_is_in_exactly_one_library(string capture)
    {
        var snapshot = Fixture.Smaps(capture);
        Assert.Equal(snapshot.Mappings, snapshot.Libraries.SelectMany(library => library.Mappings).OrderBy(mapping => mapping.Start));
        Assert.Distinct(snapshot.Libraries.Select(library => library.Key));
        Assert.All(snapshot.Libraries, library => Assert.All(library.Mappings, mapping => Assert.Equal(library.Key, LibraryKey.Of(mapping))));
    }

    [Fact]
    public void A_library_has_all_mappings_of_its_file()
    {
        var libc = Row("/usr/lib/x86_64-linux-gnu/libc.so.6");
        Assert.Equal(Fixture.Lines("zoo", "maps").Count(line => line.EndsWith("/libc.so.6", StringComparison.Ordinal)), libc.Mappings.Length);
        Assert.Equal(MappingKind.Lib, libc.Kind);
        Assert.Equal(1876, libc.Amounts[SmapsField.Size]);
    }

    [Theory]
    [InlineData("anonymous memory", "anon")]
    [InlineData("reserved address space", "reserved")]
    [InlineData("shared memory", "shm")]
    [InlineData("huge pages", "huge")]
    public void Memory_without_a_name_is_one_row_of_its_kind(string text, string kind)
    {
        var row = Row(text);
        Assert.True(row.Key.Name.IsEmpty);
        Assert.Equal(Fixture.Smaps("zoo").Mappings.Count(mapping => mapping.Kind.Name == kind), row.Mappings.Length);
        Assert.All(row.Mappings.Append(row.Mappings[0]), mapping => Assert.Equal(kind, mapping.Kind.Name));
        Assert.Equal(kind, row.Kind.Name);
    }

    [Fact]
    public void Rows_stand_in_the_order_of_their_first_mappings()
    {
        var libraries = Fixture.Smaps("zoo").Libraries;
        Assert.Equal(libraries.OrderBy(library => library.Mappings[0].Start), libraries);
    }

    [Fact]
    public void A_file_called_like_the_kernels_region_is_another_row()
    {
        var rows = SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, "[heap]") + SmapsText.Vm(0x2000, 0x3000, "/[heap]") + SmapsText.Vm(0x3000, 0x4000, "[heap]")).Libraries;
        Assert.Equal([("[heap]", 2), ("/[heap]", 1)], rows.Select(row => (row.Key.Text, row.Mappings.Length)));
    }

    [Fact]
    public void Files_whose_names_look_the_same_are_two_rows()
    {
        var rows = SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, "/a\tb") + SmapsText.Vm(0x2000, 0x3000, @"/a\tb")).Libraries;
        Assert.Equal([@"/a\tb", @"/a\tb"], rows.Select(row => row.Key.Text));
    }

    [Fact]
    public void A_gap_in_a_library_is_no_reason_to_call_it_reserved()
    {
        var row = Assert.Single(SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000, "/x", "---p") + SmapsText.Vm(0x2000, 0x3000, "/x", "r-xp")).Libraries);
        Assert.Equal(("lib", 2, 8), (row.Kind.Name, row.Mappings.Length, row.Amounts[SmapsField.Rss]));
    }

    private static Library Row(string text) => Assert.Single(Fixture.Smaps("zoo").Libraries, row => row.Key.Text == text);
}
