using System.Collections.Immutable;
using SmapsTop.Core.History;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Texts;

/// <summary>A line of the totals: a figure with its label.</summary>
/// <param name="Label">The label; a part of the one above is set in.</param>
/// <param name="Figure">The figure.</param>
public sealed record TotalsLine(string Label, Figure Figure)
{
    private const int RatePoints = 60;

    /// <summary>The five lines of the report that this program descends from: RSS and what it is made of.</summary>
    public static ImmutableArray<TotalsLine> Main { get; } =
    [
        new("VMSIZE", Figure.VmSize),
        new("RSS", Figure.Rss),
        new("  shared", Figure.Shared),
        new("  private clean", Figure.PrivateClean),
        new("  private dirty", Figure.PrivateDirty),
    ];

    /// <summary>The figures beside them.</summary>
    public static ImmutableArray<TotalsLine> Further { get; } =
    [
        new("PSS", Figure.Pss),
        new("USS", Figure.Uss),
        new("SWAP", Figure.Swap),
        new("HUGETLB", Figure.Hugetlb),
        new("LOCKED", Figure.Locked),
        new("RESERVED", Figure.Reserved),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<TotalsLine> All { get; } = [.. Main, .. Further];

    /// <summary>The figure at a look, in kB; null if not known.</summary>
    public long? Now(Look? look) => look?.Moment.Totals[Figure];

    /// <summary>Its change since the baseline, in kB; null if not known.</summary>
    public long? Since(Look? look) => look?.Moment.Totals[Figure] - look?.Baseline.Totals[Figure];

    /// <summary>Its lasting change over the last minutes, in kB/min; null if there are too few samples.</summary>
    public long? PerMinute(Look? look) => look is not null
        && Slope.Of(look.History.Points(Figure, look.Moment.Time - Growth.Window, look.Moment, RatePoints).AsSpan()) is { } slope
            ? (long)Math.Round(slope.PerMinute)
            : null;

    /// <summary>Whether it has grown (1), shrunk (-1) or not changed (0) since the last sample.</summary>
    public int Trend(Look? look) =>
        look?.Before is { } before && Figure.Of(before) is { } was && Now(look) is { } now ? now.CompareTo(was) : 0;

    /// <summary>The highest it has been since the watch began, in kB; null if not known.</summary>
    public long? Peak(Look? look) => look?.History.Peak?[Figure];
}
