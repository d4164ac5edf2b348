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
        var process = new Busy(600, 40);
        process.Change(0, 0);
        var empty = GC.GetTotalMemory(true);
        var story = new Story();
        long most = 0;
        for (var i = 0; i < TenHours; i++)
        {
            // A peak of an hour's age, that lasts one sample only.
            process.Change(i, i == 3600 ? 50_000_000 : 0);
            story.Take(process.Read(), 1);
            most = Math.Max(most, story.Timeline.Bytes);
        }
        var timeline = story.Timeline;
        var real = GC.GetTotalMemory(true) - empty;
        TestContext.Current.SendDiagnosticMessage(
            $"most {most >> 10} kB, at the end {timeline.Bytes >> 10} kB, real {real >> 10} kB, {timeline.Moments.Count} moments, {timeline.Moments.Count(m => m.HasMappings)} with mappings");
        Assert.InRange(most, Timeline.UsualBudget / 2, Timeline.UsualBudget);
        Assert.InRange(real, timeline.Bytes * 0.8, timeline.Bytes * 1.1);

        Assert.Equal(Story.Start, timeline.First!.Time);
        Assert.True(timeline.First.HasMappings);
        Assert.Equal(600, timeline.First.Restore()!.Mappings.Length);
        Assert.All(timeline.Between(timeline.Last!.Time - TimeSpan.FromMinutes(5), timeline.Last.Time), moment => Assert.True(moment.HasMappings));
        Assert.InRange(timeline.Peak!.Value[Figure.PrivateDirty]!.Value, 50_000_000, 60_000_000);
        Assert.Equal(timeline.Peak.Value[Figure.PrivateDirty], timeline.Moments.Max(moment => moment.High[Figure.PrivateDirty]));
        GC.KeepAlive(story);
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
