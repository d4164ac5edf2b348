using System.Collections.Immutable;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>
/// What every row of one moment has become since another: change, rate and age of mappings, libraries and kinds. Rows match by identity,
/// libraries by their key. Only what changed costs more than a comparison.
/// </summary>
public sealed class Growth
{
    /// <summary>The rate of a row is that of these last minutes.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Where more rows change than this, each rate is made of fewer points.</summary>
    private const int ManyRows = 2000;

    private const int FewPoints = 12;

    private readonly Timeline _timeline;
    private readonly Ledger _recent;
    private readonly Dictionary<long, RowGrowth> _mappings = [];
    private readonly Dictionary<LibraryKey, RowGrowth> _libraries = [];
    private readonly Dictionary<MappingKind, RowGrowth> _kinds = [];

    /// <summary>What became of the rows between two moments.</summary>
    /// <param name="timeline">The history, from which rates and ages come.</param>
    /// <param name="from">The baseline, with its mappings; it need not be in the timeline any more.</param>
    /// <param name="to">The moment that is looked at, with its mappings.</param>
    /// <param name="measure">What is measured; null for <see cref="Measure.Own"/>.</param>
    public Growth(Timeline timeline, Moment from, Moment to, Measure? measure = null)
    {
        _timeline = timeline;
        From = from;
        To = to;
        Measure = measure ?? Measure.Own;
        _recent = new Ledger(Chosen(timeline, to.Time - Window, to, RowGrowth.MostPoints), Measure);
        var all = new Ledger([from, to], Measure);
        Fill(_mappings, all.ByMapping, _recent.ByMapping, Fates(all));
        Fill(_libraries, all.ByLibrary, _recent.ByLibrary, []);
        Fill(_kinds, all.ByKind, _recent.ByKind, []);
        Gone = [.. GoneRows.Between(from, to).OrderBy(gone => gone.Mapping.Start)];
    }

    /// <summary>The baseline.</summary>
    public Moment From { get; }

    /// <summary>The moment that is looked at.</summary>
    public Moment To { get; }

    /// <summary>What is measured.</summary>
    public Measure Measure { get; }

    /// <summary>Mappings of the baseline that are there no more, in address order.</summary>
    public ImmutableArray<GoneMapping> Gone { get; }

    /// <summary>The identities of the mappings that changed since the baseline or in the last minutes; gone ones too.</summary>
    public IReadOnlyDictionary<long, RowGrowth> ByMapping => _mappings;

    /// <summary>The libraries that changed since the baseline or in the last minutes.</summary>
    public IReadOnlyDictionary<LibraryKey, RowGrowth> ByLibrary => _libraries;

    /// <summary>The kinds that changed since the baseline or in the last minutes.</summary>
    public IReadOnlyDictionary<MappingKind, RowGrowth> ByKind => _kinds;

    /// <summary>False while there are too few samples for any rate, also for that of what does not change.</summary>
    public bool HasRates => _timeline.First is { } first && To.Time - first.Time >= Slope.ShortestSpan;

    /// <summary>How a mapping has changed.</summary>
    public RowGrowth Of(Mapping mapping) => _mappings.GetValueOrDefault(mapping.Id, RowGrowth.None);

    /// <summary>How a library has changed.</summary>
    public RowGrowth Of(LibraryKey library) => _libraries.GetValueOrDefault(library, RowGrowth.None);

    /// <summary>How a kind has changed.</summary>
    public RowGrowth Of(MappingKind kind) => _kinds.GetValueOrDefault(kind, RowGrowth.None);

    /// <summary>How long a mapping is there; null if it was there before the watch began.</summary>
    public TimeSpan? AgeOf(Mapping mapping) => To.Time - _timeline.Since(mapping.Id);

    /// <summary>Moments with mappings from a time up to a moment, at most so many, evenly chosen; the moment is the last.</summary>
    internal static List<Moment> Chosen(Timeline timeline, DateTimeOffset from, Moment to, int most)
    {
        var all = timeline.Between(from, to.Time).Where(moment => moment.HasMappings && !ReferenceEquals(moment, to)).Append(to).ToList();
        if (all.Count <= most)
            return all;
        return [.. Enumerable.Range(0, most).Select(i => all[(int)((long)i * (all.Count - 1) / (most - 1))])];
    }

    private Dictionary<long, Fate> Fates(Ledger all)
    {
        var fates = new Dictionary<long, Fate>();
        Difference.Each(From.Mappings, To.Mappings, (mapping, isNew) =>
        {
            if (!isNew)
                fates[mapping.Id] = fates.ContainsKey(mapping.Id) ? Fate.Kept : To.Mappings.HasKin(mapping) ? Fate.Merged : Fate.Gone;
            else
                fates[mapping.Id] = fates.ContainsKey(mapping.Id) ? Fate.Kept : From.Mappings.HasKin(mapping) ? Fate.Split : Fate.New;
        });
        return fates;
    }

    private void Fill<TKey>(Dictionary<TKey, RowGrowth> rows, Dictionary<TKey, Series> all, Dictionary<TKey, Series> recent, Dictionary<TKey, Fate> fates)
        where TKey : notnull
    {
        var points = all.Count + recent.Count > ManyRows ? FewPoints : RowGrowth.MostPoints;
        foreach (var (key, series) in recent)
            rows[key] = new RowGrowth(all.GetValueOrDefault(key)?.Last ?? 0, fates.GetValueOrDefault(key), series.Last, series.Points(_recent.Minutes), points);
        foreach (var (key, series) in all)
            if (!recent.ContainsKey(key))
                rows[key] = new RowGrowth(series.Last, fates.GetValueOrDefault(key), 0, [], points);
    }
}
