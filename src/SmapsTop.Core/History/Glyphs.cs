namespace SmapsTop.Core.History;

/// <summary>The characters that curves are made of.</summary>
internal static class Glyphs
{
    /// <summary>A cell filled from below by so many eighths.</summary>
    public const string Eighths = " ▁▂▃▄▅▆▇█";

    private const char EmptyBraille = '\u2800';

    /// <summary>Bits of the dots of a braille cell: the left column from the bottom up, then the right one.</summary>
    private static readonly int[] Dots = [0x40, 0x04, 0x02, 0x01, 0x80, 0x20, 0x10, 0x08];

    /// <summary>The bit of a dot of a braille cell.</summary>
    /// <param name="column">0 for the left, 1 for the right.</param>
    /// <param name="height">From 0 at the bottom to 3.</param>
    public static int Dot(int column, int height) => Dots[4 * column + height];

    /// <summary>The character with some dots; a space for none.</summary>
    public static char Braille(int dots) => dots == 0 ? ' ' : (char)(EmptyBraille + dots);
}
