using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class AmountsTests
{
    [Fact]
    public void Every_field_can_be_set_and_read_back()
    {
        var amounts = default(Amounts);
        foreach (var field in SmapsField.All)
        {
            Assert.Null(amounts[field]);
            amounts.Set(field, field.Index + 100);
        }
        Assert.Equal(SmapsField.All.Length, amounts.Count);
        Assert.All(SmapsField.All, field => Assert.Equal(field.Index + 100, amounts[field]));
    }

    [Fact]
    public void Every_field_has_its_own_key_and_meaning()
    {
        Assert.Distinct(SmapsField.All.Select(field => field.Key));
        Assert.Distinct(SmapsField.All.Select(field => field.Meaning));
        Assert.Equal(Enumerable.Range(0, SmapsField.All.Length), SmapsField.All.Select(field => field.Index));
    }

    [Fact]
    public void Absent_is_not_zero()
    {
        Assert.Null(default(Amounts)[SmapsField.Rss]);
        Assert.Equal(0, Of((SmapsField.Rss, 0))[SmapsField.Rss]);
        Assert.True(default != Of((SmapsField.Rss, 0)));
        Assert.True(Of((SmapsField.Rss, 0)) == Of((SmapsField.Rss, 0)));
        Assert.False(Of((SmapsField.Rss, 1)).Equals(Of((SmapsField.Rss, 2))));
    }

    [Fact]
    public void Absent_and_a_value_add_up_to_the_value()
    {
        var sum = Of((SmapsField.Rss, 4));
        sum.Add(Of((SmapsField.Pss, 3)));
        sum.Add(default);
        sum.Add(Of((SmapsField.Pss, 2)));
        Assert.Equal(Of((SmapsField.Rss, 4), (SmapsField.Pss, 5)), sum);
    }

    [Fact]
    public void What_means_nothing_as_a_sum_is_left_out()
    {
        SmapsField[] alone = [SmapsField.KernelPageSize, SmapsField.MmuPageSize, SmapsField.ThpEligible, SmapsField.ProtectionKey];
        var sum = default(Amounts);
        sum.Add(Of([.. SmapsField.All.Select(field => (field, 1L))]));
        Assert.Equal(alone, SmapsField.All.Where(field => sum[field] is null));
    }

    [Fact]
    public void Private_shared_and_hugetlb_are_null_when_nothing_is_there()
    {
        var amounts = Of((SmapsField.Rss, 4));
        Assert.Equal((null, null, null), (amounts.Private, amounts.Shared, amounts.Hugetlb));
    }

    [Fact]
    public void One_part_that_is_there_is_enough()
    {
        var amounts = Of((SmapsField.PrivateClean, 1), (SmapsField.SharedDirty, 2), (SmapsField.PrivateHugetlb, 4));
        Assert.Equal((1, 2, 4), (amounts.Private, amounts.Shared, amounts.Hugetlb));
    }

    [Fact]
    public void Private_shared_and_hugetlb_are_the_sums_of_two_fields()
    {
        var amounts = Of((SmapsField.PrivateClean, 1), (SmapsField.PrivateDirty, 2), (SmapsField.SharedClean, 4), (SmapsField.SharedDirty, 8), (SmapsField.SharedHugetlb, 16), (SmapsField.PrivateHugetlb, 32));
        Assert.Equal((3, 12, 48), (amounts.Private, amounts.Shared, amounts.Hugetlb));
    }

    [Fact]
    public void A_mapping_can_have_private_and_shared_pages()
    {
        var both = SmapsText.Record("Shared_Clean: 4 kB", "Private_Dirty: 4 kB");
        var none = SmapsText.Record("Shared_Clean: 0 kB", "Private_Hugetlb: 4 kB");
        Assert.Equal((true, true, false, false), (both.HasPrivatePages, both.HasSharedPages, none.HasPrivatePages, none.HasSharedPages));
    }

    private static Amounts Of(params (SmapsField Field, long Value)[] values)
    {
        var amounts = default(Amounts);
        foreach (var (field, value) in values)
            amounts.Set(field, value);
        return amounts;
    }
}
