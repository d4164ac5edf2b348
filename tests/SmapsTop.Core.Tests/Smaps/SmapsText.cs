using System.Text;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

/// <summary>Makes the text of smaps, and reads it.</summary>
internal static class SmapsText
{
    /// <summary>The range and columns of a mapping whose name does not matter.</summary>
    public const string Header = "1000-2000 rw-p 00000000 00:00 0 ";

    /// <summary>Lines with a newline after each.</summary>
    public static string Lines(params IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    /// <summary>A record with the fewest fields that the other tests need.</summary>
    public static string Vm(int start, int end, string name = "", string permissions = "rw-p", int rss = 4, string file = "00:00 0") => Lines(
        $"{start:x}-{end:x} {permissions} 00000000 {file} {name}", $"Size: {(end - start) / 1024} kB", $"Rss: {rss} kB");

    public static Snapshot Parse(string text, Snapshot? before = null) => Parse(Encoding.UTF8.GetBytes(text), before);

    public static Snapshot Parse(ReadOnlySpan<byte> text, Snapshot? before = null) =>
        Read(new SmapsParser(), text, before, int.MaxValue, out var error) ?? throw new InvalidOperationException(error?.ToString());

    public static Mapping One(string text) => Assert.Single(Parse(text).Mappings);

    /// <summary>The only mapping of a record below the usual header.</summary>
    public static Mapping Record(params string[] fields) => One(Lines(fields.Prepend(Header)));

    public static SmapsError ErrorOf(string text, int piece = int.MaxValue)
    {
        var snapshot = Read(new SmapsParser(), Encoding.UTF8.GetBytes(text), null, piece, out var error);
        Assert.True(snapshot is null, "there is no error");
        return Assert.IsType<SmapsError>(error);
    }

    /// <summary>Feeds a text in pieces of a size.</summary>
    public static Snapshot? Read(SmapsParser parser, ReadOnlySpan<byte> text, Snapshot? before, int piece, out SmapsError? error)
    {
        parser.Begin(before);
        for (; !text.IsEmpty; text = text[Math.Min(piece, text.Length)..])
            parser.Feed(text[..Math.Min(piece, text.Length)]);
        return parser.TryEnd(out var snapshot, out error) ? snapshot : null;
    }
}
