using System.Globalization;
using System.Text;

namespace SmapsTop.Core.Tests.Recording;

/// <summary>A process that changes at random, as text of smaps: the same for the same seed.</summary>
internal sealed class Changing(int seed)
{
    private const int Page = 0x1000;

    private static readonly byte[][] Names =
        [[], [.. "[heap]"u8], [.. "/usr/lib/libc.so.6"u8], [.. "/tmp/esc\e[31m\xff \t x (deleted)"u8, 0xfe], [.. "[anon:pool one]"u8], [.. "/a\\012b "u8]];

    private readonly Random _random = new(seed);
    private readonly List<Area> _areas = [];

    /// <summary>Changes a few mappings, or none, and gives the text.</summary>
    public byte[] Next()
    {
        for (var i = _areas.Count == 0 ? 30 : _random.Next(6); i > 0; i--)
            Change();
        using var text = new MemoryStream();
        foreach (var area in _areas)
            area.Write(text);
        return text.ToArray();
    }

    private void Change()
    {
        var place = _random.Next(_areas.Count + 1);
        var kind = _random.Next(7);
        if (place == _areas.Count || kind == 0)
            Insert(place);
        else if (kind == 1)
            _areas.RemoveAt(place);
        else if (kind == 2)
            Grow(place);
        else if (kind == 3)
            Split(place);
        else if (kind == 4)
            _areas[place] = _areas[place] with { Flags = _random.Next(3) };
        else if (kind == 5)
            _areas[place] = _areas[place] with { Unknown = _random.Next(3) };
        else
            _areas[place] = _areas[place] with { Rss = _random.Next(4) * 4 };
    }

    private void Insert(int place)
    {
        var (from, to) = (place == 0 ? 0x10 * Page : _areas[place - 1].End, place == _areas.Count ? long.MaxValue : _areas[place].Start);
        var area = new Area(from + 2 * Page, from + (2 + 2 * _random.Next(1, 4)) * Page, Names[_random.Next(Names.Length)], _random.Next(2) == 0, 0, 0, 0);
        if (area.End <= to)
            _areas.Insert(place, area);
    }

    private void Grow(int place)
    {
        if (place + 1 == _areas.Count || _areas[place].End + Page <= _areas[place + 1].Start)
            _areas[place] = _areas[place] with { End = _areas[place].End + Page };
    }

    private void Split(int place)
    {
        var area = _areas[place];
        if (area.End - area.Start < 2 * Page)
            return;
        _areas[place] = area with { End = area.Start + Page };
        _areas.Insert(place + 1, area with { Start = area.Start + Page, IsCode = !area.IsCode });
    }

    private sealed record Area(long Start, long End, byte[] Name, bool IsCode, int Rss, int Flags, int Unknown)
    {
        public void Write(Stream to)
        {
            to.Write(Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{Start:x8}-{End:x8} r{(IsCode ? "-x" : "w-")}p 00000000 08:01 {Name.Length,-20} ")));
            to.Write(Name);
            to.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\nSize: {(End - Start) / 1024,8} kB\nRss: {Rss,8} kB\n")));
            for (var i = 0; i < Unknown; i++)
                to.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"New{i}: {Unknown} kB\n")));
            to.Write(Flags == 0 ? "VmFlags: \n"u8 : Flags == 1 ? "VmFlags: rd mr \n"u8 : "VmFlags: rd wr zz \n"u8);
        }
    }
}
