using System.Collections.Concurrent;
using SmapsTop.Core.History;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.State;

/// <summary>A sample as it is shown: with what was seen one look earlier, and what has become of everything since the baseline.</summary>
public sealed class Look
{
    /// <summary>The story of rows that have not changed, while their rates are not known yet: they become 0 later.</summary>
    private static readonly object NoRates = new();

    private const int RatePoints = 60;

    private readonly ConcurrentDictionary<Figure, long?> _rates = new();
    private readonly Lazy<Growth> _growth;
    private readonly Lazy<Growth> _sharedGrowth;
    private readonly Lazy<Verdict?> _verdict;

    /// <summary>Puts a sample beside its history.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="before">The mappings one look earlier; null for the first.</param>
    /// <param name="number">How many samples that differed there were up to this one; null if it is looked back at.</param>
    /// <param name="history">The samples up to the newest.</param>
    /// <param name="moment">The sample in the history.</param>
    /// <param name="baseline">The moment that changes are counted from.</param>
    /// <param name="gone">What has gone in the last samples.</param>
    /// <param name="memory">What is kept of the look before; null for nothing.</param>
    public Look(Sample sample, Snapshot? before, int? number, Timeline history, Moment moment, Moment baseline, GoneRows gone, GrowthMemory? memory = null)
    {
        Memory = memory ?? new GrowthMemory();
        Sample = sample;
        Before = before;
        Number = number;
        History = history;
        Moment = moment;
        Baseline = baseline;
        Gone = gone;
        _growth = new Lazy<Growth>(() => new Growth(history, baseline, moment, Measure.Own, Memory));
        _sharedGrowth = new Lazy<Growth>(() => new Growth(history, baseline, moment, Measure.Shared, Memory));
        _verdict = new Lazy<Verdict?>(() => Verdict.Of(history, sample.Limits, moment));
    }

    /// <summary>The sample.</summary>
    public Sample Sample { get; }

    /// <summary>The mappings one look earlier: the difference is what the marks of change show; null for the first.</summary>
    public Snapshot? Before { get; }

    /// <summary>How many samples that differed there were up to this one; null if it is looked back at.</summary>
    public int? Number { get; }

    /// <summary>The samples up to the newest.</summary>
    public Timeline History { get; }

    /// <summary>The sample in the history.</summary>
    public Moment Moment { get; }

    /// <summary>The moment that changes are counted from.</summary>
    public Moment Baseline { get; }

    /// <summary>The mappings that went in the last samples.</summary>
    public GoneRows Gone { get; }

    /// <summary>What is kept for the next look.</summary>
    public GrowthMemory Memory { get; }

    /// <summary>True if there are newer samples: it is looked back at.</summary>
    public bool IsPast => !ReferenceEquals(Moment, History.Last);

    /// <summary>What every row has grown by since the baseline in private + swap + hugetlb. Worked out when first asked for.</summary>
    public Growth Growth => _growth.Value;

    /// <summary>What every row has grown by since the baseline in shared pages. Worked out when first asked for.</summary>
    public Growth SharedGrowth => _sharedGrowth.Value;

    /// <summary>What grows; null while there is nothing to say. Worked out when first asked for.</summary>
    public Verdict? Verdict => _verdict.Value;

    /// <summary>
    /// Stands for what has become of the rows: the same object from look to look as long as nothing has changed since the baseline,
    /// so that tables stay what they are.
    /// </summary>
    public object Story => Growth.HasChanges ? this : Growth.HasRates ? Baseline : NoRates;

    /// <summary>The change of a figure over the last minutes that lasts, in kB/min; null if there are too few samples.</summary>
    public long? PerMinute(Figure figure) => _rates.GetOrAdd(figure, key =>
        Slope.Of(History.Points(key, Moment.Time - Growth.Window, Moment, RatePoints).AsSpan()) is { } slope ? (long)Math.Round(slope.PerMinute) : null);

    /// <summary>Works out what the first screen of a process shows of the history, so that drawing need not.</summary>
    public void WorkOut()
    {
        Growth.WorkOut();
        SharedGrowth.WorkOut();
        _ = Verdict;
    }

    /// <summary>The same look with another baseline.</summary>
    public Look Since(Moment baseline) => new(Sample, Before, Number, History, Moment, baseline, Gone, Memory);

    /// <summary>A look back at a moment that has its mappings still.</summary>
    public Look BackAt(Moment moment)
    {
        var before = ReferenceEquals(moment, History.First) ? null : History.WithMappingsAt(moment.Time - TimeSpan.FromTicks(1))?.Restore();
        return new Look(moment.Restore()!, before?.Snapshot, null, History, moment, Baseline, GoneRows.Of(History, moment), Memory);
    }
}
