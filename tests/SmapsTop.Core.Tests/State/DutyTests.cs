using SmapsTop.Core.Proc;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Tests.State;

public class DutyTests
{
    [Theory]
    [InlineData(1, 0.05, 0, 1)]
    [InlineData(1, 0.05, 50, 1)]
    [InlineData(1, 0.05, 51, 1.1)]
    [InlineData(1, 0.05, 310, 6.2)]
    [InlineData(1, 0.05, 1000, 20)]
    [InlineData(1, 0.05, 1001, 21)]
    [InlineData(0.1, 0.05, 6, 0.2)]
    [InlineData(60, 0.05, 310, 60)]
    [InlineData(1, 0.5, 1000, 2)]
    [InlineData(1, 1, 5000, 1)]
    public void The_interval_is_what_was_asked_for_or_what_the_cost_allows(double wanted, double most, double cost, double interval)
    {
        var duty = Of(wanted, most, cost);
        Assert.Equal(TimeSpan.FromSeconds(interval), duty.Interval);
        Assert.Equal(interval != wanted, duty.IsStretched);
    }

    [Theory]
    [InlineData(0.05, 7, null)]
    [InlineData(0.05, 70, null)]
    [InlineData(0.05, 310, 9.0)]
    [InlineData(0.05, 4000, 200.0)]
    [InlineData(0.001, 3, null)]
    [InlineData(0.9, 3000, 100.0)]
    public void Looks_and_glances_together_stay_within_the_share(double most, double cost, double? rollup)
    {
        var duty = Of(0.1, most, cost, rollup);
        // Glances into status cost next to nothing.
        var glances = duty.HasGlances && duty.Source == GlanceSource.Rollup ? (rollup ?? 0) / 1000 : 0;
        Assert.InRange(duty.ShareOf(duty.Cost) + glances, 0, most);
    }

    [Theory]
    [InlineData(null, GlanceSource.Rollup)]
    [InlineData(10.0, GlanceSource.Rollup)]
    [InlineData(10.1, GlanceSource.Status)]
    public void The_rollup_is_read_unless_it_has_proved_too_dear(double? cost, GlanceSource source) =>
        Assert.Equal(source, Of(1, 0.05, 310, cost).Source);

    [Theory]
    [InlineData(1, 40, false)]
    [InlineData(1, 310, true)]
    [InlineData(0.1, 40, false)]
    [InlineData(0.1, 310, true)]
    [InlineData(10, 310, false)]
    public void Glances_are_for_looks_that_are_further_apart_than_asked_for_and_than_a_second(double wanted, double cost, bool hasGlances) =>
        Assert.Equal(hasGlances, Of(wanted, 0.05, cost).HasGlances);

    [Fact]
    public void What_was_saved_is_read_without_a_bound()
    {
        var saved = AppState.OfSaved(States.App);
        saved = saved.Receive(States.App.Identity, new Reading.Seen(States.Sample("zoo") with { Cost = TimeSpan.FromSeconds(9) }), States.Noon);
        Assert.Equal(TimeSpan.Zero, saved.Duty.Interval);
        Assert.Null(saved.Glances);
    }

    private static Duty Of(double wanted, double most, double cost, double? rollup = null) => new(
        TimeSpan.FromSeconds(wanted), most, TimeSpan.FromMilliseconds(cost), rollup is { } known ? TimeSpan.FromMilliseconds(known) : null);
}
