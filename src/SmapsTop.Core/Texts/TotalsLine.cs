using System.Collections.Immutable;
using SmapsTop.Core.History;
using SmapsTop.Core.Proc;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Texts;

/// <summary>A line of the totals: a figure with its label.</summary>
/// <param name="Label">The label; a part of the one above is set in.</param>
/// <param name="Figure">The figure.</param>
/// <param name="InGlance">The same figure of a <see cref="Glance"/>, in kB; null where none tells it.</param>
public sealed record TotalsLine(string Label, Figure Figure, Func<Glance, long?> InGlance)
{
    /// <summary>The five lines of the report that this program descends from: RSS and what it is made of.</summary>
    public static ImmutableArray<TotalsLine> Main { get; } =
    [
        new("VMSIZE", Figure.VmSize, glance => glance.VmSize),
        new("RSS", Figure.Rss, glance => glance.Rss),
        new("  shared", Figure.Shared, glance => glance.Shared),
        new("  private clean", Figure.PrivateClean, glance => glance.PrivateClean),
        new("  private dirty", Figure.PrivateDirty, glance => glance.PrivateDirty),
    ];

    /// <summary>The figures beside them.</summary>
    public static ImmutableArray<TotalsLine> Further { get; } =
    [
        new("PSS", Figure.Pss, glance => glance.Pss),
        new("USS", Figure.Uss, glance => glance.Private),
        new("SWAP", Figure.Swap, glance => glance.Swap),
        new("HUGETLB", Figure.Hugetlb, glance => glance.Hugetlb),
        new("LOCKED", Figure.Locked, glance => glance.Locked),
        new("RESERVED", Figure.Reserved, _ => null),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<TotalsLine> All { get; } = [.. Main, .. Further];

    /// <summary>The figure at a look, in kB; null if not known.</summary>
    /// <param name="look">The look.</param>
    /// <param name="glance">What has been seen since; null for nothing.</param>
    public long? Now(Look? look, Glance? glance = null)
    {
        var (then, now) = (AtLook(look), glance is null ? null : InGlance(glance));
        // In smaps each mapping's share is cut to whole kB, in the rollup their sum is.
        var cut = Figure == Figure.Pss || Figure == Figure.Locked ? look?.Sample.Snapshot.Mappings.Length : 0;
        return now is null || (now >= then && now <= then + cut) ? then : now;
    }

    /// <summary>True if the figure is newer than the look, and another: the mappings do not add up to it.</summary>
    public bool IsNewer(Look? look, Glance? glance) => Now(look, glance) != AtLook(look);

    /// <summary>Its change since the baseline, in kB; null if not known.</summary>
    public long? Since(Look? look, Glance? glance = null) => Now(look, glance) - look?.Baseline.Totals[Figure];

    /// <summary>Its lasting change over the last minutes, in kB/min; null if there are too few samples.</summary>
    public long? PerMinute(Look? look) => look?.PerMinute(Figure);

    /// <summary>Whether it has grown (1), shrunk (-1) or not changed (0) since the last sample, or since the look if it is newer than that.</summary>
    public int Trend(Look? look, Glance? glance = null)
    {
        var was = IsNewer(look, glance) ? AtLook(look) : look?.Before is { } before ? Figure.Of(before) : null;
        return was is { } known && Now(look, glance) is { } now ? now.CompareTo(known) : 0;
    }

    /// <summary>The highest it has been since the watch began, in kB; null if not known.</summary>
    public long? Peak(Look? look, Glance? glance = null) =>
        look?.History.Peak?[Figure] is { } peak ? Math.Max(peak, Now(look, glance) ?? peak) : null;

    private long? AtLook(Look? look) => look?.Moment.Totals[Figure];
}
