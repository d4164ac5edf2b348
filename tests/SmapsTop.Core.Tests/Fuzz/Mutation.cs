using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;

namespace SmapsTop.Core.Tests.Fuzz;

/// <summary>One thing that goes wrong with a text or with other bytes.</summary>
/// <param name="Kind">Which thing: an index of <see cref="Kinds"/>.</param>
/// <param name="Place">Where; taken as a remainder.</param>
/// <param name="Count">How much.</param>
/// <param name="Choice">Which of several.</param>
internal readonly record struct Mutation(int Kind, int Place, int Count, int Choice)
{
    private static readonly string[] Numbers =
    [
        "0", "00000012", "-4", "+4", "4.0", "", " ", "4 4", "0x10", "99999999", "123456789", "70368744177664", "70368744177665", "9223372036854775807",
        "9223372036854775808", "18446744073709551616", new('9', 30), "-" + new string('9', 30), "1\04", "٤", "1e3", "4\r",
    ];

    private static readonly string[] Lines =
    [
        "", " ", ":", "Rss: 4 kB", "Rss:4 kB", "Rss:                   4 kB", "rss: 4 kB", "Rss: 4", "Rss: 4 KB", "THPeligible:           0", "VmFlags:", "VmFlags: rd wr ",
        "VmFlags: \e[31m\u202e ", "Name:           [anon:x]", "New_Field:             4 kB", "=1+1: 4 kB", "\u202eRss: 4 kB", "ffffffffffffffff-ffffffffffffffff ---p 00000000 00:00 0",
        "0-1 ---p 0 0:0 0", "7f000000-7e000000 rw-p 00000000 00:00 0", "7fff00000000-7fff00001000 rw-p 00000000 00:00 0 /a\e[2J\u0301\u202e自 \\012Rss: 1 kB", "zzzz-1000 rw-p 0 0:0 0",
        "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0 [vsyscall]", "100000000000000000-200000000000000000 rw-p 0 0:0 0", new('x', 70_000), "New: " + new string('\u0301', 30_000),
    ];

    private static readonly Func<byte[], Mutation, byte[]>[] Kinds =
    [
        (text, it) => text[..(it.Place % (text.Length + 1))],
        (text, it) => text[(it.Place % (text.Length + 1))..],
        (text, it) => it.Cut(text, it.Count),
        (text, it) => it.Put(text, [.. Enumerable.Repeat((byte)0, it.Count)]),
        (text, it) => it.Put(text, it.Noise()),
        (text, it) => it.Flip(text),
        (text, it) => it.Flip(text),
        (text, it) => it.Put(text, Part(text, it.Choice, it.Count * 20)),
        (text, _) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(text).Replace("\n", "\r\n", StringComparison.Ordinal)),
        (text, _) => text.Length > 0 && text[^1] == '\n' ? text[..^1] : text,
        (text, it) => InLines(text, lines => lines.RemoveAt(it.Place % lines.Count)),
        (text, it) => InLines(text, lines => lines.Insert(it.Place % lines.Count, Encoding.UTF8.GetBytes(Lines[it.Choice % Lines.Length]))),
        (text, it) => InLines(text, lines => lines[it.Place % lines.Count] = Encoding.UTF8.GetBytes(Lines[it.Choice % Lines.Length])),
        (text, it) => InLines(text, lines => lines.Insert(it.Choice % lines.Count, lines[it.Place % lines.Count])),
        (text, it) => InLines(text, lines => (lines[it.Place % lines.Count], lines[it.Choice % lines.Count]) = (lines[it.Choice % lines.Count], lines[it.Place % lines.Count])),
        (text, it) => InLines(text, lines => lines[it.Place % lines.Count] = it.Renumber(lines[it.Place % lines.Count])),
        (text, it) => InLines(text, lines => lines[it.Place % lines.Count] = it.Renumber(lines[it.Place % lines.Count])),
    ];

    /// <summary>A few of them, one after the other; often none.</summary>
    public static Gen<ImmutableArray<Mutation>> Some { get; } =
        Gen.Select(Gen.Int[0, Kinds.Length - 1], Gen.Int[0, 1 << 20], Gen.Int[1, 40], Gen.Int[0, 1 << 20], (kind, place, count, choice) => new Mutation(kind, place, count, choice))
            .Array[0, 4].Select(all => all.ToImmutableArray());

    /// <summary>What becomes of bytes.</summary>
    public static byte[] Apply(IEnumerable<Mutation> mutations, byte[] bytes) => mutations.Aggregate(bytes, (text, mutation) => Kinds[mutation.Kind](text, mutation));

    private static byte[] Part(byte[] text, int place, int count)
    {
        var from = place % (text.Length + 1);
        return text[from..Math.Min(text.Length, from + count)];
    }

    private byte[] Put(byte[] text, byte[] bytes)
    {
        var place = Place % (text.Length + 1);
        return [.. text[..place], .. bytes, .. text[place..]];
    }

    private byte[] Cut(byte[] text, int count)
    {
        var place = Place % (text.Length + 1);
        return [.. text[..place], .. text[Math.Min(text.Length, place + count)..]];
    }

    private byte[] Noise()
    {
        var noise = new byte[Count];
        new Random(Choice).NextBytes(noise);
        return noise;
    }

    private byte[] Flip(byte[] text)
    {
        var copy = text.ToArray();
        if (copy.Length > 0)
            copy[Place % copy.Length] ^= (byte)(1 << Choice % 8);
        return copy;
    }

    private byte[] Renumber(byte[] line)
    {
        var text = Encoding.Latin1.GetString(line);
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
            return line;
        var length = text.AsSpan(start).IndexOfAnyExceptInRange('0', '9');
        var number = Encoding.UTF8.GetBytes(Numbers[Choice % Numbers.Length].PadLeft(Count % 10));
        return [.. line[..start], .. number, .. length < 0 ? [] : line[(start + length)..]];
    }

    private static byte[] InLines(byte[] text, Action<List<byte[]>> change)
    {
        var lines = Encoding.Latin1.GetString(text).Split('\n').Select(Encoding.Latin1.GetBytes).ToList();
        change(lines);
        return Encoding.Latin1.GetBytes(string.Join('\n', lines.Select(line => Encoding.Latin1.GetString(line))));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({Kind}, {Place}, {Count}, {Choice})");
}
