using System.Collections.Immutable;

namespace SmapsTop.Core.History;

/// <summary>Draws a series of values as a line of cells: pure text.</summary>
public static class Trend
{
    /// <summary>A line of braille: two values a cell, four heights.</summary>
    /// <param name="values">The values, in any unit, in the order of their times.</param>
    /// <param name="cells">Cells it takes.</param>
    public static string Braille(ReadOnlySpan<double> values, int cells)
    {
        var heights = Heights(values, cells * 2, 4);
        var text = new char[cells];
        for (var i = 0; i < cells; i++)
        {
            var dots = 0;
            if (heights[2 * i] is { } left)
                dots |= Glyphs.Dot(0, left);
            if (heights[2 * i + 1] is { } right)
                dots |= Glyphs.Dot(1, right);
            text[i] = Glyphs.Braille(dots);
        }
        return new string(text);
    }

    /// <summary>A line of eighth blocks: one value a cell, eight heights.</summary>
    /// <param name="values">The values, in any unit, in the order of their times.</param>
    /// <param name="cells">Cells it takes.</param>
    public static string Eighths(ReadOnlySpan<double> values, int cells) =>
        string.Concat(Heights(values, cells, Glyphs.Eighths.Length - 1).Select(height => height is { } h ? Glyphs.Eighths[h + 1] : ' '));

    /// <summary>
    /// The values in so many columns, from 0 to one less than the levels. Fewer values than columns stand at the right end; of more, each
    /// column shows the last that falls into it. What does not change stays at the bottom.
    /// </summary>
    private static ImmutableArray<int?> Heights(ReadOnlySpan<double> values, int columns, int levels)
    {
        double low = double.MaxValue, high = double.MinValue;
        foreach (var value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        var heights = new int?[columns];
        for (var i = 0; i < columns; i++)
        {
            var index = values.Length >= columns ? (int)((long)(i + 1) * values.Length / columns) - 1 : i - (columns - values.Length);
            if (index >= 0)
                heights[i] = high > low ? (int)Math.Round((values[index] - low) / (high - low) * (levels - 1)) : 0;
        }
        return [.. heights];
    }
}
