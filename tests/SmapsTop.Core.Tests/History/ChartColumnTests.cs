using SmapsTop.Core.History;

namespace SmapsTop.Core.Tests.History;

public class ChartColumnTests
{
    [Fact]
    public void Each_column_has_the_lowest_the_highest_and_the_last_of_its_time()
    {
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 100_000, "[heap]");
        story.Run(100, i => heap.Dirty(i));
        var chart = ChartColumn.Of(story.Timeline, Figure.PrivateDirty, Story.Start, Story.Start.AddSeconds(100), 10);
        Assert.Equal(10, chart.Length);
        Assert.Equal(12, chart[0].Low);
        Assert.All(chart, column => Assert.InRange(column.High!.Value - column.Low!.Value, 8, 10));
        Assert.Equal(111, chart[^1].Last);
    }

    [Fact]
    public void Where_no_sample_was_taken_nothing_is_known()
    {
        var story = Story.Begin().Run(2, null, 50);
        var chart = ChartColumn.Of(story.Timeline, Figure.Rss, Story.Start, Story.Start.AddSeconds(100), 10);
        Assert.Equal(default, chart[3]);
        Assert.Empty(ChartColumn.Of(story.Timeline, Figure.Rss, Story.Start, Story.Start.AddSeconds(100), 0));
    }

    [Fact]
    public void A_peak_that_was_thinned_out_stays_on_the_chart()
    {
        var story = Story.Begin(500_000);
        var heap = story.Add(0x10000000, 100_000, "[heap]");
        story.Run(10_000, i => heap.Dirty(i == 777 ? 90_000 : 1000));
        var chart = ChartColumn.Of(story.Timeline, Figure.PrivateDirty, Story.Start, story.Time, 100);
        Assert.Equal(90_012, chart[7].High);
        Assert.Equal(1012, chart[7].Low);
    }
}
