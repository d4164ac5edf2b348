using System.Collections.Immutable;

namespace SmapsTop.Core.History;

/// <summary>
/// How a timeline is thinned. What is older may lie further apart: a moment is kept if its distance from the one kept before it is at
/// least a share of its age. The share grows, step by step, until three quarters of the budget suffice. First moments lose
/// their mappings, which take most of the room; their totals stay. Only if the totals alone fill a quarter of the budget are moments
/// absorbed by those after them. The first moment and the last minutes are spared; the minutes become fewer only if
/// one sample is so large that the budget holds no more.
/// </summary>
/// <param name="Mappings">The share of its age that a moment with mappings is apart from the one before.</param>
/// <param name="Totals">The same for moments without.</param>
internal sealed record Thinning(double Mappings, double Totals)
{
    /// <summary>Samples younger than this are kept whole, while the budget allows.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);

    /// <summary>Nothing is thinned yet.</summary>
    public static readonly Thinning None = new(1.0 / 4096, 1.0 / 65536);

    /// <summary>Thins moments until they are well within a budget in bytes.</summary>
    public (ImmutableList<Moment> Moments, Thinning Next) Apply(ImmutableList<Moment> moments, long budget)
    {
        var next = this;
        var bare = moments.Sum(moment => moment.HasMappings ? 0L : moment.Bytes);
        while (bare > budget / 4 && next.Totals <= 1)
        {
            moments = Merge(moments, next.Totals);
            bare = moments.Sum(moment => moment.HasMappings ? 0L : moment.Bytes);
            // The next time the share of this time is tried first.
            if (bare > budget / 16 * 3)
                next = next with { Totals = next.Totals * 2 };
        }
        for (var recent = Recent; ; next = next with { Mappings = next.Mappings * 2 })
        {
            var fewer = Drop(moments, next.Mappings, recent);
            if (fewer.Sum(moment => (long)moment.Bytes) <= budget / 4 * 3 || recent < TimeSpan.FromMilliseconds(1))
                return (fewer, next with { Mappings = Math.Min(next.Mappings, 1) });
            if (next.Mappings > 1)
                recent /= 2;
        }
    }

    private static ImmutableList<Moment> Drop(ImmutableList<Moment> moments, double share, TimeSpan recent)
    {
        var now = moments[^1].Time;
        var result = new List<Moment>(moments.Count);
        var kept = moments[0];
        var isBehindKept = true;
        foreach (var moment in moments)
        {
            var age = now - moment.Time;
            if (!moment.HasMappings)
            {
                result.Add(moment);
            }
            else if (result.Count == 0 || moment.Time == now || age <= recent || moment.Time - kept.Time >= age * share)
            {
                var next = isBehindKept ? moment : moment.Behind(kept);
                result.Add(next);
                kept = next;
                isBehindKept = true;
            }
            else
            {
                result.Add(moment.Bare());
                isBehindKept = false;
            }
        }
        return [.. result];
    }

    /// <summary>Moments without mappings that lie too close are absorbed by the next.</summary>
    private static ImmutableList<Moment> Merge(ImmutableList<Moment> moments, double share)
    {
        var now = moments[^1].Time;
        var result = new List<Moment>(moments.Count);
        foreach (var moment in moments)
        {
            // The neighbour goes only if the distance that opens is small enough for its age.
            if (result.Count > 1 && !result[^1].HasMappings && moment.Time - result[^2].Time < (now - moment.Time) * share)
            {
                var earlier = result[^1];
                result[^1] = moment.Absorb(earlier);
            }
            else
            {
                result.Add(moment);
            }
        }
        return [.. result];
    }
}
