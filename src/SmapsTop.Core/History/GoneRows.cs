using System.Collections.Immutable;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>The mappings that went in the last samples: a value that never changes, the same object as long as they are the same.</summary>
public sealed class GoneRows
{
    /// <summary>A gone row is listed for so many samples.</summary>
    public const int Samples = 10;

    /// <summary>Nothing has gone.</summary>
    public static readonly GoneRows None = new([]);

    private readonly Lazy<ImmutableArray<Library>> _libraries;

    private GoneRows(ImmutableArray<GoneMapping> mappings)
    {
        Mappings = mappings;
        _libraries = new Lazy<ImmutableArray<Library>>(() => Library.RollUp([.. mappings.Select(gone => gone.Mapping).OrderBy(mapping => mapping.Start)]));
    }

    /// <summary>The mappings, as they were last seen; the latest first.</summary>
    public ImmutableArray<GoneMapping> Mappings { get; }

    /// <summary>The same rolled up by file and kind.</summary>
    public ImmutableArray<Library> Libraries => _libraries.Value;

    /// <summary>What has gone in the last samples up to a moment.</summary>
    public static GoneRows Of(Timeline timeline, Moment at)
    {
        var index = timeline.IndexAfter(at.Time) - 1;
        var gone = new List<GoneMapping>();
        var now = at;
        for (var (i, seen) = (index - 1, 0); i >= 0 && seen < Samples; i--, seen++)
            if (timeline.Moments[i] is { HasMappings: true } before)
            {
                gone.AddRange(Lost(before, now));
                now = before;
            }
        return gone.Count == 0 ? None : new GoneRows([.. gone]);
    }

    /// <summary>What has gone in the last samples of a history that has become one sample longer.</summary>
    public GoneRows Next(Timeline timeline)
    {
        var (now, count) = (timeline.Last!, timeline.Moments.Count);
        var kept = Mappings.RemoveAll(gone => count - timeline.IndexAfter(gone.Since) >= Samples);
        var lost = count > 1 && timeline.Moments[^2] is { HasMappings: true } before ? Lost(before, now).ToList() : [];
        return lost.Count == 0 && kept.Length == Mappings.Length ? this
            : lost.Count == 0 && kept.IsEmpty ? None
            : new GoneRows([.. lost, .. kept]);
    }

    /// <summary>The mappings of one moment that are not in a later one: gone, or taken in by another.</summary>
    internal static IEnumerable<GoneMapping> Between(Moment before, Moment now)
    {
        var lost = new Dictionary<long, Mapping>();
        // The old mapping in a place comes before the new one; after a split or a move the new one may come first.
        var still = new HashSet<long>();
        Difference.Each(before.Mappings, now.Mappings, (mapping, isNew) =>
        {
            if (isNew)
                still.Add(mapping.Id);
            else
                lost[mapping.Id] = mapping;
        });
        return lost.Values.Where(mapping => !still.Contains(mapping.Id))
            .Select(mapping => new GoneMapping(mapping, now.Time, now.Mappings.HasKin(mapping) ? Fate.Merged : Fate.Gone));
    }

    /// <summary>Memory that was taken in by another mapping is not gone.</summary>
    private static IEnumerable<GoneMapping> Lost(Moment before, Moment now) => Between(before, now).Where(gone => gone.Fate == Fate.Gone);
}
