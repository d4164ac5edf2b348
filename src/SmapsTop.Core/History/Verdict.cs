using System.Collections.Immutable;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>A mapping that grows.</summary>
/// <param name="Mapping">As it is now.</param>
/// <param name="PerMinute">Its growth, in kB/min.</param>
public sealed record GrowingRow(Mapping Mapping, double PerMinute);

/// <summary>
/// What grows, if anything does: the one thing to know about a process that eats memory. Growth is judged on
/// <see cref="Measure.Held"/>, by the rules of <see cref="Judge"/>; if that does not grow, on the number of mappings. Then the library with the
/// largest growth is named, or the mapping if one makes up most of it.
/// </summary>
/// <param name="Library">What grows.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="PerMinute">How fast: kB/min, or mappings a minute if <paramref name="IsCount"/>.</param>
/// <param name="Share">How much of all growth that is, from 0 to 1.</param>
/// <param name="Steadiness">How steady the growth of the process is, from 0 to 1.</param>
/// <param name="Rows">The mappings that grow, fastest first; empty if the growth is in new ones.</param>
/// <param name="Wall">The limit that is reached first; null if none is near.</param>
/// <param name="IsCount">True if it is the number of mappings that grows.</param>
public sealed record Verdict(
    LibraryKey Library, MappingKind Kind, double PerMinute, double Share, double Steadiness,
    ImmutableArray<GrowingRow> Rows, Wall? Wall, bool IsCount)
{
    /// <summary>A rise that is smaller is not worth a word, in kB.</summary>
    public const long LeastRise = 512;

    /// <summary>The same for the number of mappings.</summary>
    public const long LeastMappings = 20;

    private const int NearPoints = 3600;
    private const int FarPoints = 2000;
    private const int RowPoints = 60;

    /// <summary>The mapping that makes up most of the growth; null if several do.</summary>
    public Mapping? Mapping => !IsCount && Rows.Length > 0 && Rows[0].PerMinute >= 0.7 * PerMinute ? Rows[0].Mapping : null;

    /// <summary>What grows, or null while there is nothing to say.</summary>
    /// <param name="timeline">The history of the process.</param>
    /// <param name="limits">What it can run into.</param>
    /// <param name="at">The moment to judge at, with its mappings; null for the newest.</param>
    public static Verdict? Of(Timeline timeline, Limits limits, Moment? at = null)
    {
        var now = at ?? timeline.Last;
        if (now is null)
            return null;
        return Of(timeline, limits, now, Figure.Held, Measure.Held, LeastRise)
            ?? Of(timeline, limits, now, Figure.Mappings, Measure.One, LeastMappings);
    }

    private static Verdict? Of(Timeline timeline, Limits limits, Moment now, Figure figure, Measure measure, long leastRise)
    {
        if (Growing(timeline, now, figure, leastRise) is not var (slope, window))
            return null;
        var ledger = new Ledger(Growth.Chosen(timeline, now.Time - window, now, RowPoints), measure);
        var libraries = ledger.ByLibrary.Select(row => (row.Key, Rate: Rate(row.Value, ledger))).Where(row => row.Rate > 0).ToList();
        if (libraries.Count == 0)
            return null;
        var (library, rate) = libraries.MaxBy(row => row.Rate);
        var members = now.Mappings.Where(mapping => ledger.ByMapping.ContainsKey(mapping.Id) && LibraryKey.Of(mapping) == library).ToList();
        var rows = members.Select(mapping => new GrowingRow(mapping, Rate(ledger.ByMapping[mapping.Id], ledger)))
            .Where(row => row.PerMinute > rate / 20).OrderByDescending(row => row.PerMinute);
        var wall = Wall.Nearest(limits, now.Totals, other => other == figure ? slope.PerMinute
            : other == Figure.Mappings ? Growing(timeline, now, other, LeastMappings)?.Slope.PerMinute
            : Slope.Of(timeline.Points(other, now.Time - window, now, FarPoints).AsSpan())?.PerMinute);
        return new Verdict(
            library, members.FirstOrDefault()?.Kind ?? MappingKind.Anon, rate, rate / libraries.Sum(row => row.Rate), slope.Steadiness,
            [.. rows], wall, figure == Figure.Mappings);
    }

    private static double Rate(Series series, Ledger ledger) =>
        Slope.Of(series.Points(ledger.Minutes).AsSpan())?.PerMinute ?? 0;

    private static (Slope Slope, TimeSpan Window)? Growing(Timeline timeline, Moment now, Figure figure, long leastRise)
    {
        var age = now.Time - timeline.First!.Time;
        var near = timeline.Points(figure, now.Time - Judge.Memory, now, NearPoints);
        foreach (var window in Judge.Windows)
        {
            // A window that is longer than the history was tried before, as a shorter one.
            if (window > Judge.Windows[0] && age < window / 2)
                continue;
            var points = window <= Judge.Memory ? near : timeline.Points(figure, now.Time - window, now, FarPoints);
            if (Judge.Growing(points.AsSpan(), window, leastRise) is { } slope)
                return (slope, window);
        }
        return null;
    }
}
