using SmapsTop.Core.History;
using SmapsTop.Core.Proc;

namespace SmapsTop.Core.State;

/// <summary>A process that is watched, and what has been seen of it.</summary>
/// <param name="Process">The process as it was when the watch began.</param>
public sealed record Watch(ProcessInfo Process)
{
    /// <summary>The newest sample; null before the first.</summary>
    public Look? Latest { get; init; }

    /// <summary>The sample on the screen: the newest, or the one that was it when the screen was frozen.</summary>
    public Look? Shown { get; init; }

    /// <summary>What the last look cost; 0 before the first.</summary>
    public TimeSpan Cost { get; init; }

    /// <summary>What has been seen since the last look without looking at the mappings; null for nothing.</summary>
    public Glance? Glance { get; init; }

    /// <summary>What the last glance into smaps_rollup cost; null before the first.</summary>
    public TimeSpan? RollupCost { get; init; }

    /// <summary>Why the last look saw nothing; null if it saw something.</summary>
    public Reading.Unseen? Trouble { get; init; }

    /// <summary>When <see cref="Trouble"/> began.</summary>
    public DateTimeOffset? TroubleSince { get; init; }

    /// <summary>False once looking again cannot help.</summary>
    public bool GoesOn => Trouble is not { Reason.IsFinal: true };

    /// <summary>The process as it was last seen on the screen.</summary>
    public ProcessInfo Known => Shown?.Sample.Process ?? Process;

    /// <summary>Takes in what a look gave.</summary>
    public Watch Receive(Reading reading, DateTimeOffset now, bool isFrozen)
    {
        switch (reading)
        {
            case Reading.Unseen unseen:
                return unseen == Trouble ? this
                    : this with { Trouble = unseen, TroubleSince = unseen.Reason == Trouble?.Reason ? TroubleSince : now, Glance = null };
            case Reading.Seen seen:
                var latest = Next(seen.Sample);
                return this with
                {
                    Latest = latest,
                    Shown = isFrozen && Shown is not null ? Shown : latest,
                    Cost = seen.Sample.Cost,
                    Glance = null,
                    Trouble = null,
                    TroubleSince = null,
                };
            default:
                throw new ArgumentException("Not a reading that is known.", nameof(reading));
        }
    }

    /// <summary>Counts changes from the sample on the screen on.</summary>
    public Watch SetBaseline() => Shown is null
        ? this
        : this with { Latest = Latest!.Since(Shown.Moment), Shown = Shown.Since(Shown.Moment) };

    /// <summary>Goes back (-1) or on (1) to another moment that has its mappings still, at least a step away if there is one.</summary>
    public Watch Travel(int direction, TimeSpan step)
    {
        if (Shown is null || Latest is not { History: var history })
            return this;
        var from = Shown.Moment.Time;
        var moment = direction < 0
            ? history.WithMappingsAt(from - Longer(step))!
            : history.WithMappingsFrom(from + Longer(step))!;
        return moment.Time == from ? this
            : this with { Shown = ReferenceEquals(moment, Latest.Moment) ? Latest : Latest.BackAt(moment) };
    }

    private static TimeSpan Longer(TimeSpan step) => step > TimeSpan.Zero ? step : TimeSpan.FromTicks(1);

    /// <summary>Every look makes the history longer, one that shows nothing new too: rates fall while nothing grows.</summary>
    private Look Next(Sample sample)
    {
        var history = (Latest?.History ?? Timeline.Empty).Add(sample);
        if (Latest is null)
            return new Look(sample, null, 1, history, history.Last!, history.Last!, GoneRows.None);
        // What the title says of a look stays as it was until something is new: else the screen would change at each.
        var isNew = !sample.ShowsTheSame(Latest.Sample);
        return new Look(
            isNew ? sample : Latest.Sample, Latest.Sample.Snapshot, Latest.Number + (isNew ? 1 : 0), history, history.Last!, Latest.Baseline,
            Latest.Gone.Next(history), Latest.Memory);
    }
}
