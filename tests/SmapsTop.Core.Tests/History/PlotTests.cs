using System.Collections.Immutable;
using SmapsTop.Core.History;

namespace SmapsTop.Core.Tests.History;

public class PlotTests
{
    [Fact]
    public void A_rise_goes_from_the_lower_left_to_the_upper_right() =>
        Assert.Equal(["  ⡠⠊", "⡠⠊  "], Plot.Curve(Values(0, 1, 2, 3, 4, 5, 6, 7), 0, 7, 2));

    [Fact]
    public void What_stands_still_is_a_line_at_its_height()
    {
        Assert.Equal(["⠉⠉⠉", "   "], Plot.Curve(Values(7, 7, 7, 7, 7, 7), 0, 7, 2));
        Assert.Equal(["   ", "⣀⣀⣀"], Plot.Curve(Values(0, 0, 0, 0, 0, 0), 0, 7, 2));
    }

    [Fact]
    public void A_jump_is_joined() => Assert.Equal(["⢸", "⡸"], Plot.Curve(Values(0, 7), 0, 7, 2));

    [Fact]
    public void Samples_that_lie_apart_are_joined_by_a_straight_line() =>
        Assert.Equal(["⡠⠊"], Plot.Curve(Values(0, null, null, 3), 0, 3, 1));

    [Fact]
    public void A_steep_line_between_them_has_no_gap() =>
        Assert.Equal([" ⡜⠉", "⡰⠁ "], Plot.Curve(Values(0, null, null, 7, 7, 7), 0, 7, 2));

    [Fact]
    public void Before_the_first_sample_and_after_the_last_there_is_nothing()
    {
        Assert.Equal([" ⣀ "], Plot.Curve(Values(null, null, 0, 0, null, null), 0, 3, 1));
        Assert.Equal([" ▁ "], Plot.Area(Values(null, 0, null), 0, 8, 1));
    }

    [Fact]
    public void A_peak_between_two_samples_that_were_kept_is_seen() =>
        Assert.Equal(["⡇"], Plot.Curve([new ChartColumn(0, 3, 0), default], 0, 3, 1));

    [Fact]
    public void Blocks_fill_the_area_in_eighths() =>
        Assert.Equal(["  ▁▅█", "▁▅███"], Plot.Area(Values(0, 4, 8, 12, 15), 0, 15, 2));

    [Fact]
    public void With_blocks_the_last_value_holds_until_the_next() => Assert.Equal(["▁▁█"], Plot.Area(Values(0, null, 7), 0, 7, 1));

    private static ImmutableArray<ChartColumn> Values(params long?[] values) => [.. values.Select(value => new ChartColumn(value, value, value))];
}
