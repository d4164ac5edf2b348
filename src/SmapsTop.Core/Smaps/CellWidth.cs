using System.Globalization;
using System.Text;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// How many cells of a terminal text takes that <see cref="Printable"/> has let through: East Asian wide characters and most pictures take
/// two, marks take the place of what they stand on.
/// </summary>
public static class CellWidth
{
    /// <summary>First and last character of each range that is two cells wide. What is not assigned is shown as an escape, so ranges may span it.</summary>
    private static readonly int[] Wide =
    [
        0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3, 0x25fd, 0x25fe, 0x2614, 0x2615, 0x2630, 0x2637,
        0x2648, 0x2653, 0x267f, 0x267f, 0x268a, 0x268f, 0x2693, 0x2693, 0x26a1, 0x26a1, 0x26aa, 0x26ab, 0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26ce, 0x26ce,
        0x26d4, 0x26d4, 0x26ea, 0x26ea, 0x26f2, 0x26f3, 0x26f5, 0x26f5, 0x26fa, 0x26fa, 0x26fd, 0x26fd, 0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728,
        0x274c, 0x274c, 0x274e, 0x274e, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27b0, 0x27b0, 0x27bf, 0x27bf, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50,
        0x2b55, 0x2b55, 0x2e80, 0x3029, 0x3030, 0x303e, 0x3041, 0x3096, 0x309b, 0x3247, 0x3250, 0xa4c6, 0xa960, 0xa97c, 0xac00, 0xd7a3, 0xf900, 0xfad9,
        0xfe10, 0xfe19, 0xfe30, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x16fe3, 0x17000, 0x1b2fb, 0x1d300, 0x1d376, 0x1f004, 0x1f004,
        0x1f0cf, 0x1f0cf, 0x1f18e, 0x1f18e, 0x1f191, 0x1f19a, 0x1f200, 0x1f320, 0x1f32d, 0x1f335, 0x1f337, 0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0, 0x1f3ca,
        0x1f3cf, 0x1f3d3, 0x1f3e0, 0x1f3f0, 0x1f3f4, 0x1f3f4, 0x1f3f8, 0x1f3fa, 0x1f400, 0x1f43e, 0x1f440, 0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff, 0x1f53d,
        0x1f54b, 0x1f54e, 0x1f550, 0x1f567, 0x1f57a, 0x1f57a, 0x1f595, 0x1f596, 0x1f5a4, 0x1f5a4, 0x1f5fb, 0x1f64f, 0x1f680, 0x1f6c5, 0x1f6cc, 0x1f6cc,
        0x1f6d0, 0x1f6d2, 0x1f6d5, 0x1f6df, 0x1f6eb, 0x1f6ec, 0x1f6f4, 0x1f6fc, 0x1f7e0, 0x1f7f0, 0x1f90c, 0x1f93a, 0x1f93c, 0x1f945, 0x1f947, 0x1f9ff,
        0x1fa70, 0x1faf8, 0x20000, 0x323af,
    ];

    /// <summary>Cells that a text takes.</summary>
    public static int Of(string text)
    {
        if (Ascii.IsValid(text))
            return text.Length;
        var cells = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, i);
            cells += OfElement(text.AsSpan(i, length));
            i += length;
        }
        return cells;
    }

    /// <summary>Fills a text up with blanks behind it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cells">How many cells it is to take at least.</param>
    public static string Pad(string text, int cells) => text + new string(' ', Math.Max(0, cells - Of(text)));

    /// <summary>True for a mark that takes no cell of its own: it stands on the character before it.</summary>
    internal static bool IsMark(Rune rune) => rune.Value is >= 0x1160 and <= 0x11ff or >= 0xd7b0 and <= 0xd7fb || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>What is drawn in one piece takes one cell or two; a mark alone is drawn on a circle.</summary>
    private static int OfElement(ReadOnlySpan<char> element)
    {
        var cells = 0;
        foreach (var rune in element.EnumerateRunes())
            cells += IsMark(rune) ? 0 : IsWide(rune) ? 2 : 1;
        return Math.Clamp(cells, 1, 2);
    }

    private static bool IsWide(Rune rune)
    {
        if (rune.Value < Wide[0])
            return false;
        var place = Array.BinarySearch(Wide, rune.Value);
        // Between two numbers that stand for a range, the place is odd.
        return place >= 0 || (~place & 1) == 1;
    }
}
