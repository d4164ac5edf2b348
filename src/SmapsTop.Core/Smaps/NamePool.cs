using System.Diagnostics.CodeAnalysis;

namespace SmapsTop.Core.Smaps;

/// <summary>Keeps one <see cref="MappingName"/> for each name, so that a path becomes a string once and is shared by all polls.</summary>
internal sealed class NamePool
{
    /// <summary>A target that invents names at every poll must not fill our memory with them.</summary>
    private const int MostNames = 100_000;

    private readonly Dictionary<MappingName, MappingName> _names = new(new ByBytes());
    private readonly Dictionary<MappingName, MappingName>.AlternateLookup<ReadOnlySpan<byte>> _byBytes;

    public NamePool() => _byBytes = _names.GetAlternateLookup<ReadOnlySpan<byte>>();

    public MappingName Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return MappingName.None;
        if (_byBytes.TryGetValue(bytes, out var known))
            return known;
        if (_names.Count >= MostNames)
            _names.Clear();
        var name = new MappingName(bytes);
        _names.Add(name, name);
        return name;
    }

    private sealed class ByBytes : IEqualityComparer<MappingName>, IAlternateEqualityComparer<ReadOnlySpan<byte>, MappingName>
    {
        public bool Equals(MappingName? x, MappingName? y) => x is null ? y is null : x.Equals(y);

        public int GetHashCode([DisallowNull] MappingName obj) => obj.GetHashCode();

        public MappingName Create(ReadOnlySpan<byte> alternate) => new(alternate);

        public bool Equals(ReadOnlySpan<byte> alternate, MappingName other) => alternate.SequenceEqual(other.Bytes);

        public int GetHashCode(ReadOnlySpan<byte> alternate) => MappingName.Hash(alternate);
    }
}
