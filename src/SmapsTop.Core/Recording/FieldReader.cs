using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Recording;

/// <summary>Reads what <see cref="FieldWriter"/> wrote. Whatever the bytes are, it reads nothing beyond them: it then is broken and gives zeros.</summary>
internal ref struct FieldReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>No time zone is farther from UTC.</summary>
    public const int MostOffsetMinutes = 14 * 60;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>True once the bytes have turned out not to be what was written.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>True if nothing is left.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    public ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_rest.IsEmpty)
                break;
            var part = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
        return Break();
    }

    /// <summary>A number that is at most as large as given.</summary>
    public long Number(long most)
    {
        var value = Number();
        return value <= (ulong)most ? (long)value : (long)Break();
    }

    public long? Optional(long most = long.MaxValue - 1) => Number(most + 1) is > 0 and var value ? value - 1 : null;

    /// <summary>Text that is safe to print: the file comes from outside.</summary>
    public string Text() => Printable.From(Bytes());

    public ReadOnlySpan<byte> Bytes()
    {
        var length = Number(int.MaxValue);
        if (length > _rest.Length)
        {
            Break();
            return [];
        }
        var bytes = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return bytes;
    }

    public DateTimeOffset Time()
    {
        var ticks = Number(DateTime.MaxValue.Ticks);
        var offset = TimeSpan.FromMinutes(Number(2 * MostOffsetMinutes) - MostOffsetMinutes);
        if (!IsBroken && ticks + offset.Ticks >= 0 && ticks + offset.Ticks <= DateTime.MaxValue.Ticks)
            return new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(offset);
        Break();
        return default;
    }

    private ulong Break()
    {
        IsBroken = true;
        _rest = [];
        return 0;
    }
}
