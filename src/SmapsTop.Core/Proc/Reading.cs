namespace SmapsTop.Core.Proc;

/// <summary>What a look at a process gave: what the target does is a value here, never an exception.</summary>
public abstract record Reading
{
    /// <summary>The process was read.</summary>
    /// <param name="Sample">What was seen.</param>
    public sealed record Seen(Sample Sample) : Reading;

    /// <summary>The process was not read.</summary>
    /// <param name="Reason">Why not.</param>
    /// <param name="Detail">What belongs into the sentence: a program's name, a line number; empty for nothing.</param>
    public sealed record Unseen(UnseenReason Reason, string Detail = "") : Reading;
}
