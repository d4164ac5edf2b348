using System.Collections.Immutable;
using System.Globalization;
using SmapsTop.Core.History;

namespace SmapsTop.Core.Grids;

/// <summary>The columns of the growth screen.</summary>
internal static class GrowthRowColumns
{
    private const int TrendCells = 10;

    public static readonly ImmutableArray<Column<GrowthRow>> All =
    [
        GrowthColumns.Rows[0],
        Column.Size<GrowthRow>("NOW", Measure.Own.Meaning + ", now; – if it is there no more", 91, row => row.Now),
        .. GrowthColumns.Rows[1..],
        Column.Size<GrowthRow>("WAS", Measure.Own.Meaning + ", at the baseline", 45, row => row.Was),
        Column.Words<GrowthRow>("TREND", "its course over the last five minutes, from its lowest to its highest", TrendCells, 93, TrendOf) with
        { Number = row => row.Growth.Recent, IsSearched = false, IsPicture = true, LeastSamples = 3 },
        Column.Words<GrowthRow>("FATE", "new or gone since the baseline; split off another mapping, or merged into one: that memory is neither new nor gone", 6, 92, row => row.FateWord),
        Column.Words<GrowthRow>("KIND", "what it is for: see the kinds of mappings", 8, 84, row => row.Kind),
        Column.Words<GrowthRow>("ADDRESS", "the first address of the mapping, hexadecimal", 12, 60, row => row.Start?.ToString("x12", CultureInfo.InvariantCulture) ?? "") with
        { Number = row => row.Start is { } start ? (long)(start ^ (1UL << 63)) : null },
        Column.Rest<GrowthRow>("WHAT", "the mapping, the library, or what the kind is for (v goes from one to the next)", row => row.Name) with
        { Bytes = row => row.Bytes },
    ];

    private static string TrendOf(GrowthRow row)
    {
        if (row.Growth.Points.IsEmpty)
            return "";
        double[] values = [.. row.Growth.Points.Select(point => (double)point.Value)];
        return row.HasBraille ? Trend.Braille(values, TrendCells) : Trend.Eighths(values, TrendCells);
    }
}
