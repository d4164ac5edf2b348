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

    /// <summary>Why the last look saw nothing; null if it saw something.</summary>
    public Reading.Unseen? Trouble { get; init; }

    /// <summary>When <see cref="Trouble"/> began.</summary>
    public DateTimeOffset? TroubleSince { get; init; }

    /// <summary>False once looking again cannot help.</summary>
    public bool GoesOn => Trouble is not { Reason.IsFinal: true };

    /// <summary>The process as it was last seen on the screen.</summary>
    public ProcessInfo Known => Shown?.Sample.Process ?? Process;

    /// <summary>Takes in what a look gave; the same watch if that shows nothing new.</summary>
    public Watch Receive(Reading reading, DateTimeOffset now, bool isFrozen)
    {
        switch (reading)
        {
            case Reading.Unseen unseen:
                return unseen == Trouble ? this : this with { Trouble = unseen, TroubleSince = unseen.Reason == Trouble?.Reason ? TroubleSince : now };
            case Reading.Seen seen:
                var latest = Next(seen.Sample);
                return ReferenceEquals(latest, Latest) && Trouble is null
                    ? this
                    : this with { Latest = latest, Shown = isFrozen && Shown is not null ? Shown : latest, Trouble = null, TroubleSince = null };
            default:
                throw new ArgumentException("Not a reading that is known.", nameof(reading));
        }
    }

    private Look Next(Sample sample)
    {
        if (Latest is null)
            return new Look(sample, null, 1);
        if (!sample.ShowsTheSame(Latest.Sample))
            return new Look(sample, Latest.Sample.Snapshot, Latest.Number + 1);
        // Nothing has changed since the last look: if that one had marks of change, they go now.
        return Latest.Before is null || ReferenceEquals(Latest.Before, Latest.Sample.Snapshot)
            ? Latest
            : Latest with { Before = Latest.Sample.Snapshot };
    }
}
