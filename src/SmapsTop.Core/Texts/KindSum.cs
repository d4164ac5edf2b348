using System.Collections.Immutable;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Texts;

/// <summary>What a process has of one kind of mapping.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Private">Private resident memory in kB; hugetlb pages count too.</param>
/// <param name="Shared">Shared resident memory in kB; hugetlb pages count too.</param>
/// <param name="Swap">Swapped memory in kB.</param>
public sealed record KindSum(MappingKind Kind, long Private, long Shared, long Swap)
{
    /// <summary>All of it, in kB.</summary>
    public long Sum => Private + Shared + Swap;

    /// <summary>The kinds that have memory, largest first.</summary>
    public static ImmutableArray<KindSum> Of(Snapshot snapshot)
    {
        var sums = new Dictionary<MappingKind, KindSum>();
        foreach (var mapping in snapshot.Mappings)
        {
            var sum = sums.GetValueOrDefault(mapping.Kind) ?? new KindSum(mapping.Kind, 0, 0, 0);
            sums[mapping.Kind] = sum with
            {
                Private = sum.Private + (mapping.Amounts.Private ?? 0) + (mapping.Amounts[SmapsField.PrivateHugetlb] ?? 0),
                Shared = sum.Shared + (mapping.Amounts.Shared ?? 0) + (mapping.Amounts[SmapsField.SharedHugetlb] ?? 0),
                Swap = sum.Swap + (mapping.Amounts[SmapsField.Swap] ?? 0),
            };
        }
        return [.. sums.Values.Where(sum => sum.Sum > 0).OrderByDescending(sum => sum.Sum)];
    }
}
