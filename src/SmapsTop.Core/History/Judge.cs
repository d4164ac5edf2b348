namespace SmapsTop.Core.History;

/// <summary>
/// Says whether a series grows for good. The rules, all of which must hold for one of the <see cref="Windows"/>:
/// <list type="number">
/// <item>At least 20 points over at least 20 s.</item>
/// <item>It rises by at least the least rise that matters.</item>
/// <item>The mean step from point to point (of many points: of means of neighbours) is six times its standard error: what wanders at random seldom gets there.</item>
/// <item>It goes on: the last third rises at least three quarters as fast as the first, and where the steps are so even that less would
/// tell, nine tenths; the last sixth rises at least a third as fast as the whole; and it has not stopped: it has reached a new height
/// within the last ten samples and 10 s, or within one and a half of the longest pause it made before.</item>
/// <item>It is steady: see <see cref="Slope.Steadiness"/>.</item>
/// <item>What has been given back may be given back again: after a fall (back by a fifth of the window's range or more, within the
/// last hour) a rise counts only once it is half as large again as the largest fall, or began only long after it. Until then
/// the lows are judged, at least eight of them, by the same rules: those of a collector's saw-tooth must rise themselves.</item>
/// </list>
/// </summary>
internal static class Judge
{
    /// <summary>The windows that are tried, in their order: the usual one, shorter ones for a leak that has just begun, longer ones for a slow one.</summary>
    public static readonly TimeSpan[] Windows =
        [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(40), TimeSpan.FromHours(1), TimeSpan.FromHours(12)];

    /// <summary>How far back falls are looked for.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private const int FewestPoints = 20;
    private const int FewestLows = 8;
    private const double LeastSteadiness = 0.55;
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromSeconds(20);

    /// <summary>The rate at which the series grows at its end, in its unit a minute; null if it does not, or not for good.</summary>
    /// <param name="all">The series, as far back as the longest memory.</param>
    /// <param name="window">How much of its end is judged.</param>
    /// <param name="leastRise">The least rise over the window that matters, in the unit of the series.</param>
    public static Slope? Growing(ReadOnlySpan<Point> all, TimeSpan window, double leastRise)
    {
        if (all.Length < FewestPoints)
            return null;
        var end = all[^1].Minutes;
        var points = Since(all, end - window.TotalMinutes);
        // Where samples are rare the window holds too few: take so many as are needed.
        if (points.Length < FewestPoints)
            points = all[^FewestPoints..];
        if (end - points[0].Minutes < ShortestSpan.TotalMinutes - 1e-9)
            return null;
        if (Rising(points, leastRise) is { } slope && !IsTooth(Since(all, end - Math.Max(Memory.TotalMinutes, window.TotalMinutes)), points, slope, leastRise))
            return slope;
        var lows = Teeth.Of(points, Threshold(points, leastRise)).Lows;
        return lows.Length >= FewestLows ? Rising(lows.AsSpan(), leastRise) : null;
    }

    private static double Threshold(ReadOnlySpan<Point> points, double leastRise)
    {
        double low = double.MaxValue, high = double.MinValue;
        foreach (var point in points)
            (low, high) = (Math.Min(low, point.Value), Math.Max(high, point.Value));
        return Math.Max(leastRise / 4, (high - low) / 5);
    }

    private static bool IsTooth(ReadOnlySpan<Point> all, ReadOnlySpan<Point> points, Slope slope, double leastRise)
    {
        var teeth = Teeth.Of(all, Threshold(points, leastRise));
        if (teeth.Lows.IsEmpty)
            return false;
        var low = teeth.Lows[^1];
        var rise = all[^1].Value - low.Value;
        var wouldHaveRisen = slope.PerMinute * (all[^1].Minutes - low.Minutes);
        return rise < 1.5 * teeth.LargestFall && rise > wouldHaveRisen / 2;
    }

    private static Slope? Rising(ReadOnlySpan<Point> points, double leastRise)
    {
        var span = points[^1].Minutes - points[0].Minutes;
        var means = Means(points, Slope.MostPoints);
        if (means[^1].Value - means[0].Value < leastRise / 2 || !IsNoWalk(Means(points, 30)) || Slope.Of(means) is not { } slope)
            return null;
        return slope.PerMinute * span >= leastRise && slope.Steadiness >= LeastSteadiness && GoesOn(means, slope) && !HasStopped(points) ? slope : null;
    }

    /// <summary>Means of neighbours: they take the noise out of many points, and nothing out of what wanders. Few points stay as they are.</summary>
    private static Point[] Means(ReadOnlySpan<Point> points, int blocks)
    {
        if (points.Length < 2 * blocks)
            return points.ToArray();
        var means = new Point[blocks];
        for (var i = 0; i < blocks; i++)
        {
            var start = (int)((long)i * points.Length / blocks);
            var end = (int)((long)(i + 1) * points.Length / blocks);
            foreach (var point in points[start..end])
                means[i] = new Point(means[i].Minutes + point.Minutes / (end - start), means[i].Value + point.Value / (end - start));
        }
        return means;
    }

    private static bool IsNoWalk(ReadOnlySpan<Point> points)
    {
        var (mean, deviation) = Steps(points);
        return mean > 0 && mean * Math.Sqrt(points.Length - 1) >= 6 * deviation;
    }

    private static bool GoesOn(ReadOnlySpan<Point> points, Slope whole)
    {
        var third = (points[^1].Minutes - points[0].Minutes) / 3;
        var first = points[..^Since(points, points[0].Minutes + third).Length];
        var last = Since(points, points[^1].Minutes - third);
        var end = Since(points, points[^1].Minutes - third / 2);
        var (before, now) = (Rate(first), Rate(last));
        if (now < before * 0.75 || Rate(end) < whole.PerMinute / 3)
            return false;
        // The error of the rise over a third, if the steps are independent of each other.
        var error = Steps(points).Deviation * Math.Sqrt(points.Length / 3.0) / third;
        return now >= before * 0.9 || before - now < 3 * error;
    }

    private static bool HasStopped(ReadOnlySpan<Point> points)
    {
        var high = points[0];
        double longest = 0;
        foreach (var point in points)
        {
            if (point.Value <= high.Value)
                continue;
            longest = Math.Max(longest, point.Minutes - high.Minutes);
            high = point;
        }
        var tenSamples = 10 * (points[^1].Minutes - points[0].Minutes) / (points.Length - 1);
        return points[^1].Minutes - high.Minutes > Math.Max(Math.Max(tenSamples, 10.0 / 60), 1.5 * longest) - 1e-9;
    }

    private static double Rate(ReadOnlySpan<Point> points) =>
        points.Length < 2 ? 0 : Slope.Median(Slope.Evenly(points, 30), out _);

    private static (double Mean, double Deviation) Steps(ReadOnlySpan<Point> points)
    {
        var count = points.Length - 1;
        var mean = (points[^1].Value - points[0].Value) / count;
        double squares = 0;
        for (var i = 0; i < count; i++)
            squares += Math.Pow(points[i + 1].Value - points[i].Value - mean, 2);
        return (mean, Math.Sqrt(squares / Math.Max(1, count - 1)));
    }

    private static ReadOnlySpan<Point> Since(ReadOnlySpan<Point> points, double minutes)
    {
        var start = 0;
        while (start < points.Length && points[start].Minutes < minutes - 1e-9)
            start++;
        return points[start..];
    }
}
