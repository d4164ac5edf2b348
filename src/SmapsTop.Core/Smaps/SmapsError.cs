namespace SmapsTop.Core.Smaps;

/// <summary>Where and why a text is no smaps.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Problem">What is wrong with it, in words.</param>
public sealed record SmapsError(int Line, string Problem)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}: {Problem}";
}
