using System.Collections.Immutable;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Grids;

/// <summary>The columns of the roll-up by library: sums over its mappings.</summary>
internal static class LibraryColumns
{
    public static readonly ImmutableArray<Column<Library>> All =
    [
        Column.Size<Library>("PRIVATE", "Private_Clean + Private_Dirty of its mappings: what only this process has (USS)", 99, l => l.Amounts.Private) with { IsSummed = true },
        Column.Size<Library>("SHARED", "Shared_Clean + Shared_Dirty of its mappings: resident pages that others map too", 97, l => l.Amounts.Shared) with { IsSummed = true },
        .. GrowthColumns.Libraries,
        Column.Size<Library>("PSS", "sum of the proportional shares of its mappings", 95, l => l.Amounts[SmapsField.Pss]) with { IsSummed = true },
        Column.Size<Library>("SWAP", "what of its mappings is in swap", 90, l => l.Amounts[SmapsField.Swap]) with { IsSummed = true },
        Column.Size<Library>("RSS", "resident memory of its mappings", 93, l => l.Amounts[SmapsField.Rss]),
        Column.Size<Library>("VMSIZE", "address space of its mappings", 60, l => l.Amounts[SmapsField.Size]),
        Column.Count<Library>("MAPS", "number of its mappings", 92, l => l.Mappings.Length),
        Column.Words<Library>("KIND", "what it is for: see the kinds of mappings", 8, 75, l => l.Kind.Name),
        Column.Rest<Library>("LIBRARY", "a file, a named region, or memory without a name put together by its kind", l => l.Key.Text) with
        { Bytes = l => l.Key.Name },
    ];
}
