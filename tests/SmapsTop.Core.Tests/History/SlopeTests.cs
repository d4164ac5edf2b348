using SmapsTop.Core.History;

namespace SmapsTop.Core.Tests.History;

public class SlopeTests
{
    [Fact]
    public void A_straight_line_is_steady()
    {
        var slope = Slope.Of(Points(60, t => 100 + 60 * t))!.Value;
        Assert.Equal(60, slope.PerMinute, 6);
        Assert.Equal(1, slope.Steadiness, 6);
    }

    [Fact]
    public void A_flat_line_has_no_slope() => Assert.Equal(new Slope(0, 0), Slope.Of(Points(60, _ => 5)));

    [Fact]
    public void A_falling_line_is_steady_too()
    {
        var slope = Slope.Of(Points(60, t => -30 * t))!.Value;
        Assert.Equal(-30, slope.PerMinute, 6);
        Assert.Equal(1, slope.Steadiness, 6);
    }

    [Fact]
    public void Neither_a_step_nor_outliers_move_it()
    {
        Assert.Equal(0, Slope.Of(Points(60, t => t > 0.9 ? 1e6 : 0))!.Value.PerMinute, 6);
        Assert.Equal(60, Slope.Of(Points(60, t => 60 * t + (Math.Abs(t - 0.5) < 0.01 ? 1e6 : 0)))!.Value.PerMinute, 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Irregular_and_noisy_points_give_the_rate_all_the_same(int seed)
    {
        var random = new Random(seed);
        var minutes = 0.0;
        var points = Enumerable.Range(0, 400).Select(_ => new Point(minutes += random.NextDouble() / 30, 1000 * minutes + random.Next(-200, 200))).ToArray();
        var slope = Slope.Of(points)!.Value;
        Assert.InRange(slope.PerMinute, 950, 1050);
        Assert.InRange(slope.Steadiness, 0.8, 1);
    }

    [Fact]
    public void Noise_is_not_steady()
    {
        var random = new Random(1);
        Assert.InRange(Slope.Of(Points(60, _ => random.Next(1000)))!.Value.Steadiness, 0, 0.2);
    }

    [Fact]
    public void Of_few_points_or_a_short_time_there_is_none()
    {
        Assert.Null(Slope.Of([]));
        Assert.Null(Slope.Of(Points(4, t => t, 60)));
        Assert.Null(Slope.Of(Points(10, t => t)));
        Assert.NotNull(Slope.Of(Points(11, t => t)));
        Assert.NotNull(Slope.Of(Points(5, t => t, 2.5)));
    }

    [Fact]
    public void Points_of_one_time_do_no_harm() =>
        Assert.Equal(2, Slope.Of([new(0, 0), new(0, 0), new(1, 2), new(1, 2), new(2, 4), new(2, 4)])!.Value.PerMinute, 6);

    private static Point[] Points(int count, Func<double, double> value, double seconds = 1) =>
        [.. Enumerable.Range(0, count).Select(i => new Point(i * seconds / 60, value(i * seconds / 60)))];
}
