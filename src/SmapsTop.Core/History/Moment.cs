using System.Collections.Immutable;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>
/// A sample as the history keeps it: its totals, and its mappings as long as there is room for them. A moment may stand for
/// earlier ones that were thinned out; it then knows between what values they were.
/// </summary>
public sealed class Moment
{
    private readonly Totals _totals;
    private readonly Spread? _absorbed;
    private readonly long _nextId;
    private readonly Facts? _facts;

    private Moment(DateTimeOffset time, in Totals totals, ImmutableArray<Mapping> mappings, Facts? facts, long nextId, Spread? absorbed, int bytes)
    {
        Time = time;
        _totals = totals;
        Mappings = mappings;
        _facts = facts;
        _nextId = nextId;
        _absorbed = absorbed;
        Bytes = bytes;
    }

    /// <summary>When the sample was taken.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>When the first of the samples was taken that this moment stands for: <see cref="Time"/> unless it has absorbed others.</summary>
    public DateTimeOffset From => _absorbed?.From ?? Time;

    /// <summary>The mappings in address order; default once they were dropped to make room.</summary>
    public ImmutableArray<Mapping> Mappings { get; }

    /// <summary>False once the mappings were dropped; the totals stay.</summary>
    public bool HasMappings => !Mappings.IsDefault;

    /// <summary>The totals of the sample, in kB.</summary>
    public Totals Totals => _totals;

    /// <summary>The lowest totals of all samples this moment stands for, in kB.</summary>
    public Totals Low => _absorbed?.Low ?? _totals;

    /// <summary>The highest totals of all samples this moment stands for, in kB.</summary>
    public Totals High => _absorbed?.High ?? _totals;

    /// <summary>Bytes of memory that this moment takes beyond what it shares with the one before it that has mappings.</summary>
    public int Bytes { get; }

    /// <summary>The sample as it was taken, made anew at each call; null once its mappings were dropped.</summary>
    public Sample? Restore() => _facts?.With(new Snapshot(Mappings, _nextId));

    /// <summary>True if the mapping with this identity had been seen at this moment or before.</summary>
    internal bool Knows(long id) => id < _nextId;

    /// <summary>A sample after the moment before it, which has its mappings.</summary>
    internal static Moment Of(Sample sample, DateTimeOffset time, Moment? before)
    {
        var snapshot = sample.Snapshot;
        var earlier = before?.Mappings ?? [];
        var totals = default(Totals);
        foreach (var figure in Figure.All)
            totals.Set(figure, figure.Measure is null ? figure.Of(snapshot) : before is null ? 0 : before.Totals[figure]);
        // Only what has changed is added up again: a process may have 60,000 mappings.
        Difference.Each(earlier, snapshot.Mappings, (mapping, isNew) =>
        {
            foreach (var figure in Figure.Summed)
                totals.Set(figure, totals[figure] + (isNew ? 1 : -1) * figure.Measure!.Of(mapping));
        });
        var facts = Facts.Of(sample, before?._facts);
        return new Moment(time, totals, snapshot.Mappings, facts, snapshot.NextId, null, Footprint.OfMoment + facts.Bytes + Footprint.Of(earlier, snapshot.Mappings));
    }

    /// <summary>This moment behind another predecessor, with the bytes that it then takes.</summary>
    internal Moment Behind(Moment before) => With(Mappings, _absorbed, (_facts?.Bytes ?? 0) + Footprint.Of(before.Mappings, Mappings));

    /// <summary>This moment without its mappings.</summary>
    internal Moment Bare() => With(default, _absorbed, 0);

    /// <summary>This moment standing for an earlier one too, which need not have mappings any more.</summary>
    internal Moment Absorb(Moment earlier)
    {
        var spread = new Spread(earlier.From, Totals.Lowest(earlier.Low, Low), Totals.Highest(earlier.High, High));
        return With(Mappings, spread, Bytes - Footprint.OfMoment - (_absorbed is null ? 0 : Footprint.OfSpread));
    }

    private Moment With(ImmutableArray<Mapping> mappings, Spread? absorbed, int bytesOfMappings) => new(
        Time, _totals, mappings, mappings.IsDefault ? null : _facts, _nextId, absorbed,
        Footprint.OfMoment + (absorbed is null ? 0 : Footprint.OfSpread) + bytesOfMappings);

    /// <summary>What is kept of absorbed moments.</summary>
    private sealed record Spread(DateTimeOffset From, Totals Low, Totals High);
}
