using SmapsTop.Core.History;

namespace SmapsTop.Core.Tests.History;

public class TimelineTests
{
    [Fact]
    public void Old_samples_lie_further_apart_than_young_ones()
    {
        var timeline = Long(3000, 2 << 20).Timeline;
        var gaps = timeline.Moments.Where(moment => moment.HasMappings).Select(moment => moment.Time).ToList();
        var ages = gaps.Zip(gaps.Skip(1), (a, b) => (Gap: (b - a).TotalSeconds, Age: (timeline.Last!.Time - a).TotalSeconds)).ToList();
        Assert.True(ages.Where(x => x.Age > 2000).Average(x => x.Gap) > 2 * ages.Where(x => x.Age < 500).Average(x => x.Gap));
        // No hole: nothing is missing for longer than half of its age.
        Assert.All(ages, x => Assert.True(x.Gap < x.Age / 2 || x.Gap <= 2));
    }

    [Fact]
    public void Absorbed_samples_leave_their_lowest_and_highest_totals()
    {
        var story = Story.Begin(500_000);
        var heap = story.Add(0x10000000, 100_000, "[heap]");
        story.Run(20_000, i => heap.Dirty(i switch { 777 => 90_000, 5555 => 1, _ => 1000 + i % 100 }));
        var timeline = story.Timeline;
        Assert.InRange(timeline.Bytes, 1, 500_000);
        Assert.True(timeline.Moments.Count < 4000);
        Assert.Equal(90_012, timeline.Moments.Max(moment => moment.High[Figure.PrivateDirty]));
        Assert.Equal(13, timeline.Moments.Min(moment => moment.Low[Figure.PrivateDirty]));
        var peak = timeline.Moments.MaxBy(moment => moment.High[Figure.PrivateDirty])!;
        Assert.InRange(Story.Start.AddSeconds(777), peak.From, peak.Time);
        // Every second that was sampled lies in one moment, and they follow each other.
        Assert.All(timeline.Moments.Zip(timeline.Moments.Skip(1)), pair => Assert.Equal(pair.First.Time.AddSeconds(1), pair.Second.From));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(30_000)]
    public void A_budget_that_holds_no_minute_still_holds_the_first_and_the_last(long budget)
    {
        var timeline = Long(300, budget).Timeline;
        Assert.True(timeline.First!.HasMappings && timeline.Last!.HasMappings);
        Assert.Equal(Story.Start, timeline.First.Time);
        Assert.Equal(Story.Start.AddSeconds(299), timeline.Last.Time);
    }

    [Fact]
    public void A_moment_is_found_by_its_time()
    {
        var timeline = Long(100, Timeline.UsualBudget).Timeline;
        Assert.Null(Timeline.Empty.At(Story.Start));
        Assert.Null(Timeline.Empty.WithMappingsAt(Story.Start));
        Assert.Same(timeline.First, timeline.At(Story.Start.AddDays(-1)));
        Assert.Same(timeline.Last, timeline.At(Story.Start.AddDays(1)));
        Assert.Equal(Story.Start.AddSeconds(42), timeline.At(Story.Start.AddSeconds(42.9))!.Time);
        Assert.Equal(Story.Start.AddSeconds(42), timeline.WithMappingsAt(Story.Start.AddSeconds(42.9))!.Time);
        Assert.Equal(11, timeline.Between(Story.Start.AddSeconds(10), Story.Start.AddSeconds(20)).Count());
    }

    [Fact]
    public void An_unchanged_snapshot_costs_only_its_totals()
    {
        var story = Story.Begin().Run(2);
        Assert.InRange(story.Timeline.Last!.Bytes, 100, 400);
    }

    [Fact]
    public void The_clock_may_be_set_back()
    {
        var story = Story.Begin().Run(10);
        var timeline = story.Timeline;
        var snapshot = timeline.Last!.Restore()!.Snapshot;
        for (var i = 0; i < 10; i++)
            timeline = timeline.Add(Story.SampleOf(snapshot, Story.Start.AddHours(-1).AddSeconds(i)));
        Assert.Equal(20, timeline.Moments.Count);
        Assert.Equal(TimeSpan.FromSeconds(9), timeline.Last!.Time - timeline.Moments[10].Time);
        Assert.True(timeline.Moments[10].Time > timeline.Moments[9].Time);
    }

    [Fact]
    public void A_mapping_is_there_since_the_first_sample_that_showed_it()
    {
        var story = Story.Begin().Run(10);
        var young = story.Add(0x20000000, 40);
        story.Run(10);
        Assert.Equal(Story.Start.AddSeconds(10), story.Timeline.Since(story[young].Id));
        Assert.Null(story.Timeline.Since(story[story.Vmas[0]].Id));
    }

    private static Story Long(int samples, long budget)
    {
        var story = Story.Begin(budget);
        var heap = story.Add(0x10000000, 100_000, "[heap]");
        for (var i = 0; i < 10; i++)
            story.Add(0x20000000 + (ulong)i * 0x100000, 40);
        return story.Run(samples, i => heap.Dirty(1000 + i % 100));
    }
}
