using SmapsTop.Core.History;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.Smaps;

namespace SmapsTop.Core.Tests.History;

public class GrowthTests
{
    [Fact]
    public void Rows_libraries_and_kinds_have_their_change_and_their_rate()
    {
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 100_000, "[heap]", 1000);
        var still = story.Add(0x20000000, 40, "", 40);
        story.Run(1).Run(60, i => heap.Dirty(1100 + 10 * i));
        var growth = Growth(story);
        Assert.Equal(690, growth.Of(story[heap]).Change);
        Assert.InRange(growth.Of(story[heap]).Rate!.Value.PerMinute, 590, 610);
        Assert.Equal(690, growth.Of(LibraryKey.Of(story[heap])).Change);
        Assert.Equal(690, growth.Of(MappingKind.Heap).Change);
        Assert.InRange(growth.Of(MappingKind.Heap).Rate!.Value.PerMinute, 590, 610);
        Assert.Same(RowGrowth.None, growth.Of(story[still]));
        Assert.Equal(new Slope(0, 0), growth.Of(MappingKind.Anon).Rate);
        Assert.True(growth.HasChanges);
    }

    [Fact]
    public void A_mapping_that_moves_its_start_stays_one_row()
    {
        var story = Story.Begin();
        var blocks = story.Add(0x7f0000000000, 1028, "", 1024);
        story.Run(30, _ => (blocks.Start, blocks.Size) = (blocks.Start - 4096, blocks.Size + 4));
        Assert.Equal(Fate.Kept, Growth(story).Of(story[blocks]).Fate);
    }

    [Fact]
    public void New_and_gone_rows_are_told_with_their_age()
    {
        var story = Story.Begin();
        var old = story.Add(0x20000000, 40, "", 40);
        story.Run(10);
        var young = story.Add(0x30000000, 80, "", 80);
        story.Run(5);
        story.Vmas.Remove(old);
        story.Run(3);
        var growth = Growth(story);
        Assert.Equal((80L, Fate.New), (growth.Of(story[young]).Change, growth.Of(story[young]).Fate));
        Assert.Equal(TimeSpan.FromSeconds(7), growth.AgeOf(story[young]));
        Assert.Null(growth.AgeOf(story[story.Vmas[0]]));
        var gone = Assert.Single(growth.Gone);
        Assert.Equal((Fate.Gone, 0x20000000UL), (gone.Fate, gone.Mapping.Start));
        Assert.Equal(-40, growth.Of(gone.Mapping).Change);
        story.Run(20);
        Assert.Single(Growth(story).Gone);
    }

    [Fact]
    public void Parts_of_a_split_are_not_new_and_what_is_taken_in_is_not_gone()
    {
        var story = Story.Begin();
        var whole = story.Add(0x20000000, 100, "", 100);
        story.Run(5);
        (whole.Size, var part) = (60, story.Add(0x20000000 + 60 * 1024, 40, "", 40, "r--p"));
        whole.Dirty(60);
        story.Run(1);
        Assert.Equal(Fate.Split, Growth(story).Of(story[part]).Fate);
        Assert.Equal(0, Growth(story).Of(LibraryKey.Of(story[part])).Change);
        var split = story.Timeline.Last!;
        story.Vmas.Remove(part);
        whole.Size = 100;
        whole.Dirty(100);
        story.Run(1);
        var merged = new Growth(story.Timeline, split, story.Timeline.Last!);
        Assert.Equal(Fate.Merged, Assert.Single(merged.Gone).Fate);
        Assert.Equal(0, merged.Of(MappingKind.Anon).Change);
    }

    [Fact]
    public void Any_two_moments_can_be_compared()
    {
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 100_000, "[heap]");
        story.Run(100, i => heap.Dirty(100 * i));
        var growth = new Growth(story.Timeline, story.Timeline.At(Story.Start.AddSeconds(70))!, story.Timeline.At(Story.Start.AddSeconds(20))!);
        Assert.Equal(-5000, growth.Of(MappingKind.Heap).Change);
        Assert.InRange(growth.Of(MappingKind.Heap).Rate!.Value.PerMinute, 5999, 6001);
    }

    [Fact]
    public void A_young_row_has_no_rate_yet_and_a_known_one_soon()
    {
        var story = Story.Begin().Run(60);
        var young = story.Add(0x30000000, 80);
        story.Run(5, i => young.Dirty(i));
        Assert.Null(Growth(story).Of(story[young]).Rate);
        story.Run(60, i => young.Dirty(5 + i));
        Assert.InRange(Growth(story).Of(story[young]).Rate!.Value.PerMinute, 55, 65);
    }

    [Fact]
    public void Of_60_000_mappings_only_those_that_change_are_measured()
    {
        var mappings = SmapsText.Parse(string.Concat(Enumerable.Range(0, 60_000).Select(i => SmapsText.Vm(0x10000 + i * 0x2000, 0x11000 + i * 0x2000)))).Mappings.ToArray();
        var story = new Story();
        for (var i = 0; i < 60; i++)
        {
            mappings[1000] = mappings[1000] with { Offset = (ulong)i };
            story.Take(new Snapshot([.. mappings], 60_001), 1);
        }
        var measured = 0;
        var counting = new Measure("", "", mapping =>
        {
            measured++;
            return mapping.Amounts[SmapsField.Rss] ?? 0;
        });
        var growth = new Growth(story.Timeline, story.Timeline.First!, story.Timeline.Last!, counting);
        Assert.NotSame(RowGrowth.None, growth.Of(mappings[1000]));
        Assert.Same(RowGrowth.None, growth.Of(mappings[1001]));
        // An old and a new one at each of the moments that are looked at, and at the baseline.
        Assert.InRange(measured, 2, 2 * 31);
    }

    [Fact]
    public void What_all_rows_have_in_common_is_worked_out_twice_in_ten_seconds_at_most()
    {
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 100_000, "[heap]");
        story.Run(300, i => heap.Dirty(10 * i));
        var (measured, memory) = (0, new GrowthMemory());
        var counting = new Measure("", "", mapping =>
        {
            measured++;
            return mapping.Amounts[SmapsField.PrivateDirty] ?? 0;
        });
        for (var second = 0; second < 100; second++)
        {
            story.Run(1, _ => heap.Dirty(3000 + 10 * second));
            var growth = new Growth(story.Timeline, story.Timeline.First!, story.Timeline.Last!, counting, memory);
            Assert.InRange(growth.Of(story[heap]).Rate!.Value.PerMinute, 590, 610);
            Assert.Equal(growth.Of(story[heap]).Change, growth.ChangeOf(story[heap]));
        }
        // Eight for each look; and the moments of the last minutes, 31 at most, when a stretch begins and when its first moment is the past.
        Assert.InRange(measured, 0, 100 * 8 + 2 * 11 * 2 * 31);
    }

    private static Growth Growth(Story story) => new(story.Timeline, story.Timeline.First!, story.Timeline.Last!);
}
