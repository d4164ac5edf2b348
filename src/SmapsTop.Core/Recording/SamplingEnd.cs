using SmapsTop.Core.Proc;

namespace SmapsTop.Core.Recording;

/// <summary>How a series of looks is to go.</summary>
/// <param name="Interval">Time from the end of a look to the beginning of the next.</param>
/// <param name="Samples">After how many samples it ends; null for no such end.</param>
/// <param name="Time">After what time it ends; null for no such end.</param>
public sealed record SamplingPlan(TimeSpan Interval, long? Samples = null, TimeSpan? Time = null);

/// <summary>Why a series of looks ended.</summary>
public abstract record SamplingEnd
{
    /// <summary>There were as many samples, or it went on for as long, as was asked for.</summary>
    public sealed record Enough : SamplingEnd;

    /// <summary>Somebody stopped it.</summary>
    public sealed record Stopped : SamplingEnd;

    /// <summary>There is nothing more to see, or there was not from the first look on.</summary>
    /// <param name="Unseen">Why not.</param>
    public sealed record Over(Reading.Unseen Unseen) : SamplingEnd;

    /// <summary>A sample could not be given away.</summary>
    /// <param name="Problem">What is the matter, in the words of a sentence's end.</param>
    public sealed record NotTaken(string Problem) : SamplingEnd;
}
