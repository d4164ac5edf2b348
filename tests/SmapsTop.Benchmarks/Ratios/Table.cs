using System.Globalization;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>Prints the figures as they come, each beside what is to be reached and its yardstick.</summary>
internal static class Table
{
    /// <summary>The first line.</summary>
    public static void Begin() => Write("what", "measured", "to reach", "", "beside");

    /// <summary>A figure that is to be at most so much.</summary>
    /// <param name="what">What was measured.</param>
    /// <param name="measured">The figure.</param>
    /// <param name="most">What is to be reached.</param>
    /// <param name="unit">The unit of both; × for a ratio.</param>
    /// <param name="beside">The yardstick, in the same run.</param>
    public static void Add(string what, double measured, double most, string unit, string beside) =>
        Write(what, $"{Number(measured)} {unit}", $"≤ {Number(most)} {unit}", measured <= most ? "yes" : "NO", beside);

    /// <summary>A figure that has nothing to reach.</summary>
    public static void Add(string what, string measured, string beside) => Write(what, measured, "", "", beside);

    /// <summary>A time in milliseconds.</summary>
    public static string Milliseconds(double time) => time.ToString(time < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " ms";

    private static string Number(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    private static void Write(string what, string measured, string toReach, string reached, string beside) =>
        Console.WriteLine($"{what,-62} {measured,12} {toReach,12}  {reached,-4} {beside}".TrimEnd());
}
