using SmapsTop.Core.History;

namespace SmapsTop.Core.Tests.History;

public class ChartTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Fact]
    public void Until_it_is_full_a_chart_begins_with_the_history_then_it_ends_with_it()
    {
        var story = Story.Begin().Run(60);
        var chart = Chart.Of(story.Timeline, Figure.Rss, FiveMinutes, story.Timeline.Last!, 100);
        Assert.Equal((Story.Start, Story.Start + FiveMinutes), (chart.From, chart.To));
        story.Run(600);
        chart = Chart.Of(story.Timeline, Figure.Rss, FiveMinutes, story.Timeline.Last!, 100);
        Assert.Equal(FiveMinutes, chart.To - chart.From);
        Assert.InRange((chart.To - story.Timeline.Last!.Time).TotalSeconds, 0, 6);
    }

    [Fact]
    public void Its_ends_move_by_cells_not_by_samples()
    {
        var story = Story.Begin().Run(400);
        var ends = new HashSet<DateTimeOffset>();
        for (var i = 0; i < 60; i++)
        {
            story.Run(1);
            ends.Add(Chart.Of(story.Timeline, Figure.Rss, FiveMinutes, story.Timeline.Last!, 100).To);
        }
        // A cell is two columns of three seconds.
        Assert.InRange(ends.Count, 10, 11);
    }

    [Fact]
    public void A_moment_before_its_left_end_is_brought_into_view()
    {
        var story = Story.Begin().Run(1200);
        var early = story.Timeline.At(Story.Start.AddSeconds(300))!;
        var chart = Chart.Of(story.Timeline, Figure.Rss, FiveMinutes, early, 100);
        Assert.InRange(chart.PlaceOf(early.Time), 0.4, 0.6);
    }

    [Fact]
    public void All_of_it_is_all_of_it()
    {
        var story = Story.Begin().Run(5000);
        var chart = Chart.Of(story.Timeline, Figure.Rss, null, story.Timeline.Last!, 200);
        Assert.Equal(Story.Start, chart.From);
        Assert.InRange(chart.PlaceOf(story.Timeline.Last!.Time), 0.85, 1);
    }

    [Fact]
    public void A_row_has_its_own_course_from_when_it_is_there()
    {
        var story = Story.Begin().Run(60);
        var row = story.Add(0x20000000, 4000, "", 100);
        story.Run(60, i => row.Dirty(100 + 10 * i));
        var id = story[row].Id;
        var chart = Chart.Of(story.Timeline, mapping => mapping.Id == id, Measure.Own, TimeSpan.FromMinutes(2), story.Timeline.Last!, 120);
        Assert.Equal((100, 690), (chart.Low, chart.High));
        Assert.All(chart.Columns[..59], column => Assert.Null(column.Last));
        Assert.Equal(690, chart.Columns.Last(column => column.Last is not null).Last);
        Assert.Equal(60, chart.Columns.Count(column => column.Last is not null));
    }

    [Fact]
    public void A_row_that_was_never_there_has_none()
    {
        var story = Story.Begin().Run(60);
        var chart = Chart.Of(story.Timeline, _ => false, Measure.Own, FiveMinutes, story.Timeline.Last!, 100);
        Assert.Equal((null, null), (chart.Low, chart.High));
    }
}
