using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class VmFlagTests
{
    private const string Codes = "rd wr ex sh mr mw me ms gd pf dw lo io sr rr dc de ac nr ht sf nl ar wf dd sd mm hg nh mg bt mt um uw ss sl dp gu";

    [Fact]
    public void Every_code_of_the_kernel_is_known() => Assert.All(Codes.Split(' '), code =>
    {
        var flag = VmFlag.Of(code);
        Assert.Equal(code, flag.Code);
        Assert.Contains(flag, VmFlag.All);
    });

    [Fact]
    public void Every_code_has_its_own_meaning() => Assert.Distinct(VmFlag.All.Select(flag => flag.Meaning));

    [Fact]
    public void An_unknown_code_keeps_its_letters() => Assert.Equal(new VmFlag("zz", "not known to this program"), VmFlag.Of("zz"));
}
