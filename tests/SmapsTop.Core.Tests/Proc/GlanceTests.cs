using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.State;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Tests.Proc;

public sealed class GlanceTests : IDisposable
{
    private readonly ProcTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_rollup_tells_what_the_mappings_add_up_to(string capture)
    {
        var process = _tree.Add(capture);
        var snapshot = _tree.Sample(process).Snapshot;
        var totals = snapshot.Totals;
        var glance = _tree.Proc.Glance(process, GlanceSource.Rollup)!;
        Assert.Equal(
            (totals[SmapsField.Rss], totals.Shared, totals[SmapsField.PrivateClean], totals[SmapsField.PrivateDirty], totals.Private, totals[SmapsField.Swap], totals.Hugetlb),
            (glance.Rss, glance.Shared, glance.PrivateClean, glance.PrivateDirty, glance.Private, glance.Swap, glance.Hugetlb));
        // In smaps each mapping's share is cut to whole kB.
        Assert.InRange(glance.Pss!.Value - totals[SmapsField.Pss]!.Value, 0, snapshot.Mappings.Length);
    }

    [Fact]
    public void Status_tells_sizes_and_what_it_does_not_tell_is_not_known()
    {
        var glance = Glance.Of("Name:\tx\nVmSize:\t    5000 kB\nVmRSS:\t     300 kB\nVmSwap:\t      20 kB\nHugetlbPages:\t       0 kB\n", null);
        Assert.Equal(new Glance { VmSize = 5000, Rss = 300, Swap = 20, Hugetlb = 0 }, glance);
        Assert.Null(glance.Private);
    }

    [Fact]
    public void Of_a_process_that_is_gone_or_another_there_is_none()
    {
        var process = _tree.Add();
        Assert.Null(_tree.Proc.Glance(process with { StartTicks = 1 }, GlanceSource.Status));
        Assert.Null(_tree.Proc.Glance(process with { Pid = 99999 }, GlanceSource.Status));
    }

    [Fact]
    public void A_total_that_is_newer_than_the_look_counts_from_it()
    {
        var look = States.Watching().Watch!.Shown!;
        var rss = TotalsLine.All.Single(line => line.Label == "RSS");
        var now = rss.Now(look)!.Value;
        var grown = new Glance { Rss = now + 8 };
        Assert.Equal((now + 8, true, 8, 1, now + 8), (rss.Now(look, grown), rss.IsNewer(look, grown), rss.Since(look, grown), rss.Trend(look, grown), rss.Peak(look, grown)));
        var same = new Glance { Rss = now };
        Assert.Equal((now, false, 0), (rss.Now(look, same), rss.IsNewer(look, same), rss.Since(look, same)));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(-1, true)]
    [InlineData(1000, true)]
    public void A_share_that_differs_by_what_smaps_cuts_off_is_the_same(int? more, bool isNewer)
    {
        var look = States.Watching().Watch!.Shown!;
        var pss = TotalsLine.All.Single(line => line.Label == "PSS");
        var glance = new Glance { Pss = pss.Now(look) + more };
        Assert.Equal((isNewer ? glance.Pss : pss.Now(look), isNewer), (pss.Now(look, glance), pss.IsNewer(look, glance)));
    }
}
