using System.Text;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class PollTests
{
    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_same_text_gives_the_very_same_snapshot(string capture)
    {
        var parser = new SmapsParser();
        var text = Fixture.Bytes(capture, "smaps");
        var first = SmapsText.Read(parser, text, null, 4096, out _);
        Assert.Same(first, SmapsText.Read(parser, text, first, 4096, out _));
        Assert.Same(first, SmapsText.Parse(text, first));
        Assert.NotSame(first, SmapsText.Read(parser, text, null, 4096, out _));
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void Only_a_changed_record_becomes_another_object(string capture)
    {
        var text = Encoding.Latin1.GetString(Fixture.Bytes(capture, "smaps"));
        var first = Fixture.Smaps(capture);
        var line = text.IndexOf("Referenced: ", text.IndexOf(" [heap]\n", StringComparison.Ordinal), StringComparison.Ordinal);
        var second = SmapsText.Parse(Encoding.Latin1.GetBytes(text[..line] + "Referenced: 7 kB" + text[text.IndexOf('\n', line)..]), first);

        Assert.NotSame(first, second);
        Assert.Equal(first.Mappings.Length, second.Mappings.Length);
        var (before, now) = Assert.Single(first.Mappings.Zip(second.Mappings), pair => !ReferenceEquals(pair.First, pair.Second));
        Assert.Equal("[heap]", now.Name.Text);
        Assert.Equal(7, now.Amounts[SmapsField.Referenced]);
        Assert.Equal(before.Id, now.Id);
    }

    [Theory]
    [InlineData(0x1000, 0x6000, 2)]
    [InlineData(0x2000, 0x6000, 3)]
    [InlineData(0x3000, 0x5000, 4)]
    public void Parts_that_are_joined_while_they_are_printed_are_the_whole_alone(int start, int end, int count)
    {
        var parts = SmapsText.Vm(0x1000, 0x2000, permissions: "r--p") + SmapsText.Vm(0x2000, 0x3000) + SmapsText.Vm(0x3000, 0x4000, permissions: "r--p");
        var rest = SmapsText.Vm(0x7000, 0x8000, "/x");
        var first = SmapsText.Parse(parts + rest);
        var joined = SmapsText.Parse(parts + SmapsText.Vm(start, end, rss: 8) + rest, first);
        Assert.Equal(count, joined.Mappings.Length);
        Assert.Equal((ulong)start, joined.Mappings[^2].Start);
        Assert.Equal(first.Mappings[^1].Id, joined.Mappings[^1].Id);
        Assert.Equal(joined.Mappings.Length, joined.Mappings.DistinctBy(mapping => mapping.Id).Count());
        Assert.Equal((count - 1) * 4 + 8, joined.Totals[SmapsField.Rss]);
        // A part that was printed and is as before is the same again.
        Assert.Equal(4, SmapsText.Parse(parts + rest, joined).Mappings.Length);
    }

    [Theory]
    [InlineData("1000-2000 r--p 00001000 08:01 7 /x", "VmFlags: rd", "New: 1")]
    [InlineData("1000-2000 rw-p 00002000 08:01 7 /x", "VmFlags: rd", "New: 1")]
    [InlineData("1000-2000 rw-p 00001000 09:01 7 /x", "VmFlags: rd", "New: 1")]
    [InlineData("1000-2000 rw-p 00001000 08:02 7 /x", "VmFlags: rd", "New: 1")]
    [InlineData("1000-2000 rw-p 00001000 08:01 8 /x", "VmFlags: rd", "New: 1")]
    [InlineData("1000-2000 rw-p 00001000 08:01 7 /y", "VmFlags: rd", "New: 1")]
    [InlineData("1000-3000 rw-p 00001000 08:01 7 /x", "VmFlags: rd", "New: 1")]
    [InlineData("1000-2000 rw-p 00001000 08:01 7 /x", "VmFlags: rd wr", "New: 1")]
    [InlineData("1000-2000 rw-p 00001000 08:01 7 /x", "VmFlags: rd", "New: 2")]
    [InlineData("1000-2000 rw-p 00001000 08:01 7 /x", "VmFlags: rd", "Rss: 0 kB")]
    public void Any_difference_makes_another_record(params string[] record)
    {
        var first = SmapsText.Parse(SmapsText.Lines("1000-2000 rw-p 00001000 08:01 7 /x", "VmFlags: rd", "New: 1"));
        var second = SmapsText.Parse(SmapsText.Lines(record), first);
        Assert.NotSame(first.Mappings[0], second.Mappings[0]);
        Assert.False(first.Mappings[0].SaysTheSame(second.Mappings[0]));
    }

    [Fact]
    public void A_file_that_becomes_a_library_keeps_its_identity()
    {
        var data = SmapsText.Vm(0x1000, 0x2000, "/x");
        var first = SmapsText.Parse(data);
        var second = SmapsText.Parse(data + SmapsText.Vm(0x2000, 0x3000, "/x", "r-xp"), first);
        Assert.Equal((MappingKind.File, MappingKind.Lib), (first.Mappings[0].Kind, second.Mappings[0].Kind));
        Assert.Equal(first.Mappings[0].Id, second.Mappings[0].Id);
    }

    [Fact]
    public void A_mapping_is_found_where_it_may_have_moved()
    {
        var zoo = Fixture.Smaps("zoo");
        Assert.All(zoo.Mappings, mapping => Assert.Same(mapping, zoo.Find(mapping.Id, mapping.End - 1, mapping.End)));
        var heap = zoo.Mappings.Single(mapping => mapping.Kind == MappingKind.Heap);
        Assert.Same(heap, zoo.Find(heap.Id, 0, ulong.MaxValue));
        Assert.Null(zoo.Find(heap.Id, heap.End, ulong.MaxValue));
        Assert.Null(zoo.Find(heap.Id, 0, heap.Start));
    }
}
