using System.Diagnostics.CodeAnalysis;

namespace SmapsTop.Core.Smaps;

/// <summary>Keeps one <see cref="MappingName"/> for each name, so that a path becomes a string once and is shared by all polls.</summary>
internal sealed class NamePool
{
    /// <summary>A target that invents names at every poll must not fill our memory with them.</summary>
    private const int MostNames = 100_000;

    private readonly Dictionary<MappingName, MappingName> _names = new(new ByBytes());
    private readonly Dictionary<MappingName, MappingName>.AlternateLookup<ReadOnlySpan<byte>> _byBytes;
    private MappingName _last = MappingName.None;
    private MappingName _lastButOne = MappingName.None;

    public NamePool() => _byBytes = _names.GetAlternateLookup<ReadOnlySpan<byte>>();

    public MappingName Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return MappingName.None;
        // The mappings of a file are neighbours, and others alternate between two: most names need no search.
        if (_last.Bytes.SequenceEqual(bytes))
            return _last;
        if (_lastButOne.Bytes.SequenceEqual(bytes))
        {
            (_last, _lastButOne) = (_lastButOne, _last);
            return _last;
        }
        if (!_byBytes.TryGetValue(bytes, out var name))
        {
            if (_names.Count >= MostNames)
                _names.Clear();
            name = new MappingName(bytes);
            _names.Add(name, name);
        }
        _lastButOne = _last;
        return _last = name;
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
