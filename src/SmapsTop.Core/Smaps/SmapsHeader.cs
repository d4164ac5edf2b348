using System.Buffers.Text;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// The first line of a record: <c>start-end perms offset major:minor inode   path</c>. The path is the rest of the line
/// after its padding, raw but for an escaped newline.
/// </summary>
internal readonly struct SmapsHeader
{
    private const string Expected = "a header is start-end perms offset major:minor inode path";

    /// <summary>The letters of all permissions, so that none is made twice: what is allowed, and what is shared, is a bit of the index.</summary>
    private static readonly string[] UsualPermissions =
        [.. from r in "-r" from w in "-w" from x in "-x" from s in "ps" select string.Concat(r, w, x, s)];

    /// <summary>For each byte its value as a hexadecimal digit, more than 15 if it is none: whether a digit is a letter cannot be foretold, and a branch on it is dear.</summary>
    private static readonly byte[] HexValues = [.. Enumerable.Range(0, 256).Select(letter => (byte)"0123456789abcdef".IndexOf((char)letter))];

    public required ulong Start { get; init; }

    public required ulong End { get; init; }

    public required string Permissions { get; init; }

    public required ulong Offset { get; init; }

    public required uint DeviceMajor { get; init; }

    public required uint DeviceMinor { get; init; }

    public required ulong Inode { get; init; }

    public required MappingName Name { get; init; }

    /// <summary>True if the line begins with hexadecimal digits and a dash: no field's key does.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> line)
    {
        var values = HexValues;
        var digits = 0;
        while (digits < line.Length && values[line[digits]] < 16)
            digits++;
        return digits > 0 && digits < line.Length && line[digits] == '-';
    }

    public static bool TryParse(ReadOnlySpan<byte> line, NamePool names, out SmapsHeader header, out string problem)
    {
        header = default;
        problem = Expected;
        if (!TryTake(ref line, '-', 'x', out var start) || !TryTake(ref line, ' ', 'x', out var end))
            return false;
        if (end <= start)
        {
            problem = "the mapping ends before it starts";
            return false;
        }
        if (line.Length < 5 || line[4] != ' ' || PermissionsOf(line[..4]) is not { } permissions)
            return false;
        line = line[5..];
        if (!TryTake(ref line, ' ', 'x', out var offset)
            || !TryTake(ref line, ':', 'x', out var major) || !TryTake(ref line, ' ', 'x', out var minor)
            || major > uint.MaxValue || minor > uint.MaxValue || !TryTake(ref line, ' ', 'd', out var inode))
            return false;
        header = new SmapsHeader
        {
            Start = start,
            End = end,
            Permissions = permissions,
            Offset = offset,
            DeviceMajor = (uint)major,
            DeviceMinor = (uint)minor,
            Inode = inode,
            Name = names.Get(line.TrimStart((byte)' ')),
        };
        return true;
    }

    /// <summary>Takes a number and the character that ends it; the line may stop after the inode, for there need be no name.</summary>
    private static bool TryTake(ref ReadOnlySpan<byte> line, char end, char format, out ulong value)
    {
        var most = ulong.MaxValue >> 4;
        value = 0;
        var used = 0;
        if (format == 'x')
        {
            var values = HexValues;
            for (; used < line.Length && values[line[used]] is < 16 and var digit && value <= most; used++)
                value = value << 4 | digit;
        }
        else if (!Utf8Parser.TryParse(line, out value, out used))
        {
            return false;
        }
        if (used == 0)
            return false;
        if (used == line.Length && format == 'd')
        {
            line = [];
            return true;
        }
        if (used >= line.Length || line[used] != end)
            return false;
        line = line[(used + 1)..];
        return true;
    }

    private static string? PermissionsOf(ReadOnlySpan<byte> letters)
    {
        var index = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] != "rwxs"[i] && letters[i] != "---p"[i])
                return null;
            index = index << 1 | (letters[i] == "---p"[i] ? 0 : 1);
        }
        return UsualPermissions[index];
    }
}
