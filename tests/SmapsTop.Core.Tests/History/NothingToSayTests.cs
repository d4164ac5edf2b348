using SmapsTop.Core.History;

namespace SmapsTop.Core.Tests.History;

/// <summary>Processes that do not leak are not named: at any sample, whatever the seed.</summary>
public class NothingToSayTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 12)];

    [Fact]
    public void Without_samples_there_is_nothing_to_say() => Assert.Null(Verdict.Of(Timeline.Empty, SmapsTop.Core.Proc.Limits.None));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_steady_process_is_not_named(int seed)
    {
        var random = new Random(seed);
        Silent(600, _ => 200_000 + random.Next(2000));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_wanders_at_random_is_not_named(int seed)
    {
        var random = new Random(seed);
        long value = 500_000;
        Silent(900, _ => value += random.Next(-400, 401));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_collectors_saw_tooth_is_not_named(int seed)
    {
        var random = new Random(seed);
        long value = 100_000;
        var limit = 200_000;
        var rate = random.Next(5000, 20_000);
        Silent(900, _ =>
        {
            value += rate + random.Next(-500, 500);
            if (value <= limit)
                return value;
            limit = random.Next(180_000, 220_000);
            return value = 100_000 + random.Next(8000);
        });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_slow_saw_tooth_is_not_named_once_it_has_fallen(int seed)
    {
        var random = new Random(seed);
        long value = 100_000;
        var limit = 200_000;
        Silent(1500, _ =>
        {
            value += 1024 + random.Next(-100, 100);
            if (value <= limit)
                return value;
            limit = random.Next(180_000, 220_000);
            return value = 100_000 + random.Next(8000);
        }, from: 130);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_start_that_levels_off_is_not_named(int seed)
    {
        var random = new Random(seed);
        var pace = random.Next(4, 60);
        Silent(600, i => 400_000 - (long)(400_000 * Math.Exp(-(double)i / pace)) + random.Next(200));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(18)]
    public void A_start_that_ends_is_not_named(int seconds) => Silent(400, i => Math.Min(i, seconds) * 20_000);

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public void What_has_stopped_growing_is_named_no_more_after_twelve_samples(int seconds) =>
        Silent(900, i => Math.Min(i, seconds) * 5000, from: seconds + 12);

    [Fact]
    public void Steps_up_now_and_then_are_not_named() => Silent(600, i => 100_000 + i / 200 * 50_000);

    [Fact]
    public void A_fork_that_copies_on_write_is_not_named()
    {
        var story = Story.Begin();
        var buffer = story.Add(0x7f0000000000, 65_536, "", 65_536);
        Silent(story, 300, i =>
        {
            // Forked at 30; then the parent writes to it again, bit by bit.
            var shared = i < 30 ? 0 : Math.Max(65_536 - (i - 30) * 512, 0);
            buffer.Fields["Shared_Dirty"] = shared;
            buffer.Fields["Private_Dirty"] = 65_536 - shared;
        });
    }

    [Fact]
    public void A_lazily_freed_buffer_is_not_named()
    {
        var story = Story.Begin();
        var buffer = story.Add(0x7f0000000000, 200_000);
        Silent(story, 300, i =>
        {
            buffer.Dirty(0);
            buffer.Fields["Rss"] = buffer.Fields["Anonymous"] = buffer.Fields["Private_Clean"] = buffer.Fields["LazyFree"] = 512 * i;
        });
    }

    [Fact]
    public void Swapping_out_and_in_is_not_named()
    {
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 400_000, "[heap]");
        Silent(story, 400, i =>
        {
            var swapped = i < 200 ? 1000 * i : 1000 * (400 - i);
            heap.Fields["Swap"] = swapped;
            heap.Dirty(300_000 - swapped);
        });
    }

    [Fact]
    public void Reading_a_mapped_file_is_not_named()
    {
        var story = Story.Begin();
        var file = story.Add(0x7f0000000000, 1_000_000, "/data", 0, "r--p");
        Silent(story, 300, i =>
        {
            file.Dirty(0);
            file.Fields["Rss"] = file.Fields["Private_Clean"] = 1024 * i;
        });
    }

    [Fact]
    public void Swapping_of_an_object_that_others_share_is_not_named()
    {
        var story = Story.Begin();
        var segment = story.Add(0x7f0000000000, 1_000_000, "/dev/shm/x", 0, "rw-s");
        Silent(story, 300, i =>
        {
            segment.Dirty(0);
            segment.Fields["Rss"] = segment.Fields["Shared_Dirty"] = 1_000_000 - 1024 * i;
            segment.Fields["Swap"] = 1024 * i;
        });
    }

    private static void Silent(int samples, Func<int, long> amount, int from = 0)
    {
        var story = Story.Begin();
        var heap = story.Add(0x10000000, 4_000_000, "[heap]");
        Silent(story, samples, i => heap.Dirty(amount(i)), from);
    }

    private static void Silent(Story story, int samples, Action<int> move, int from = 0)
    {
        for (var i = 0; i < samples; i++)
        {
            story.Run(1, _ => move(i));
            if (i >= from && (i < 200 || i % 3 == 0))
                Assert.True(story.Verdict() is null, $"sample {i}: {story.Verdict()}");
        }
    }
}
