using System.Collections.Immutable;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// All mappings that belong together, as one row: those of a file, of <c>[heap]</c> or another named region, or one of the
/// kinds of memory that has no name of its own. The numbers are the sums of its mappings, in kB.
/// </summary>
/// <param name="Key">What the mappings have in common.</param>
/// <param name="Kind">Their kind.</param>
/// <param name="Mappings">They themselves, in address order.</param>
/// <param name="Amounts">Their sums, in kB.</param>
public sealed record Library(LibraryKey Key, MappingKind Kind, ImmutableArray<Mapping> Mappings, Amounts Amounts)
{
    /// <summary>Groups mappings, in the order in which each group's first mapping stands.</summary>
    public static ImmutableArray<Library> RollUp(ImmutableArray<Mapping> mappings)
    {
        var groups = new Dictionary<LibraryKey, ImmutableArray<Mapping>.Builder>();
        var order = new List<LibraryKey>();
        foreach (var mapping in mappings)
        {
            var key = LibraryKey.Of(mapping);
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = ImmutableArray.CreateBuilder<Mapping>());
                order.Add(key);
            }
            group.Add(mapping);
        }
        return [.. order.Select(key => Of(key, groups[key].DrainToImmutable()))];
    }

    private static Library Of(LibraryKey key, ImmutableArray<Mapping> mappings)
    {
        var sum = default(Amounts);
        foreach (var mapping in mappings)
            sum.Add(mapping.Numbers);
        var kind = mappings.FirstOrDefault(mapping => mapping.Kind != MappingKind.Reserved, mappings[0]).Kind;
        return new Library(key, kind, mappings, sum);
    }
}
