using System.Runtime.CompilerServices;

namespace SmapsTop.Core.History;

/// <summary>A value for each <see cref="Figure"/>: of one moment, or the lowest or highest of several. In kB, or plain where the figure is.</summary>
public struct Totals
{
    /// <summary>How many figures there is room for; the declared ones must fit.</summary>
    internal const int Room = 15;

    private const long Unknown = long.MinValue;

    private Values _values;

    /// <summary>The value of a figure; null if not known.</summary>
    public readonly long? this[Figure figure] => _values[figure.Index] is not Unknown and var value ? value : null;

    /// <summary>Sets a figure.</summary>
    internal void Set(Figure figure, long? value) => _values[figure.Index] = value ?? Unknown;

    /// <summary>The lower of the two, figure by figure; what only one knows is that one's.</summary>
    internal static Totals Lowest(in Totals a, in Totals b) => Each(a, b, Math.Min);

    /// <summary>The higher of the two, figure by figure; what only one knows is that one's.</summary>
    internal static Totals Highest(in Totals a, in Totals b) => Each(a, b, Math.Max);

    private static Totals Each(in Totals a, in Totals b, Func<long, long, long> choose)
    {
        var result = a;
        for (var i = 0; i < Room; i++)
        {
            var (x, y) = (a._values[i], b._values[i]);
            result._values[i] = x == Unknown ? y : y == Unknown ? x : choose(x, y);
        }
        return result;
    }

    [InlineArray(Room)]
    private struct Values
    {
        private long _first;
    }
}
