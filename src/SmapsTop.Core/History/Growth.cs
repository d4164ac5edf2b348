using System.Collections.Immutable;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>
/// What every row of one moment has become since another: change, rate and age of mappings, libraries and kinds. Rows match by identity,
/// libraries by their key. A row is worked out when it is asked for; what all rows have in common is kept from look to look.
/// </summary>
public sealed class Growth
{
    /// <summary>The rate of a row is that of these last minutes.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Where more rows change than this, each rate is made of fewer points.</summary>
    private const int ManyRows = 2000;

    private const int FewPoints = 12;

    private readonly Timeline _timeline;
    private readonly Measure _measure;
    private readonly GrowthMemory _memory;
    private readonly Lazy<Ledger> _recent;
    private readonly Lazy<bool> _hasChanges;
    private readonly Lazy<ImmutableArray<GoneMapping>> _gone;
    private readonly Lazy<Dictionary<LibraryKey, RowGrowth>> _libraries;
    private readonly Lazy<Dictionary<MappingKind, RowGrowth>> _kinds;

    /// <summary>What became of the rows between two moments.</summary>
    /// <param name="timeline">The history, from which rates and ages come.</param>
    /// <param name="from">The baseline, with its mappings; it need not be in the timeline any more.</param>
    /// <param name="to">The moment that is looked at, with its mappings.</param>
    /// <param name="measure">What is measured; null for <see cref="Measure.Own"/>.</param>
    /// <param name="memory">What is kept from the look before; null for nothing.</param>
    public Growth(Timeline timeline, Moment from, Moment to, Measure? measure = null, GrowthMemory? memory = null)
    {
        _timeline = timeline;
        _measure = measure ?? Measure.Own;
        _memory = memory ?? new GrowthMemory();
        From = from;
        To = to;
        _recent = new Lazy<Ledger>(() => _memory.LedgerOf(Earlier(timeline, to), _measure));
        _hasChanges = new Lazy<bool>(() =>
            !AddressOrder.AreSame(from.Mappings.AsSpan(), to.Mappings.AsSpan()) || Recent.ByMapping.Count > 0 || (Recent.End is { } end && !AddressOrder.AreSame(end.Mappings.AsSpan(), to.Mappings.AsSpan())));
        _gone = new Lazy<ImmutableArray<GoneMapping>>(() => [.. GoneRows.Between(from, to).OrderBy(gone => gone.Mapping.Start)]);
        _libraries = new Lazy<Dictionary<LibraryKey, RowGrowth>>(() => RolledUp(LibraryKey.Of, Recent.ByLibrary));
        _kinds = new Lazy<Dictionary<MappingKind, RowGrowth>>(() => RolledUp(mapping => mapping.Kind, Recent.ByKind));
    }

    /// <summary>The baseline.</summary>
    public Moment From { get; }

    /// <summary>The moment that is looked at.</summary>
    public Moment To { get; }

    /// <summary>Mappings of the baseline that are there no more, in address order.</summary>
    public ImmutableArray<GoneMapping> Gone => _gone.Value;

    /// <summary>True if any mapping has changed since the baseline or in the last minutes, in whatever.</summary>
    public bool HasChanges => _hasChanges.Value;

    /// <summary>False while there are too few samples for any rate, also for that of what does not change.</summary>
    public bool HasRates => _timeline.First is { } first && To.Time - first.Time >= Slope.ShortestSpan;

    private Ledger Recent => _recent.Value;

    /// <summary>How a mapping has changed: one that is there, or one that has gone.</summary>
    public RowGrowth Of(Mapping mapping)
    {
        var (was, now) = (_memory.IndexOf(From).GetValueOrDefault(mapping.Id), To.Mappings.Find(mapping.Id, mapping.Start, mapping.End));
        var fate = now is null ? (was is null ? Fate.Kept : To.Mappings.HasKin(was) ? Fate.Merged : Fate.Gone)
            : was is not null ? Fate.Kept
            : From.Mappings.HasKin(now) ? Fate.Split
            : Fate.New;
        var change = Amount(now) - Amount(was);
        if (Recent.End is not { } end)
            return ReferenceEquals(was, now) ? RowGrowth.None : new RowGrowth(change, fate);
        var (series, then) = (Recent.ByMapping.GetValueOrDefault(mapping.Id), _memory.IndexOf(end).GetValueOrDefault(mapping.Id));
        if (series is null && ReferenceEquals(then, now))
            return ReferenceEquals(was, now) ? RowGrowth.None : new RowGrowth(change, fate);
        return Row(change, fate, series, Amount(now) - Amount(then), isNew: series is null && then is null && !end.Knows(mapping.Id));
    }

