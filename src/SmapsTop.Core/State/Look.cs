using SmapsTop.Core.History;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.State;

/// <summary>A sample as it is shown: with what was seen one look earlier, and what has become of everything since the baseline.</summary>
public sealed class Look
{
    /// <summary>The story of rows that have not changed, while their rates are not known yet: they become 0 later.</summary>
    private static readonly object NoRates = new();

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
    public Look(Sample sample, Snapshot? before, int? number, Timeline history, Moment moment, Moment baseline, GoneRows gone)
    {
        Sample = sample;
        Before = before;
        Number = number;
        History = history;
        Moment = moment;
        Baseline = baseline;
        Gone = gone;
        _growth = new Lazy<Growth>(() => new Growth(history, baseline, moment));
        _sharedGrowth = new Lazy<Growth>(() => new Growth(history, baseline, moment, Measure.Shared));
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
    public object Story => Growth.ByMapping.Count > 0 ? this : Growth.HasRates ? Baseline : NoRates;

    /// <summary>The same look with another baseline.</summary>
    public Look Since(Moment baseline) => new(Sample, Before, Number, History, Moment, baseline, Gone);

    /// <summary>A look back at a moment that has its mappings still.</summary>
    public static Look Back(Timeline history, Moment moment, Moment baseline)
    {
        var before = ReferenceEquals(moment, history.First) ? null : history.WithMappingsAt(moment.Time - TimeSpan.FromTicks(1))?.Restore();
        return new Look(moment.Restore()!, before?.Snapshot, null, history, moment, baseline, GoneRows.Of(history, moment));
    }
}
