using System.Collections.Immutable;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>Bytes that the history takes, on 64 bits. Names are not counted: the parser keeps them anyway, once each.</summary>
internal static class Footprint
{
    /// <summary>A moment without mappings, with its place in the list.</summary>
    public const int OfMoment = 16 + 24 + 8 + 8 + 8 + 8 * Totals.Room + OfNode;

    /// <summary>What a moment keeps of those it has absorbed.</summary>
    public const int OfSpread = 16 + 24 + 2 * 8 * Totals.Room;

    private const int OfNode = 48;
    private const int OfArray = 24;
    private const int OfBareMapping = 312;

    /// <summary>What an array of mappings adds to the one before: itself, and the mappings that only it has.</summary>
    public static int Of(ImmutableArray<Mapping> before, ImmutableArray<Mapping> now)
    {
        if (before == now)
            return 0;
        var bytes = OfArray + 8 * now.Length;
        Difference.Each(before, now, (mapping, isNew) => bytes += isNew ? Of(mapping) : 0);
        return bytes;
    }

    private static int Of(Mapping mapping)
    {
        var bytes = OfBareMapping + OfText(mapping.Flags);
        if (!mapping.Unknown.IsEmpty)
            bytes += OfArray;
        foreach (var (key, value) in mapping.Unknown)
            bytes += 16 + OfText(key) + OfText(value);
        return bytes;
    }

    /// <summary>A string.</summary>
    public static int OfText(string? text) => text is null ? 0 : (22 + 2 * text.Length + 7) / 8 * 8;
}
