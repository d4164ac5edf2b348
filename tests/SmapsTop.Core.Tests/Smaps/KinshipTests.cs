namespace SmapsTop.Core.Tests.Smaps;

public class KinshipTests
{
    private static readonly string Below = SmapsText.Vm(0x1000, 0x2000, "/below", file: "08:01 7");

    [Fact]
    public void A_mapping_that_grows_downwards_stays_itself() => Kept(SmapsText.Vm(0x5000, 0x8000), SmapsText.Vm(0x3000, 0x8000));

    [Fact]
    public void A_heap_that_grows_upwards_stays_itself() => Kept(SmapsText.Vm(0x5000, 0x8000, "[heap]"), SmapsText.Vm(0x5000, 0x9000, "[heap]"));

    [Fact]
    public void A_mapping_that_is_made_writable_stays_itself() =>
        Kept(SmapsText.Vm(0x5000, 0x8000, "/x", "r--p", file: "08:01 8"), SmapsText.Vm(0x5000, 0x8000, "/x", file: "08:01 8"));

    [Theory]
    [InlineData(0x6000, 1)]
    [InlineData(0x8000, 0)]
    public void Of_a_split_mapping_the_larger_part_stays_itself(int at, int larger)
    {
        var (before, now) = Polls(SmapsText.Vm(0x5000, 0x9000), SmapsText.Vm(0x5000, at, permissions: "r--p") + SmapsText.Vm(at, 0x9000));
        Assert.Equal(2, now.Length);
        Assert.Equal(before[0], now[larger]);
        Assert.True(now[1 - larger] > before[0]);
    }

    [Theory]
    [InlineData(0x6000, 1)]
    [InlineData(0x8000, 0)]
    public void A_merged_mapping_is_the_larger_of_its_parts(int at, int larger)
    {
        var (before, now) = Polls(SmapsText.Vm(0x5000, at, permissions: "r--p") + SmapsText.Vm(at, 0x9000), SmapsText.Vm(0x5000, 0x9000));
        Assert.Equal(before[larger], Assert.Single(now));
    }

    [Fact]
    public void A_hole_leaves_the_larger_part_itself()
    {
        var (before, now) = Polls(SmapsText.Vm(0x3000, 0x9000), SmapsText.Vm(0x3000, 0x4000) + SmapsText.Vm(0x5000, 0x9000));
        Assert.Equal(before[0], now[1]);
        Assert.NotEqual(before[0], now[0]);
    }

    [Fact]
    public void A_new_mapping_gets_a_number_that_none_has_had()
    {
        var first = SmapsText.Parse(Below + SmapsText.Vm(0x5000, 0x6000));
        var second = SmapsText.Parse(Below, first);
        var third = SmapsText.Parse(Below + SmapsText.Vm(0x5000, 0x6000), second);
        Assert.Same(first.Mappings[0], third.Mappings[0]);
        Assert.True(third.Mappings[1].Id > first.Mappings[1].Id);
    }

    [Fact]
    public void A_mapping_that_is_gone_takes_nothing_with_it()
    {
        var first = SmapsText.Parse(Below + SmapsText.Vm(0x5000, 0x6000) + SmapsText.Vm(0x7000, 0x8000));
        var second = SmapsText.Parse(Below + SmapsText.Vm(0x7000, 0x8000), first);
        Assert.Equal(2, second.Mappings.Length);
        Assert.Same(first.Mappings[0], second.Mappings[0]);
        Assert.Same(first.Mappings[2], second.Mappings[1]);
    }

    [Fact]
    public void Neighbours_that_do_not_overlap_are_strangers() => Lost(SmapsText.Vm(0x5000, 0x6000), SmapsText.Vm(0x6000, 0x7000));

    [Theory]
    [InlineData("/y", "rw-p", "08:01 8")]
    [InlineData("/x", "rw-p", "08:01 9")]
    [InlineData("/x", "rw-p", "08:02 8")]
    [InlineData("/x", "rw-p", "09:01 8")]
    [InlineData("/x", "rw-s", "08:01 8")]
    public void Another_file_at_the_same_address_is_another_mapping(string name, string permissions, string file) =>
        Lost(SmapsText.Vm(0x5000, 0x6000, "/x", file: "08:01 8"), SmapsText.Vm(0x5000, 0x6000, name, permissions, file: file));

    [Fact]
    public void What_did_not_change_keeps_its_identity_from_those_that_did()
    {
        var (before, now) = Polls(SmapsText.Vm(0x5000, 0x6000) + SmapsText.Vm(0x6000, 0x9000), SmapsText.Vm(0x3000, 0x6000) + SmapsText.Vm(0x6000, 0x9000));
        Assert.Equal(before, now);
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void Numbers_are_unique_in_each_snapshot(string capture)
    {
        var snapshot = Fixture.Smaps(capture);
        foreach (var other in Fixture.Names)
        {
            snapshot = SmapsText.Parse(Fixture.Bytes(other, "smaps"), snapshot);
            Assert.Distinct(snapshot.Mappings.Select(mapping => mapping.Id));
            Assert.DoesNotContain(snapshot.Mappings, mapping => mapping.Id == 0);
        }
    }

    private static void Kept(string first, string second)
    {
        var (before, now) = Polls(first, second);
        Assert.Equal(before, now);
    }

    [Fact]
    public void Mappings_that_all_overlap_as_none_do_take_no_more_memory_than_others()
    {
        static string Overlapping(int more) => string.Concat(Enumerable.Range(1, 10_000).Select(i => SmapsText.Vm(0x1000, 0x2000 + (2 * i + more) * 0x800)));
        var before = SmapsText.Parse(Overlapping(0));
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var now = SmapsText.Parse(Overlapping(1), before);
        Assert.Distinct(now.Mappings.Select(mapping => mapping.Id));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 100 << 20);
    }

    private static void Lost(string first, string second)
    {
        var (before, now) = Polls(first, second);
        Assert.True(Assert.Single(now) > Assert.Single(before));
    }

    /// <summary>The numbers in two polls, above a mapping that does not change.</summary>
    private static (long[] Before, long[] Now) Polls(string first, string second)
    {
        var before = SmapsText.Parse(Below + first);
        var now = SmapsText.Parse(Below + second, before);
        Assert.Same(before.Mappings[0], now.Mappings[0]);
        Assert.Distinct(now.Mappings.Select(mapping => mapping.Id));
        return ([.. before.Mappings.Skip(1).Select(mapping => mapping.Id)], [.. now.Mappings.Skip(1).Select(mapping => mapping.Id)]);
    }
}
