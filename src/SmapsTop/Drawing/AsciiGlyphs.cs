using System.Collections.Frozen;

namespace SmapsTop.Drawing;

/// <summary>
/// What stands for a glyph on a terminal that shows ASCII only: always one character for one cell, so that nothing moves. What the program
/// does not draw by itself, such as the name of a file, becomes a question mark for each of its cells.
/// </summary>
internal static class AsciiGlyphs
{
    private const string Other = "?";

    private static readonly FrozenDictionary<char, string> Glyphs = Pairs(
        ("─", "-"), ("│", "|"), ("┊", ":"), ("┌┐└┘├┤", "+"),
        ("▼", "v"), ("▲", "^"), ("‹←", "<"), ("›→", ">"),
        ("–−", "-"), ("×", "x"), ("…", "~"), ("·", "|"), ("“”", "\""), ("Δ", "D"),
        ("▁▂░", "."), ("▃▄", ":"), ("▅▆", "|"), ("▇█", "#"), ("▒", "=")).ToFrozenDictionary();

    /// <summary>The character for a cell.</summary>
    /// <param name="glyph">What would be shown there; empty in the right half of a wide character.</param>
    public static string Of(string glyph) => glyph is [< (char)127] ? glyph : glyph.Length == 1 ? Glyphs.GetValueOrDefault(glyph[0], Other) : Other;

    private static IEnumerable<KeyValuePair<char, string>> Pairs(params (string Glyphs, string Ascii)[] rows) =>
        rows.SelectMany(row => row.Glyphs.Select(glyph => KeyValuePair.Create(glyph, row.Ascii)));
}
