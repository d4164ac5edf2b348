using SmapsTop.Core.History;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Grids;

/// <summary>A mapping, a library or a kind that has changed since the baseline.</summary>
/// <param name="Key">Which it is.</param>
/// <param name="Name">What is mapped, or the library, or what the kind is for.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Start">Where it begins; null for several mappings.</param>
/// <param name="Growth">What has become of it.</param>
/// <param name="Fate">What became of it as a whole.</param>
/// <param name="Was">Private + swap + hugetlb at the baseline, in kB.</param>
/// <param name="Now">Private + swap + hugetlb in kB; null if it is there no more.</param>
/// <param name="Before">The same one look earlier; null if it was not there.</param>
/// <param name="Age">Tells how long it is there; null if it was there before the watch began.</param>
/// <param name="HasRates">False while there are too few samples for any rate.</param>
/// <param name="HasBraille">Whether its curve may be of braille.</param>
public sealed record GrowthRow(
    RowKey Key, string Name, string Kind, ulong? Start, RowGrowth Growth, Fate Fate,
    long? Was, long? Now, long? Before, Func<TimeSpan?> Age, bool HasRates, bool HasBraille)
{
    /// <summary>The name of the mapping or the library with its bytes; none for a kind.</summary>
    public MappingName Bytes { get; init; } = MappingName.None;

    /// <summary>Its rate in kB/min; null while there is none.</summary>
    public long? PerMinute => GrowthColumns.PerMinute(HasRates, Growth);

    /// <summary>Its fate in a word; empty if it is in both.</summary>
    public string FateWord => Fate switch
    {
        Fate.New => "new",
        Fate.Gone => "gone",
        Fate.Split => "split",
        Fate.Merged => "merged",
        _ => "",
    };
}
