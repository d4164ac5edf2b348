using SmapsTop.Core.Proc;

namespace SmapsTop.Core.State;

/// <summary>
/// Holds looking to a share of the time, for it is not free to the process: while the kernel writes its mappings down, the process
/// waits if it maps memory.
/// </summary>
/// <param name="Wanted">Time from the end of a look to the beginning of the next, as it was asked for.</param>
/// <param name="Most">The share of the time that may be spent looking, above 0; from 1 on there is no bound.</param>
/// <param name="Cost">What the last look cost; 0 before the first.</param>
/// <param name="RollupCost">What the last glance into smaps_rollup cost; null before the first.</param>
public readonly record struct Duty(TimeSpan Wanted, double Most, TimeSpan Cost, TimeSpan? RollupCost)
{
    /// <summary>The share that is usual.</summary>
    public const double Usual = 0.05;

    /// <summary>How often the totals are followed while looks are further apart.</summary>
    public static readonly TimeSpan BetweenGlances = TimeSpan.FromSeconds(1);

    /// <summary>A glance may take no more than this part of <see cref="Most"/>: the rest is for the looks.</summary>
    private const double PartOfGlances = 0.2;

    /// <summary>Time from the end of a look to the beginning of the next: what was asked for, or what the last look's cost and that of the glances until then allow.</summary>
    public TimeSpan Interval => Most >= 1 || Cost <= Wanted * Most ? Wanted : Longer(Wanted, Rounded(Cost / (Most - GlanceShare)));

    /// <summary>True if looks are further apart than was asked for.</summary>
    public bool IsStretched => Interval > Wanted;

    /// <summary>True if looks are so far apart that the totals are followed in between.</summary>
    public bool HasGlances => IsStretched && Interval > BetweenGlances;

    /// <summary>Where the glances look: where they tell most, unless that has proved too dear.</summary>
    public GlanceSource Source => RollupCost is { } cost && cost > BetweenGlances * Most * PartOfGlances ? GlanceSource.Status : GlanceSource.Rollup;

    /// <summary>The share of the time that a look of some cost takes, from 0 to 1.</summary>
    public double ShareOf(TimeSpan cost) => cost + Interval > TimeSpan.Zero ? cost / (cost + Interval) : 0;

    private double GlanceShare => RollupCost is { } cost && Source == GlanceSource.Rollup ? cost / BetweenGlances : 0;

    /// <summary>To a tenth of a second, from ten seconds on to a second, never shorter: two looks hardly ever cost the very same.</summary>
    private static TimeSpan Rounded(TimeSpan time)
    {
        var step = time < TimeSpan.FromSeconds(10) ? TimeSpan.FromSeconds(0.1) : TimeSpan.FromSeconds(1);
        return step * Math.Ceiling(time / step);
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
