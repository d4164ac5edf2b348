using SmapsTop.Core.History;

namespace SmapsTop.Core.Tests.History;

public class ChartScaleTests
{
    [Theory]
    [InlineData(0, 4, 1)]
    [InlineData(9, 4, 5)]
    [InlineData(400, 4, 100)]
    [InlineData(1000, 4, 512)]
    [InlineData(4096, 4, 1024)]
    [InlineData(5000, 4, 2048)]
    [InlineData(12 * 1024, 4, 5 * 1024)]
    [InlineData(3L << 30, 3, 1L << 30)]
    public void Steps_of_amounts_read_well_in_binary_units(long range, int most, long step) => Assert.Equal(step, ChartScale.StepOf(range, most));

    [Fact]
    public void Marks_are_multiples_of_the_step()
    {
        Assert.Equal([247 * 1024, 248 * 1024, 249 * 1024], ChartScale.Marks(247 * 1024, 249 * 1024, 3));
        Assert.Equal([0, 100, 200], ChartScale.Marks(0, 200, 3));
        Assert.Equal([0L], ChartScale.Marks(0, 0, 3));
    }

    [Fact]
    public void The_ends_hold_the_values_and_never_meet()
    {
        Assert.Equal((250, 350), ChartScale.Ends(260, 340, 2));
        var (low, high) = ChartScale.Ends(100_000, 100_000, 4);
        Assert.True(low <= 100_000 && high >= 100_000 && high - low >= 1000);
        Assert.True(ChartScale.Ends(0, 0, 4) is (0, > 0));
    }

    [Theory]
    [InlineData(60, 6, 10)]
    [InlineData(60, 4, 15)]
    [InlineData(600, 5, 120)]
    [InlineData(36_000, 5, 7200)]
    public void Steps_of_time_are_those_of_a_clock(int seconds, int most, int step) =>
        Assert.Equal(TimeSpan.FromSeconds(step), ChartScale.StepOf(TimeSpan.FromSeconds(seconds), most));

    [Fact]
    public void Marks_of_time_stand_at_round_times()
    {
        var from = new DateTimeOffset(2024, 5, 6, 14, 2, 11, TimeSpan.FromHours(2));
        Assert.Equal(["14:05", "14:10"], ChartScale.Marks(from, from.AddMinutes(10), 4).Select(mark => mark.ToString("HH:mm", null)));
    }

    [Fact]
    public void Zooms_go_from_a_minute_to_all()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), ChartScale.Zooms[0]);
        Assert.Null(ChartScale.Zooms[^1]);
    }
}