    /// <summary>The <see cref="RowGrowth.Change"/> of a mapping, in kB, without all else.</summary>
    public long ChangeOf(Mapping mapping) =>
        Amount(To.Mappings.Find(mapping.Id, mapping.Start, mapping.End)) - Amount(_memory.IndexOf(From).GetValueOrDefault(mapping.Id));

    /// <summary>How a library has changed.</summary>
    public RowGrowth Of(LibraryKey library) => _libraries.Value.GetValueOrDefault(library, RowGrowth.None);

    /// <summary>How a kind has changed.</summary>
    public RowGrowth Of(MappingKind kind) => _kinds.Value.GetValueOrDefault(kind, RowGrowth.None);

    /// <summary>How long a mapping is there; null if it was there before the watch began.</summary>
    public TimeSpan? AgeOf(Mapping mapping) => To.Time - _timeline.Since(mapping.Id);

    /// <summary>Works out what all rows have in common, so that whoever asks for a row need not wait for it.</summary>
    internal void WorkOut() => _ = (Recent, _memory.IndexOf(From));

    /// <summary>Moments with mappings from a time up to a moment, at most so many, evenly chosen; the moment is the last.</summary>
    internal static List<Moment> Chosen(Timeline timeline, DateTimeOffset from, Moment to, int most)
    {
        var all = timeline.Between(from, to.Time).Where(moment => moment.HasMappings && !ReferenceEquals(moment, to)).Append(to).ToList();
        if (all.Count <= most)
            return all;
        return [.. Enumerable.Range(0, most).Select(i => all[(int)((long)i * (all.Count - 1) / (most - 1))])];
    }

    /// <summary>
    /// The moments before one that its rates are made of. If they are many, the first of each stretch of time: these are the same ones at all
    /// looks of a stretch. While the history is young the stretches are shorter, so that there are always more than twenty.
    /// </summary>
    private static List<Moment> Earlier(Timeline timeline, Moment to)
    {
        List<Moment> From(DateTimeOffset time) => [.. timeline.Between(time, to.Time).Where(moment => moment.HasMappings && !ReferenceEquals(moment, to))];

        var all = From(to.Time - Window);
        if (all.Count < RowGrowth.MostPoints)
            return all;
        const int most = RowGrowth.MostPoints - 1;
        var (first, stretch) = (timeline.First!.Time, Window / most);
        while (to.Time - first <= stretch * 0.75 * most)
            stretch *= 0.75;
        var now = (to.Time - first).Ticks / stretch.Ticks;
        return [.. From(first + Math.Max(now - most + 1, 0) * stretch).GroupBy(moment => (moment.Time - first).Ticks / stretch.Ticks).Select(moments => moments.First())];
    }

    /// <summary>The rows that several mappings make up together, those that have changed.</summary>
    private Dictionary<TKey, RowGrowth> RolledUp<TKey>(Func<Mapping, TKey> keyOf, Dictionary<TKey, Series> recent)
        where TKey : notnull
    {
        var changes = Changes(From, keyOf);
        var steps = Recent.End is { } end ? Changes(end, keyOf) : [];
        var rows = new Dictionary<TKey, RowGrowth>();
        foreach (var key in changes.Keys.Union(steps.Keys).Union(recent.Keys))
        {
            var change = changes.GetValueOrDefault(key);
            rows[key] = recent.ContainsKey(key) || steps.ContainsKey(key)
                ? Row(change, Fate.Kept, recent.GetValueOrDefault(key), steps.GetValueOrDefault(key), isNew: false)
                : new RowGrowth(change, Fate.Kept);
        }
        return rows;
    }

    private Dictionary<TKey, long> Changes<TKey>(Moment since, Func<Mapping, TKey> keyOf)
        where TKey : notnull
    {
        var changes = new Dictionary<TKey, long>();
        Difference.Each(since.Mappings, To.Mappings, (mapping, isNew) =>
        {
            if (Amount(mapping) is not 0 and var amount)
                changes[keyOf(mapping)] = changes.GetValueOrDefault(keyOf(mapping)) + (isNew ? amount : -amount);
        });
        return changes;
    }

    private RowGrowth Row(long change, Fate fate, Series? series, long step, bool isNew)
    {
        var recent = (series?.Last ?? 0) + step;
        return new RowGrowth(change, fate, recent, () => Recent.Points(isNew ? null : series ?? Recent.Still, To.Time, recent), Recent.ByMapping.Count > ManyRows ? FewPoints : RowGrowth.MostPoints);
    }

    private long Amount(Mapping? mapping) => mapping is null ? 0 : _measure.Of(mapping);
}
