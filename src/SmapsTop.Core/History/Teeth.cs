using System.Collections.Immutable;

namespace SmapsTop.Core.History;

/// <summary>The teeth of a series that rises and falls: where it fell by more than a threshold and how far.</summary>
/// <param name="Lows">The lowest point after each fall, once the series has risen by the threshold again.</param>
/// <param name="LargestFall">From a high to the low after it, in the unit of the series; 0 if it never fell.</param>
internal readonly record struct Teeth(ImmutableArray<Point> Lows, double LargestFall)
{
    /// <summary>The teeth of a series; what moves less than the threshold is none.</summary>
    public static Teeth Of(ReadOnlySpan<Point> points, double threshold)
    {
        var lows = ImmutableArray.CreateBuilder<Point>();
        double largest = 0;
        var falls = false;
        Point high = points[0], low = points[0];
        foreach (var point in points)
        {
            if (falls)
            {
                if (point.Value < low.Value)
                    low = point;
                if (point.Value < low.Value + threshold)
                    continue;
                largest = Math.Max(largest, high.Value - low.Value);
                lows.Add(low);
                (falls, high) = (false, point);
            }
            else if (point.Value >= high.Value)
            {
                high = point;
            }
            else if (point.Value <= high.Value - threshold)
            {
                (falls, low) = (true, point);
            }
        }
        // A fall that goes on is a fall.
        return new Teeth(lows.DrainToImmutable(), falls ? Math.Max(largest, high.Value - low.Value) : largest);
    }
}
