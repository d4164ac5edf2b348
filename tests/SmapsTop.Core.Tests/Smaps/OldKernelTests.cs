using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class OldKernelTests
{
    private static readonly string[] Linux2616 =
        ["Size:                20 kB", "Rss:                 16 kB", "Shared_Clean:         4 kB", "Shared_Dirty:         0 kB", "Private_Clean:        0 kB", "Private_Dirty:       12 kB"];

    private static readonly string[] Linux2622 = [.. Linux2616, "Referenced:          16 kB"];

    private static readonly string[] Linux2625 = [.. Linux2622[..2], "Pss:                 14 kB", .. Linux2622[2..]];

    private static readonly string[] Linux3 =
        [.. Linux2625, "Anonymous:           12 kB", "AnonHugePages:        0 kB", "Swap:                 8 kB", "KernelPageSize:       4 kB", "MMUPageSize:          4 kB", "Locked:               2 kB", "VmFlags: rd wr mr mw me gd ac "];

    [Fact]
    public void Linux_2_6_16_has_six_fields()
    {
        var amounts = SmapsText.Record(Linux2616).Amounts;
        Assert.Equal(6, amounts.Count);
        Assert.Equal((20, 16, 4, 12), (amounts[SmapsField.Size], amounts[SmapsField.Rss], amounts.Shared, amounts.Private));
    }

    [Fact]
    public void A_field_the_kernel_did_not_print_is_absent()
    {
        var old = SmapsText.Record(Linux2616);
        Assert.All([SmapsField.Referenced, SmapsField.Pss, SmapsField.Swap, SmapsField.ThpEligible], field => Assert.Null(old.Amounts[field]));
        Assert.Null(old.Amounts.Hugetlb);
        Assert.Null(old.Flags);
        Assert.False(old.HasFlag("rd"));
    }

    [Fact]
    public void Linux_2_6_22_adds_Referenced()
    {
        var amounts = SmapsText.Record(Linux2622).Amounts;
        Assert.Equal((7, 16, null), (amounts.Count, amounts[SmapsField.Referenced], amounts[SmapsField.Pss]));
    }

    [Fact]
    public void Linux_2_6_25_adds_Pss()
    {
        var amounts = SmapsText.Record(Linux2625).Amounts;
        Assert.Equal((8, 14, 0), (amounts.Count, amounts[SmapsField.Pss], amounts[SmapsField.SharedDirty]));
    }

    [Fact]
    public void Linux_3_names_the_stacks_of_threads()
    {
        var stack = SmapsText.One(SmapsText.Lines(["7f1c2a7fe000-7f1c2affe000 rw-p 00000000 00:00 0                          [stack:1234]", .. Linux3]));
        Assert.Equal("[stack:1234]", stack.Name.Text);
        Assert.Equal(MappingKind.Stack, stack.Kind);
        Assert.Equal((8, 4, 4, 2), (stack.Amounts[SmapsField.Swap], stack.Amounts[SmapsField.KernelPageSize], stack.Amounts[SmapsField.MmuPageSize], stack.Amounts[SmapsField.Locked]));
        Assert.Equal("rd wr mr mw me gd ac", stack.Flags);
        Assert.True(stack.HasFlag("gd"));
        Assert.False(stack.HasFlag("ex"));
    }

    [Fact]
    public void Thirty_two_bits_have_short_addresses()
    {
        var code = SmapsText.One(SmapsText.Lines(["08048000-08076000 r-xp 0002d000 08:06 939194     /bin/grep", .. Linux2616]));
        Assert.Equal((0x08048000ul, 0x08076000ul, 0x2d000ul), (code.Start, code.End, code.Offset));
        Assert.Equal((8u, 6u, 939194ul, "r-xp"), (code.DeviceMajor, code.DeviceMinor, code.Inode, code.Permissions));
        Assert.Equal("/bin/grep", code.Name.Text);
    }

    [Fact]
    public void Sixty_four_bits_reach_the_end_of_the_address_space()
    {
        var last = SmapsText.One(SmapsText.Lines("ffffffffff600000-ffffffffffffffff --xp ffffffffff000000 103:fffff 18446744073709551615 [x]", "Size: 4 kB"));
        Assert.Equal((ulong.MaxValue, 0xffffffffff000000, 0x103u, 0xfffffu, ulong.MaxValue), (last.End, last.Offset, last.DeviceMajor, last.DeviceMinor, last.Inode));
    }

    [Fact]
    public void A_vdso_that_is_printed_twice_counts_once()
    {
        var vdso = SmapsText.Vm(0x1000, 0x2000, "[vdso]", "r-xp");
        var snapshot = SmapsText.Parse(SmapsText.Vm(0x100, 0x200) + vdso + vdso);
        Assert.Equal(2, snapshot.Mappings.Length);
        Assert.Equal(8, snapshot.Totals[SmapsField.Rss]);
    }

    [Fact]
    public void Old_Android_names_anonymous_memory_in_a_line_of_its_own()
    {
        var named = SmapsText.Record(["Name:           [anon:libc_malloc]", .. Linux3]);
        Assert.Equal("[anon:libc_malloc]", named.Name.Text);
        Assert.Empty(named.Unknown);
    }

    [Fact]
    public void A_name_alone_says_nothing_of_memory() =>
        Assert.Equal("a mapping without fields: this is a maps file, not smaps", SmapsText.ErrorOf(SmapsText.Lines(SmapsText.Header, "Name:           [anon:x]")).Problem);

    [Fact]
    public void A_mapping_without_a_name_may_come_last_on_old_Android()
    {
        var snapshot = SmapsText.Parse(SmapsText.Lines([SmapsText.Header, "Name:           [anon:x]", .. Linux3, "3000-4000 rw-p 00000000 00:00 0 ", .. Linux3]));
        Assert.Equal(["[anon:x]", ""], snapshot.Mappings.Select(mapping => mapping.Name.Text));
    }

    [Fact]
    public void A_line_that_only_some_mappings_have_may_miss_in_the_last()
    {
        var snapshot = SmapsText.Parse(SmapsText.Lines([SmapsText.Header, .. Linux3[..^1], "Nonlinear:            4 kB", Linux3[^1], "3000-4000 rw-p 00000000 00:00 0 ", .. Linux3]));
        Assert.Equal([1, 0], snapshot.Mappings.Select(mapping => mapping.Unknown.Length));
    }

    [Fact]
    public void A_field_that_another_record_has_may_miss_in_the_last()
    {
        var snapshot = SmapsText.Parse(SmapsText.Lines([SmapsText.Header, .. Linux2616, "3000-4000 rw-p 00000000 00:00 0 ", .. Linux2622, "5000-6000 rw-p 00000000 00:00 0 ", .. Linux2616]));
        Assert.Equal([null, 16, null], snapshot.Mappings.Select(mapping => mapping.Amounts[SmapsField.Referenced]));
    }

    [Fact]
    public void The_gate_that_Linux_2_6_called_vdso_is_the_kernels()
    {
        var snapshot = SmapsText.Parse(SmapsText.Vm(0x1000, 0x2000) + SmapsText.Lines("ffffffffff600000-ffffffffffe00000 ---p 00000000 00:00 0                  [vdso]", "Size:              8192 kB", "Rss:                  0 kB"));
        Assert.Equal(MappingKind.Vdso, snapshot.Mappings[1].Kind);
        Assert.Equal((4, 0), (snapshot.VmSize, snapshot.Reserved));
    }
}
