using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// The numbers of one mapping, or of a sum of mappings: a value for each <see cref="SmapsField"/> that the
/// kernel printed. What it did not print is absent, which is not zero. All memory is in kB of 1024 bytes.
/// </summary>
public struct Amounts : IEquatable<Amounts>
{
    /// <summary>How many fields there is room for; the declared ones must fit.</summary>
    private const int Room = 24;

    /// <summary>For each field all bits if it makes a sum, else none.</summary>
    private static readonly long[] SumsMask = [.. Enumerable.Range(0, Room).Select(i => i < SmapsField.All.Length && SmapsField.All[i].Sums ? -1L : 0)];

    /// <summary>A bit for each field that makes a sum.</summary>
    private static readonly uint SumsPresent = (uint)SmapsField.All.Sum(field => field.Sums ? 1L << field.Index : 0);

    private Values _values;
    private uint _present;

    /// <summary>The value of a field, or null if the kernel did not print it.</summary>
    public readonly long? this[SmapsField field] => (_present >> field.Index & 1) != 0 ? _values[field.Index] : null;

    /// <summary>Private_Clean + Private_Dirty in kB: what would be freed if the process ended (USS).</summary>
    public readonly long? Private => Add(this[SmapsField.PrivateClean], this[SmapsField.PrivateDirty]);

    /// <summary>Shared_Clean + Shared_Dirty in kB.</summary>
    public readonly long? Shared => Add(this[SmapsField.SharedClean], this[SmapsField.SharedDirty]);

    /// <summary>Shared_Hugetlb + Private_Hugetlb in kB: memory that is in no other field.</summary>
    public readonly long? Hugetlb => Add(this[SmapsField.SharedHugetlb], this[SmapsField.PrivateHugetlb]);

    /// <summary>How many fields are present.</summary>
    public readonly int Count => BitOperations.PopCount(_present);

    /// <summary>Sets a field, in kB or as a bare number as <see cref="SmapsField.IsKilobytes"/> says.</summary>
    public void Set(SmapsField field, long value) => Set(field.Index, value);

    /// <summary>Sets the field of an index.</summary>
    internal void Set(int index, long value)
    {
        _values[index] = value;
        _present |= 1u << index;
    }

    /// <summary>Adds another mapping's numbers to this sum. A field that only one of the two has keeps that one's value.</summary>
    public void Add(in Amounts other)
    {
        // What is absent is 0 and adds nothing.
        var own = MemoryMarshal.Cast<long, Vector<long>>((Span<long>)_values);
        var others = MemoryMarshal.Cast<long, Vector<long>>((ReadOnlySpan<long>)other._values);
        var sums = MemoryMarshal.Cast<long, Vector<long>>(SumsMask);
        for (var i = 0; i < own.Length; i++)
            own[i] += others[i] & sums[i];
        _present |= other._present & SumsPresent;
    }

    /// <inheritdoc/>
    public readonly bool Equals(Amounts other) =>
        _present == other._present && ((ReadOnlySpan<long>)_values).SequenceEqual(other._values);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Amounts other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(_present, this[SmapsField.Size], this[SmapsField.Rss]);

    /// <summary>Whether two sets of numbers are the same, absent fields too.</summary>
    public static bool operator ==(in Amounts left, in Amounts right) => left.Equals(right);

    /// <summary>Whether two sets of numbers differ.</summary>
    public static bool operator !=(in Amounts left, in Amounts right) => !left.Equals(right);

    private static long? Add(long? a, long? b) => a is null ? b : b is null ? a : a + b;

    [InlineArray(Room)]
    private struct Values
    {
        private long _first;
    }
}
