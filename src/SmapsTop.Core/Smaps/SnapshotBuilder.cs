using System.Runtime.InteropServices;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// Puts the mappings of a text together, and finds for each what it was in the reading before. Both lists are in one order,
/// and no range is in a list twice: by the beginning; of those that begin together, which only a forged text has, the longest is first.
/// </summary>
internal sealed class SnapshotBuilder
{
    private readonly List<Mapping> _mappings = [];
    private List<TextMark> _marks = [];
    private List<TextMark> _marksBefore = [];
    private Snapshot? _marked;
    private Snapshot _before = Snapshot.Empty;
    private int _cursor;
    private long _nextId;

    /// <summary>How many mappings there are by now.</summary>
    public int Count => _mappings.Count;

    /// <summary>True if something in the text is no mapping any more, and is not in the snapshot.</summary>
    public bool HasDropped { get; private set; }

    /// <summary>Starts a snapshot.</summary>
    /// <param name="before">The reading before it of the same process, or null for the first.</param>
    public void Begin(Snapshot? before)
    {
        _before = before ?? Snapshot.Empty;
        _mappings.Clear();
        _mappings.EnsureCapacity(_before.Mappings.Length);
        (_marks, _marksBefore) = (_marksBefore, _marks);
        _marks.Clear();
        if (_marked is null || !ReferenceEquals(_marked, before))
            _marksBefore.Clear();
        _marked = null;
        (HasDropped, _nextId, _cursor) = (false, _before.NextId, 0);
    }

    /// <summary>
    /// Makes room for a mapping. The kernel promises that addresses never go backwards; they do: while it prints, what it has
    /// printed may be joined with what follows, and then it prints the whole of it, from its beginning, behind the parts. The
    /// parts are no more and are dropped.
    /// </summary>
    /// <returns>False if it begins before what there is all the same.</returns>
    public bool Follows(in SmapsHeader header)
    {
        while (_mappings.Count > 0 && header.Start <= _mappings[^1].Start && header.End > _mappings[^1].End)
            Drop();
        while (_cursor > 0 && Order(_before.Mappings[_cursor - 1], header) >= 0)
            _cursor--;
        while (_cursor < _before.Mappings.Length && Order(_before.Mappings[_cursor], header) < 0)
            _cursor++;
        return _mappings.Count == 0 || header.Start >= _mappings[^1].Start;
    }

    /// <summary>Adds what a record says, after <see cref="Follows"/>; of a range that stands there twice, as [vdso] in Linux 2.6, the first.</summary>
    public void Add(SmapsRecord record, TextMark mark)
    {
        var old = IsAt(record) ? _before.Mappings[_cursor++] : null;
        if (_mappings.Count > 0 && Order(_mappings[^1], record.Header) == 0)
            return;
        var known = old is not null && record.Continues(old) ? old : null;
        _mappings.Add(known is not null && record.Says(known) ? known : record.ToMapping(known?.Id ?? (_before.Mappings.IsEmpty ? _nextId++ : 0)));
        _marks.Add(mark);
    }

    /// <summary>The mark of the mapping that comes next if nothing changed; that of no text if it has none.</summary>
    /// <param name="open">The record that is yet to be added, or null.</param>
    public TextMark NextMark(SmapsRecord? open)
    {
        var next = open is not null && IsAt(open) ? _cursor + 1 : _cursor;
        return next < _marksBefore.Count ? _marksBefore[next] : default;
    }

    /// <summary>Adds the mapping whose mark that is, as it was.</summary>
    public void AddNext()
    {
        _mappings.Add(_before.Mappings[_cursor]);
        _marks.Add(_marksBefore[_cursor++]);
    }

    /// <summary>Adds mappings as they were.</summary>
    /// <param name="first">The first of them in the reading before.</param>
    /// <param name="count">How many.</param>
    /// <returns>False if there are no such mappings, or not here.</returns>
    public bool TryRepeat(int first, int count)
    {
        var before = _before.Mappings.AsSpan();
        if (first < 0 || count < 0 || first > before.Length - count)
            return false;
        if (count == 0)
            return true;
        if (first < _cursor || (_mappings.Count > 0 && before[first].Start < _mappings[^1].Start))
            return false;
        _mappings.AddRange(before.Slice(first, count));
        CollectionsMarshal.SetCount(_marks, _mappings.Count);
        CollectionsMarshal.AsSpan(_marks)[^count..].Clear();
        _cursor = first + count;
        return true;
    }

    /// <summary>The snapshot, which is the one before if nothing changed.</summary>
    public Snapshot Build()
    {
        var mappings = CollectionsMarshal.AsSpan(_mappings);
        if (AddressOrder.AreSame(_before.Mappings.AsSpan(), mappings))
            return _marked = _before;
        MappingKind.TellLibraries(mappings);
        var nextId = Kinship.Assign(_before.Mappings.AsSpan(), mappings, _nextId);
        return _marked = new Snapshot([.. mappings], nextId);
    }

    /// <summary>True if the mapping that comes next is of the very range of a record.</summary>
    private bool IsAt(SmapsRecord record) => _cursor < _before.Mappings.Length && Order(_before.Mappings[_cursor], record.Header) == 0;

    private void Drop()
    {
        HasDropped = true;
        _mappings.RemoveAt(_mappings.Count - 1);
        _marks.RemoveAt(_marks.Count - 1);
        // In a first reading each has got the next identity at once.
        if (_before.Mappings.IsEmpty)
            _nextId--;
    }

    /// <summary>Below 0 if a mapping stands before one with this header, 0 if it is of the same range.</summary>
    private static int Order(Mapping mapping, in SmapsHeader header) =>
        mapping.Start != header.Start ? mapping.Start.CompareTo(header.Start) : header.End.CompareTo(mapping.End);
}
