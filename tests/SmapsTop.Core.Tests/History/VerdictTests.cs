using SmapsTop.Core.Grids;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Tests.History;

/// <summary>Processes that leak at a known rate are named within 30 samples, as the right rows, at the right rate.</summary>
public class VerdictTests
{
    private const long PerMinute = 60 * 1024;

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.2)]
    public void A_heap_that_grows_a_mebibyte_a_second_is_named(double noise)
    {
        var random = new Random(1);
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 0, "[heap]");
        story.Run(30, i =>
        {
            heap.Size = 1024 * (i + 1);
            heap.Dirty(heap.Size - (long)(random.NextDouble() * noise * 1024));
        });
        var verdict = story.Verdict()!;
        Assert.Equal("[heap]", verdict.Library.Text);
        Assert.Same(MappingKind.Heap, verdict.Kind);
        Assert.Same(story[heap], verdict.Mapping);
        Assert.InRange(verdict.PerMinute, PerMinute * 0.9, PerMinute * 1.1);
        Assert.InRange(verdict.Share, 0.99, 1);
        Assert.InRange(verdict.Steadiness, 0.9, 1);
    }

    [Fact]
    public void Large_blocks_that_make_one_mapping_grow_downwards_are_named()
    {
        var story = Story.Begin();
        var blocks = story.Add(0x7f0000000000, 1028, "", 1024);
        story.Run(30, _ =>
        {
            blocks.Start -= 1028 * 1024;
            blocks.Size += 1028;
            blocks.Dirty(blocks.Size);
        });
        var verdict = story.Verdict()!;
        Assert.Equal("anonymous memory", verdict.Library.Text);
        Assert.Same(story[blocks], verdict.Mapping);
        Assert.InRange(verdict.PerMinute, PerMinute * 0.9, PerMinute * 1.1);
    }

    [Fact]
    public void Four_thread_arenas_are_named_as_the_four_rows_that_grow_most()
    {
        var story = Story.Begin();
        var arenas = Enumerable.Range(0, 4).Select(i => story.Add(0x7f0000000000 + (ulong)i * 0x4000000, 132)).ToList();
        story.Add(0x20000000, 8192, "", 500);
        story.Run(30, _ => arenas.ForEach(arena => arena.Dirty(arena.Size += 256)));
        var verdict = story.Verdict()!;
        Assert.Equal("anonymous memory", verdict.Library.Text);
        Assert.Null(verdict.Mapping);
        Assert.Equal(arenas.Select(arena => story[arena].Id).Order(), verdict.Rows.Select(row => row.Mapping.Id).Order());
        Assert.All(verdict.Rows, row => Assert.InRange(row.PerMinute, PerMinute / 4 * 0.9, PerMinute / 4 * 1.1));
        Assert.InRange(verdict.PerMinute, PerMinute * 0.9, PerMinute * 1.1);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(10)]
    [InlineData(60)]
    public void The_rate_does_not_depend_on_the_interval(double seconds)
    {
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 0, "[heap]");
        var samples = seconds < 1 ? 300 : 30;
        story.Run(samples, i => heap.Dirty(heap.Size = (long)(1024 * seconds * (i + 1))), seconds);
        Assert.InRange(story.Verdict()!.PerMinute, PerMinute * 0.9, PerMinute * 1.1);
    }

    [Fact]
    public void A_leak_below_a_saw_tooth_is_named_once_its_lows_have_risen()
    {
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 1_000_000, "[heap]");
        story.Run(240, i => heap.Dirty(100_000 + i * 1024 + i % 20 * 5000));
        Assert.InRange(story.Verdict()!.PerMinute, PerMinute * 0.9, PerMinute * 1.1);
    }

    [Fact]
    public void A_leak_that_begins_after_a_quiet_hour_is_named_within_a_minute()
    {
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 1_000_000, "[heap]", 50_000);
        story.Run(3600, i => heap.Dirty(50_000 + i % 3 * 8));
        Assert.Null(story.Verdict());
        story.Run(60, i => heap.Dirty(50_000 + 1024 * i));
        Assert.InRange(story.Verdict()!.PerMinute, PerMinute * 0.9, PerMinute * 1.1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_slow_leak_is_named_after_an_hour_or_two(int seed)
    {
        var random = new Random(seed);
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 1_000_000, "[heap]");
        story.Run(720, i => heap.Dirty(50_000 + 100 * i / 6 + random.Next(-200, 200)), 10);
        Assert.InRange(story.Verdict()!.PerMinute, 90, 110);
    }

    [Fact]
    public void A_leak_that_goes_on_while_it_is_swapped_out_keeps_its_rate()
    {
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 1_000_000, "[heap]");
        story.Run(60, i =>
        {
            heap.Fields["Swap"] = 700 * i;
            heap.Dirty(1024 * i - 700 * i);
        });
        Assert.InRange(story.Verdict()!.PerMinute, PerMinute * 0.9, PerMinute * 1.1);
    }

    [Fact]
    public void The_nearest_limit_is_told()
    {
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 0, "[heap]");
        story.Run(60, i => heap.Dirty(heap.Size = 1024 * (i + 1)));
        var limits = new Limits { CgroupMost = 2L << 20, CgroupNow = 1L << 20, Available = 8L << 20, AddressSpace = 1L << 30, MostMappings = 65530 };
        var wall = story.Verdict(limits)!.Wall!;
        Assert.Equal(("cgroup limit", 2L << 20), (wall.Name, wall.Most));
        Assert.InRange(wall.Left.TotalMinutes, 17.06 * 0.9, 17.06 * 1.1);
        Assert.Equal("[heap] +60.0M/min, steady, 100 % of it; cgroup limit 2.0G in 17 min", VerdictText.Of(story.Verdict(limits)!, SizeUnit.Auto));
        Assert.Equal("[heap] +60.0M/min; cgroup limit 2.0G in 17 min", VerdictText.Forms(story.Verdict(limits)!, SizeUnit.Auto)[^1]);
        Assert.Equal("RLIMIT_AS", story.Verdict(limits with { AddressSpace = 100_000 })!.Wall!.Name);
        Assert.Equal("RLIMIT_DATA", story.Verdict(limits with { Data = 100_000 })!.Wall!.Name);
        Assert.Equal("memory of the machine", story.Verdict(limits with { Available = 1000 })!.Wall!.Name);
        Assert.Equal(TimeSpan.Zero, story.Verdict(limits with { CgroupNow = 3L << 20 })!.Wall!.Left);
        Assert.Null(story.Verdict()!.Wall);
    }

    [Fact]
    public void A_growing_number_of_mappings_is_named_where_memory_does_not_grow()
    {
        var story = Story.Begin();
        story.Run(60, i => story.Add(0x20000000 + (ulong)i * 0x10000, 4));
        var verdict = story.Verdict(new Limits { MostMappings = 65530 })!;
        Assert.True(verdict.IsCount);
        Assert.Equal("anonymous memory", verdict.Library.Text);
        Assert.InRange(verdict.PerMinute, 54, 66);
        Assert.Equal("anonymous memory +60 mappings/min, steady, 100 % of it; vm.max_map_count 65,530 in 18 h 11 min",
            VerdictText.Of(verdict, SizeUnit.Auto));
    }
}
