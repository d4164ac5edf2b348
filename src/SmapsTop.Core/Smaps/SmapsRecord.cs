using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;

namespace SmapsTop.Core.Smaps;

/// <summary>A record while its lines come in: the one scratch pad of the parser, so that an unchanged record costs no memory.</summary>
internal sealed class SmapsRecord
{
    /// <summary>No address space holds more than this many kB (2^56 bytes); sums over all mappings stay far below the end of long.</summary>
    private const long MostKilobytes = 1L << 46;

    /// <summary>Nor do all numbers of a text together: in each of a few dozen fields there is at most the whole address space.</summary>
    private const long MostInAll = MostKilobytes << 6;

    /// <summary>No field has a line so long, in bytes; a name may have one.</summary>
    private const int LongestField = 4096;

    /// <summary>No kernel prints so many fields that are not known; a text that goes on and on must not fill our memory.</summary>
    private const int MostUnknown = 100;

    /// <summary>Nor so many bytes of them in all records together.</summary>
    private const int MostUnknownBytes = 64 << 20;

    private static readonly byte[][] Keys = [.. SmapsField.All.Select(field => Encoding.ASCII.GetBytes(field.Key))];

    private readonly List<KeyValuePair<string, string>> _unknown = [];
    private readonly SmapsForm _form = new();
    private readonly NamePool _texts = new();
    private readonly List<int> _order = [];
    private Amounts _amounts;
    private string? _flags;
    private MappingName? _oldName;
    private int _next;
    private long _sum;
    private int _unknownBytes;

    public SmapsHeader Header { get; private set; }

    /// <summary>Which field came last: a bit for each that is known, one for VmFlags, one for all others; 0 before the first.</summary>
    public uint LastField { get; private set; }

    private MappingName Name => _oldName is not null && Header.Name.IsEmpty ? _oldName : Header.Name;

    /// <summary>Begins with a text.</summary>
    public void BeginText() => (_sum, _unknownBytes) = (0, 0);

    /// <summary>Begins with the record of a header.</summary>
    public void Begin(in SmapsHeader header)
    {
        Header = header;
        LastField = 0;
        _amounts = default;
        _flags = null;
        _oldName = null;
        _unknown.Clear();
        _next = 0;
        _form.Begin();
    }

    /// <summary>Reads the numbers below the header at one go, if they are printed as those of the records before.</summary>
    /// <param name="text">What follows the header's line.</param>
    /// <param name="lines">How many lines were read.</param>
    /// <returns>How many bytes were read; 0 if line after line is to be read.</returns>
    public int ReadNumbers(ReadOnlySpan<byte> text, out int lines)
    {
        var used = _form.Read(text, ref _amounts);
        lines = used == 0 ? 0 : _form.Lines;
        if (used == 0)
            _amounts = default;
        else
            LastField = 1u << _form.LastField;
        return used;
    }

    /// <summary>Reads one line below the header.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Read(ReadOnlySpan<byte> line)
    {
        if (line.Length > LongestField)
            return "the line is longer than that of any field";
        var colon = line.IndexOf((byte)':');
        if (colon <= 0)
            return "expected a field, as in Rss: 4 kB";
        var key = line[..colon];
        var value = line[(colon + 1)..];
        if (key.SequenceEqual("VmFlags"u8))
        {
            LastField = 1u << 30;
            _form.End();
            return ReadFlags(value);
        }
        if (IndexOf(key) is >= 0 and var index)
        {
            LastField = 1u << index;
            var problem = ReadNumber(SmapsField.All[index], value.Trim((byte)' '));
            if (problem is null)
                _form.Learn(line, SmapsField.All[index]);
            return problem;
        }
        // Old Android named its anonymous memory in a line of its own: that is no field, and a record that has nothing else is none.
        if (key.SequenceEqual("Name"u8))
        {
            _oldName = new MappingName(value.Trim((byte)' '));
            return null;
        }
        LastField = 1u << 31;
        _form.End();
        if (_unknown.Count == MostUnknown || (_unknownBytes += line.Length) > MostUnknownBytes)
            return "more fields than any kernel prints";
        _unknown.Add(new(Printable.From(key), Printable.From(value.Trim((byte)' '))));
        return null;
    }

    /// <summary>True if a mapping that this record <see cref="Continues"/> said just what it says.</summary>
    public bool Says(Mapping before) =>
        before.Numbers == _amounts && before.Permissions == Header.Permissions && before.Flags == _flags && before.Offset == Header.Offset
        && before.Unknown.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(_unknown));

    /// <summary>True if the record is of the very range of a mapping of the last reading, and they may be the same one at two times.</summary>
    public bool Continues(Mapping before) =>
        before.Start == Header.Start && before.End == Header.End && before.Inode == Header.Inode
        && before.DeviceMajor == Header.DeviceMajor && before.DeviceMinor == Header.DeviceMinor
        && before.Permissions[3] == Header.Permissions[3] && before.Name.Equals(Name);

    /// <summary>The record as a mapping.</summary>
    /// <param name="id">Its identity; 0 if that is not known yet.</param>
    public Mapping ToMapping(long id) => new()
    {
        Id = id,
        Start = Header.Start,
        End = Header.End,
        Permissions = Header.Permissions,
        Offset = Header.Offset,
        DeviceMajor = Header.DeviceMajor,
        DeviceMinor = Header.DeviceMinor,
        Inode = Header.Inode,
        Name = Name,
        Amounts = _amounts,
        Flags = _flags,
        Kind = MappingKind.Of(Header, Name, _flags, _amounts[SmapsField.KernelPageSize]),
        Unknown = _unknown.Count == 0 ? [] : [.. _unknown],
    };

    /// <summary>A kernel prints its fields in one order: the field that followed last time is tried first.</summary>
    private int IndexOf(ReadOnlySpan<byte> key)
    {
        if (_next < _order.Count && key.SequenceEqual(Keys[_order[_next]]))
            return _order[_next++];
        for (var i = 0; i < Keys.Length; i++)
        {
            if (!key.SequenceEqual(Keys[i]))
                continue;
            if (_order.IndexOf(i) is >= 0 and var place)
                _next = place + 1;
            else
                _order.Add(i);
            return i;
        }
        return -1;
    }

    private string? ReadNumber(SmapsField field, ReadOnlySpan<byte> value)
    {
        if (!Utf8Parser.TryParse(value, out long number, out var used) || number < 0 || used == 0 || value[0] is (byte)'+' or (byte)'-')
            return $"{field.Key} has no valid number";
        var unit = value[used..].TrimStart((byte)' ');
        if (field.IsKilobytes ? !unit.SequenceEqual("kB"u8) : !unit.IsEmpty)
            return field.IsKilobytes ? $"{field.Key} is not in kB" : $"{field.Key} is no bare number";
        if (number > MostKilobytes || (_sum += number) > MostInAll)
            return $"{field.Key} is more than any address space holds";
        if (_amounts[field] is not null)
            return $"{field.Key} stands twice in one record";
        _amounts.Set(field, number);
        return null;
    }

    private string? ReadFlags(ReadOnlySpan<byte> value)
    {
        var text = value.Trim((byte)' ');
        if (_flags is not null)
            return "VmFlags stands twice in one record";
        // A process has few sets of flags: each becomes a string once.
        _flags = _texts.Get(text).Text;
        return null;
    }
}
