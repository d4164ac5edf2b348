using SmapsTop.Core.Proc;

namespace SmapsTop.Core.State;

/// <content>How often is looked, and what is seen in between.</content>
public sealed partial record AppState
{
    /// <summary>The share of the time that may be spent looking at a process, above 0; from 1 on there is no bound.</summary>
    public double MostDuty { get; init; } = Duty.Usual;

    /// <summary>How often the process is looked at. What was saved is read as fast as it goes.</summary>
    public Duty Duty => new(Interval, IsSaved ? 1 : MostDuty, Watch?.Cost ?? TimeSpan.Zero, Watch?.RollupCost);

    /// <summary>The glances that are wanted: at which process, and where. Null while none are.</summary>
    public (ProcessIdentity Process, GlanceSource Source)? Glances =>
        Watch is { GoesOn: true, Latest: not null } watch && !IsFrozen && Place is not Place.Processes && Duty is { HasGlances: true } duty
            ? (watch.Process.Identity, duty.Source)
            : null;

    /// <summary>Takes in a glance at a process; one that is watched no more is passed over.</summary>
    /// <param name="process">The process.</param>
    /// <param name="glance">What it gave; null for nothing.</param>
    /// <param name="source">Where it looked.</param>
    /// <param name="cost">How long it took.</param>
    public AppState Receive(ProcessIdentity process, Glance? glance, GlanceSource source, TimeSpan cost)
    {
        if (Watch is null || Watch.Process.Identity != process || IsFrozen)
            return this;
        var rollup = source == GlanceSource.Rollup ? cost : Watch.RollupCost;
        return glance == Watch.Glance && rollup == Watch.RollupCost ? this : this with { Watch = Watch with { Glance = glance, RollupCost = rollup } };
    }
}
