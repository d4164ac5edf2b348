using System.Runtime.CompilerServices;
using SmapsTop.Core.History;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.Smaps;

namespace SmapsTop.Core.Tests.History;

/// <summary>What the garbage collector counts is the whole process's: no other test may run beside this one.</summary>
[CollectionDefinition(nameof(TenHoursTests), DisableParallelization = true)]
[Collection(nameof(TenHoursTests))]
public class TenHoursTests
{
    private const int TenHours = 36_000;

    [Fact]
    public void Ten_hours_of_600_mappings_at_one_sample_a_second_stay_within_the_budget()
    {
        var held = new Story?[1];
        Live(held, out var most);
        Assert.InRange(most, Timeline.UsualBudget / 2, Timeline.UsualBudget);
        var estimate = Check(held);

        // What it really takes is what becomes free when it is let go: other tests' garbage is gone by then either way.
        var with = Settled();
        held[0] = null;
        Assert.InRange(with - Settled(), estimate * 0.8, estimate * 1.1);
    }

    /// <summary>Fills the only place that holds the history: not even a return value may keep it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Live(Story?[] held, out long most)
    {
        var process = new Busy(600, 40);
        process.Change(0, 0);
        var story = new Story();
        most = 0;
        for (var i = 0; i < TenHours; i++)
        {
            // A peak of an hour's age, that lasts one sample only.
            process.Change(i, i == 3600 ? 50_000_000 : 0);
            story.Take(process.Read(), 1);
            most = Math.Max(most, story.Timeline.Bytes);
        }
        held[0] = story;
    }

    /// <summary>Checks what was kept.</summary>
    /// <returns>The bytes it is said to take.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Check(Story?[] held)
    {
        var timeline = held[0]!.Timeline;
        Assert.Equal(Story.Start, timeline.First!.Time);
        Assert.True(timeline.First.HasMappings);
        Assert.Equal(600, timeline.First.Restore()!.Snapshot.Mappings.Length);
        Assert.All(timeline.Between(timeline.Last!.Time - TimeSpan.FromMinutes(5), timeline.Last.Time), moment => Assert.True(moment.HasMappings));
        Assert.InRange(timeline.Peak!.Value[Figure.PrivateDirty]!.Value, 50_000_000, 60_000_000);
        Assert.Equal(timeline.Peak.Value[Figure.PrivateDirty], timeline.Moments.Max(moment => moment.High[Figure.PrivateDirty]));
        return timeline.Bytes;
    }

    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>A process with many mappings, of which some change at each sample.</summary>
    private sealed class Busy(int mappings, int changes)
    {
        private readonly Mapping[] _mappings = [.. SmapsText.Parse(string.Concat(Enumerable.Range(0, mappings).Select(i => SmapsText.Lines(
            $"{0x10000000 + i * 0x100000L:x}-{0x10080000 + i * 0x100000L:x} rw-p 00000000 00:00 0 ",
            "Size: 512 kB", "Private_Dirty: 0 kB", "VmFlags: rd wr mr mw me ac")))).Mappings];

        public void Change(int sample, long extra)
        {
            for (var k = 0; k < changes; k++)
            {
                ref var mapping = ref _mappings[(k * 7 + sample * 13) % _mappings.Length];
                var amounts = mapping.Amounts;
                amounts.Set(SmapsField.PrivateDirty, 1000 + sample + (k == 0 ? extra : 0));
                // The parser makes the text of flags anew where the record before had others.
                mapping = mapping with { Amounts = amounts, Flags = new string(mapping.Flags) };
            }
        }

        public Snapshot Read() => new([.. _mappings], _mappings.Length + 1);
    }
}
