using System.Collections.Immutable;
using SmapsTop.Core.History;

namespace SmapsTop.Core.State;

/// <summary>What the chart can show: its name and where its numbers come from, in one place.</summary>
/// <param name="Name">Its name; empty for the row under the cursor, which has its own.</param>
/// <param name="Figure">The figure of the whole process; null for a row, and for what is no figure.</param>
public sealed record ChartSubject(string Name, Figure? Figure)
{
    /// <summary>What the row under the cursor has.</summary>
    public static readonly ChartSubject Row = new("", null);

    /// <summary>No course in time: what the process is made of now.</summary>
    public static readonly ChartSubject Kinds = new("Memory by kind", null);

    /// <summary>All of them, in the order in which a key goes through them.</summary>
    public static ImmutableArray<ChartSubject> All { get; } =
        [new("Private + swap", Figure.Own), new("RSS", Figure.Rss), new("PSS", Figure.Pss), Row, Kinds];
}
