namespace SmapsTop.Core.History;

/// <summary>A value at a time.</summary>
/// <param name="Minutes">The time, in minutes since any beginning.</param>
/// <param name="Value">The value: mostly in kB.</param>
public readonly record struct Point(double Minutes, double Value);

/// <summary>
/// How fast something grows: the median of the slopes between all pairs of points (Theil and Sen), which no outlier and no single step
/// can move, unlike the last value minus the first.
/// </summary>
/// <param name="PerMinute">Growth a minute, in the unit of the values: mostly kB/min. Negative if it shrinks.</param>
/// <param name="Steadiness">
/// From 0 to 1: how much the points are like a straight line. It is the surplus of pairs that go the line's way (Kendall's tau), made
/// smaller by how far the points lie from the line against how far it rises.
/// </param>
public readonly record struct Slope(double PerMinute, double Steadiness)
{
    /// <summary>The most points that are looked at; of more, this many are chosen evenly.</summary>
    public const int MostPoints = 90;

    /// <summary>With fewer points there is no slope.</summary>
    public const int FewestPoints = 5;

    /// <summary>Over a shorter time there is no slope.</summary>
    public static readonly TimeSpan ShortestSpan = TimeSpan.FromSeconds(10);

    /// <summary>The slope of points in the order of their times; null if they are too few or too close.</summary>
    public static Slope? Of(ReadOnlySpan<Point> points, int mostPoints = MostPoints)
    {
        if (points.Length < FewestPoints || points[^1].Minutes - points[0].Minutes < ShortestSpan.TotalMinutes - 1e-9)
            return null;
        var chosen = Evenly(points, mostPoints);
        var rate = Median(chosen, out var tau);
        var rise = Math.Abs(rate) * (chosen[^1].Minutes - chosen[0].Minutes) / 2;
        var scatter = Noise(chosen, rate);
        var steadiness = rise <= 0 ? 0 : Math.Abs(tau) * Math.Max(0, 1 - scatter / rise);
        return new Slope(rate, steadiness);
    }

    /// <summary>At most so many of the points, as evenly chosen as can be; always the first and the last.</summary>
    internal static Point[] Evenly(ReadOnlySpan<Point> points, int most)
    {
        if (points.Length <= most)
            return points.ToArray();
        var chosen = new Point[most];
        for (var i = 0; i < most; i++)
            chosen[i] = points[(int)((long)i * (points.Length - 1) / (most - 1))];
        return chosen;
    }

    /// <summary>The median of the slopes between all pairs, and Kendall's tau: from -1 (all pairs fall) to 1 (all rise).</summary>
    internal static double Median(ReadOnlySpan<Point> points, out double tau)
    {
        var slopes = new double[points.Length * (points.Length - 1) / 2];
        var count = 0;
        var surplus = 0;
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = i + 1; j < points.Length; j++)
            {
                var minutes = points[j].Minutes - points[i].Minutes;
                if (minutes <= 0)
                    continue;
                slopes[count++] = (points[j].Value - points[i].Value) / minutes;
                surplus += Math.Sign(points[j].Value - points[i].Value);
            }
        }
        tau = count == 0 ? 0 : (double)surplus / count;
        return Middle(slopes.AsSpan(0, count));
    }

    /// <summary>The median distance of the points from a line with a slope, in the unit of the values.</summary>
    internal static double Noise(ReadOnlySpan<Point> points, double perMinute)
    {
        var rest = new double[points.Length];
        for (var i = 0; i < rest.Length; i++)
            rest[i] = points[i].Value - perMinute * points[i].Minutes;
        var middle = Middle(rest);
        for (var i = 0; i < rest.Length; i++)
            rest[i] = Math.Abs(rest[i] - middle);
        return Middle(rest);
    }

    /// <summary>The median; puts the values in another order. 0 of none.</summary>
    internal static double Middle(Span<double> values)
    {
        if (values.IsEmpty)
            return 0;
        var upper = Select(values, values.Length / 2);
        if (values.Length % 2 == 1)
            return upper;
        var lower = double.MinValue;
        foreach (var value in values[..(values.Length / 2)])
            lower = Math.Max(lower, value);
        return (lower + upper) / 2;
    }

    /// <summary>The value that would be at a place if they were sorted; smaller ones come to stand before it. A tenth of the time that sorting takes.</summary>
    private static double Select(Span<double> values, int place)
    {
        int low = 0, high = values.Length - 1;
        while (low < high)
        {
            var pivot = values[(low + high) / 2];
            int i = low, j = high;
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (values[j] > pivot)
                    j--;
                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }
            if (place <= j)
                high = j;
            else if (place >= i)
                low = i;
            else
                break;
        }
        return values[place];
    }
}
