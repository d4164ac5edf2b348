using SmapsTop.Core.History;

namespace SmapsTop.Core.Tests.History;

public class TrendTests
{
    private static readonly double[] Ramp = [0, 1, 2, 3, 4, 5, 6, 7];

    [Fact]
    public void Braille_has_two_values_a_cell()
    {
        Assert.Equal("⣀⡠⠔⠊", Trend.Braille([0, 0, 0, 1, 1, 2, 2, 3], 4));
        Assert.Equal("⣀⣀⣀⣀", Trend.Braille([5, 5, 5, 5, 5, 5, 5, 5], 4));
    }

    [Fact]
    public void Blocks_have_eight_heights() => Assert.Equal("▁▂▃▄▅▆▇█", Trend.Eighths(Ramp, 8));

    [Fact]
    public void Few_values_stand_at_the_right()
    {
        Assert.Equal("      ▁█", Trend.Eighths([1, 2], 8));
        Assert.Equal("   ⡈", Trend.Braille([1, 2], 4));
        Assert.Equal("        ", Trend.Eighths([], 8));
    }

    [Fact]
    public void Of_many_values_the_last_of_each_column_is_shown() =>
        Assert.Equal("▁█▁█", Trend.Eighths([9, 0, 0, 9, 9, 0, 0, 9], 4));

    [Fact]
    public void Nothing_fits_into_no_cells() => Assert.Equal("", Trend.Braille(Ramp, 0));
}
