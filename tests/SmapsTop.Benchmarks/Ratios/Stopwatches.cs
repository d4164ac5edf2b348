namespace SmapsTop.Benchmarks.Ratios;

/// <summary>Measures two things in turn, so that what else the machine does befalls both.</summary>
internal static class Stopwatches
{
    /// <summary>The processor time that a run takes of this process and of the kernel for it, in milliseconds: waiting for a busy processor is no part of it.</summary>
    public static double Time(Action run)
    {
        var begun = Environment.CpuUsage.TotalTime;
        run();
        return (Environment.CpuUsage.TotalTime - begun).TotalMilliseconds;
    }

    /// <summary>Runs both in turn.</summary>
    /// <param name="rounds">How often.</param>
    /// <param name="prepare">Runs before each, and is not measured.</param>
    /// <param name="what">What is measured; gives its time in milliseconds.</param>
    /// <param name="yardstick">What it is held against; gives its time in milliseconds.</param>
    /// <returns>The medians of both times in milliseconds, and the median of the ratios of neighbours.</returns>
    public static Pair InTurn(int rounds, Action prepare, Func<double> what, Func<double> yardstick)
    {
        var times = new (double What, double Yardstick)[rounds];
        for (var i = 0; i < rounds; i++)
        {
            prepare();
            var first = i % 2 == 0 ? 0 : yardstick();
            var own = what();
            times[i] = (own, i % 2 == 0 ? yardstick() : first);
        }
        return new(
            Median(times.Select(time => time.What)), Median(times.Select(time => time.Yardstick)),
            Median(times.Select(time => time.What / time.Yardstick)));
    }

    /// <summary>The middle one of a few numbers.</summary>
    public static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>What two things took that were measured in turn.</summary>
/// <param name="What">Median of the one, in milliseconds.</param>
/// <param name="Yardstick">Median of the other, in milliseconds.</param>
/// <param name="Ratio">Median of the ratios of neighbours.</param>
internal readonly record struct Pair(double What, double Yardstick, double Ratio);
