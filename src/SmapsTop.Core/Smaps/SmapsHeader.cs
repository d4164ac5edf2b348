using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// The first line of a record: <c>start-end perms offset major:minor inode   path</c>. The path is the rest of the line
/// after its padding, raw but for an escaped newline.
/// </summary>
internal readonly struct SmapsHeader
{
    private const string Expected = "a header is start-end perms offset major:minor inode path";

    /// <summary>The letters of all usual permissions, so that none is made twice.</summary>
    private static readonly string[] UsualPermissions =
        [.. from r in "r-" from w in "w-" from x in "x-" from s in "ps" select string.Concat(r, w, x, s)];

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);

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
        var digits = line.IndexOfAnyExcept(HexDigits);
        return digits > 0 && line[digits] == '-';
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

    private static bool TryTake(ref ReadOnlySpan<byte> line, char end, char format, out ulong value)
    {
        if (!Utf8Parser.TryParse(line, out value, out var used, format == 'x' ? 'x' : 'D'))
            return false;
        // The line may stop after the inode: nothing is mapped there that has a name.
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
        Span<char> text = stackalloc char[4];
        Encoding.ASCII.GetChars(letters, text);
        foreach (var usual in UsualPermissions)
            if (text.SequenceEqual(usual))
                return usual;
        return null;
    }
}
