using System.Diagnostics.CodeAnalysis;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// Turns the bytes of smaps into a <see cref="Snapshot"/>, for every kernel from 2.6.16 on: fields may be missing, unknown or in
/// another order. Bytes are fed as they are read, in pieces of any size. One parser serves one process, poll after poll: it
/// keeps the names, and gives a record that says what it said last time the same <see cref="Mapping"/>.
/// Not for use by two threads at once.
/// </summary>
public sealed class SmapsParser
{
    /// <summary>Thirty times what the kernel lets a process have by itself; a forged text must not fill our memory.</summary>
    private const int MostMappings = 1 << 21;

    private readonly NamePool _names = new();
    private readonly SnapshotBuilder _builder = new();
    private readonly SmapsRecord _scratch = new();
    private readonly CutLine _cut = new();
    private int _line;
    private int _headerLine;
    private uint _lastFields;
    private int _begun;
    private TextMark _mark;
    private SmapsRecord? _record;
    private SmapsError? _error;

    /// <summary>Parses a text that is there as a whole.</summary>
    /// <returns>True with a snapshot, false with an error.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out Snapshot? snapshot, [NotNullWhen(false)] out SmapsError? error)
    {
        var parser = new SmapsParser();
        parser.Begin(null);
        parser.Feed(text);
        return parser.TryEnd(out snapshot, out error);
    }

    /// <summary>Starts a reading.</summary>
    /// <param name="before">The reading before it of the same process, or null for the first.</param>
    public void Begin(Snapshot? before)
    {
        _builder.Begin(before);
        _scratch.BeginText();
        _cut.Clear();
        (_line, _lastFields) = (0, 0);
        (_record, _error) = (null, null);
    }

    /// <summary>Takes the next bytes; after an error they are ignored.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        var piece = bytes;
        _begun = -1;
        while (_error is null && !bytes.IsEmpty)
        {
            if (_cut.IsEmpty && Recognize(piece, piece.Length - bytes.Length) is > 0 and var known)
            {
                bytes = bytes[known..];
                continue;
            }
            var end = bytes.IndexOf((byte)'\n');
            if (!_cut.HasRoomFor(end < 0 ? bytes.Length : end))
            {
                _error = new SmapsError(_line + 1, "the line is longer than any line of smaps");
                return;
            }
            if (end < 0)
            {
                _cut.Keep(bytes);
                return;
            }
            if (_cut.IsEmpty)
                Take(bytes[..end], piece, piece.Length - bytes.Length);
            else
                Take(_cut.End(bytes[..end]), piece, -1);
            bytes = bytes[(end + 1)..];
            if (_error is null && _record is { LastField: 0 } && !bytes.IsEmpty)
            {
                bytes = bytes[_record.ReadNumbers(bytes, out var lines)..];
                _line += lines;
            }
        }
    }

    /// <summary>True once the text is known to be no smaps: what follows need not be read.</summary>
    public bool HasFailed => _error is not null;

    /// <summary>True if something in the text is no mapping any more, and is not in the snapshot.</summary>
    public bool HasDropped => _builder.HasDropped;

    /// <summary>Takes mappings of the reading before over as they were, in place of feeding their text again. To be called between two records.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    public void Repeat(int first, int count)
    {
        Close();
        _record = null;
        // A text with gaps says nothing about which field ends a record.
        _lastFields = uint.MaxValue;
        if (_error is null && (!_cut.IsEmpty || !_builder.TryRepeat(first, count)))
            _error = new SmapsError(_line, "there are no such mappings to repeat here");
    }

    /// <summary>Ends the reading.</summary>
    /// <returns>True with a snapshot, which is the one before if nothing changed; false with an error.</returns>
    public bool TryEnd([NotNullWhen(true)] out Snapshot? snapshot, [NotNullWhen(false)] out SmapsError? error)
    {
        if (_error is null && !_cut.IsEmpty)
            _error = new SmapsError(_line + 1, "the last line is cut off");
        if (_error is null && _record is not null && (_lastFields & _record.LastField) == 0 && _builder.Count > 0)
            _error = new SmapsError(_line, "the last record is cut off");
        Close();
        snapshot = (error = _error) is null ? _builder.Build() : null;
        return snapshot is not null;
    }

    /// <summary>Takes a record over that says just what it said last time, without reading it: most records do.</summary>
    /// <param name="piece">The bytes that are being fed.</param>
    /// <param name="place">Where in them a line begins.</param>
    /// <returns>How many bytes it has; 0 if it is to be read.</returns>
    private int Recognize(ReadOnlySpan<byte> piece, int place)
    {
        var bytes = piece[place..];
        if (_builder.NextMark(_record) is not { Length: > 0 } mark || !mark.IsOf(bytes) || !SmapsHeader.LooksLike(bytes[mark.Length..]))
            return 0;
        Mark(piece, place, _line + 1);
        Close();
        if (_error is not null)
            return 0;
        _record = null;
        _begun = -1;
        _line += mark.Lines;
        _lastFields |= mark.LastField;
        _builder.AddNext();
        return mark.Length;
    }

    /// <summary>Takes a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="piece">The bytes that are being fed.</param>
    /// <param name="place">Where in them the line begins; -1 if it began before them.</param>
    private void Take(ReadOnlySpan<byte> line, ReadOnlySpan<byte> piece, int place)
    {
        _line++;
        if (SmapsHeader.LooksLike(line))
        {
            Mark(piece, place, _line);
            Close();
            if (_error is not null)
                return;
            if (SmapsHeader.TryParse(line, _names, out var header, out var problem))
                Open(header);
            else
                _error = new SmapsError(_line, problem);
            _begun = place;
        }
        else if (_record is null)
        {
            _error = new SmapsError(_line, "expected a mapping's header, as in 7f49d000-7f4dd000 r-xp 00000000 fd:00 7940 /lib/x.so");
        }
        else if (_record.Read(line) is { } problem)
        {
            _error = new SmapsError(_line, problem);
        }
    }

    /// <summary>Marks the text of the record that is open, if it is there as a whole.</summary>
    /// <param name="piece">The bytes that are being fed.</param>
    /// <param name="end">Where in them it ends.</param>
    /// <param name="line">The line after its last.</param>
    private void Mark(ReadOnlySpan<byte> piece, int end, int line) =>
        _mark = _begun >= 0 && _record is not null ? TextMark.Of(piece[_begun..end], line - _headerLine, _record.LastField) : default;

    private void Open(in SmapsHeader header)
    {
        if (!_builder.Follows(header))
            _error = new SmapsError(_line, "addresses go backwards");
        else if (_builder.Count >= MostMappings)
            _error = new SmapsError(_line, "more mappings than any process has");
        if (_error is not null)
            return;
        _record = _scratch;
        _record.Begin(header);
        _headerLine = _line;
    }

    private void Close()
    {
        if (_error is not null || _record is null)
            return;
        _lastFields |= _record.LastField;
        if (_record.LastField == 0)
            _error = new SmapsError(_headerLine, "a mapping without fields: this is a maps file, not smaps");
        else
            _builder.Add(_record, _mark);
        _mark = default;
    }
}
