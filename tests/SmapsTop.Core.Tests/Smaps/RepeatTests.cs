using System.Text;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class RepeatTests
{
    private readonly SmapsParser _parser = new();
    private readonly Snapshot _before;

    public RepeatTests() => _before = Parse(null, Text(1), Text(2), Text(3))!;

    [Fact]
    public void All_mappings_repeated_are_the_very_same_snapshot()
    {
        _parser.Begin(_before);
        _parser.Repeat(0, 1);
        _parser.Repeat(1, 2);
        Assert.True(_parser.TryEnd(out var snapshot, out _));
        Assert.Same(_before, snapshot);
    }

    [Fact]
    public void Mappings_repeated_between_others_are_the_very_same_objects()
    {
        _parser.Begin(_before);
        _parser.Feed(Text(0));
        _parser.Repeat(1, 1);
        _parser.Feed(Text(3, "r-xp"));
        _parser.Feed(Text(4));
        Assert.True(_parser.TryEnd(out var snapshot, out _));
        Assert.Equal([0x0000UL, 0x2000, 0x3000, 0x4000], snapshot.Mappings.Select(mapping => mapping.Start));
        // The text makes the file a library, and then its other mappings are of that kind too.
        Assert.All(snapshot.Mappings, mapping => Assert.Equal(MappingKind.Lib, mapping.Kind));
        Assert.Equal((_before.Mappings[1].Id, _before.Mappings[2].Id), (snapshot.Mappings[1].Id, snapshot.Mappings[2].Id));
    }

    [Fact]
    public void A_mapping_repeated_beside_a_changed_one_is_the_very_same_object()
    {
        _parser.Begin(_before);
        _parser.Repeat(0, 2);
        _parser.Feed(Text(4));
        Assert.True(_parser.TryEnd(out var snapshot, out _));
        Assert.Same(_before.Mappings[1], snapshot.Mappings[1]);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(3, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Mappings_that_were_not_there_cannot_be_repeated(int first, int count)
    {
        _parser.Begin(_before);
        _parser.Repeat(first, count);
        Assert.False(_parser.TryEnd(out _, out _));
    }

    [Fact]
    public void Mappings_cannot_be_repeated_out_of_order()
    {
        _parser.Begin(_before);
        _parser.Repeat(2, 1);
        _parser.Repeat(0, 1);
        Assert.False(_parser.TryEnd(out _, out _));
    }

    [Fact]
    public void Mappings_cannot_be_repeated_in_the_middle_of_a_line()
    {
        _parser.Begin(_before);
        _parser.Feed("0-1000 rw-p"u8);
        _parser.Repeat(0, 1);
        Assert.False(_parser.TryEnd(out _, out _));
    }

    private static byte[] Text(int page, string permissions = "rw-p") =>
        Encoding.ASCII.GetBytes(SmapsText.Vm(page * 0x1000, (page + 1) * 0x1000, "/x", permissions));

    private Snapshot? Parse(Snapshot? before, params byte[][] texts)
    {
        _parser.Begin(before);
        foreach (var text in texts)
            _parser.Feed(text);
        return _parser.TryEnd(out var snapshot, out _) ? snapshot : null;
    }
}
