using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsCheck;

namespace SmapsTop.Core.Tests.Fuzz;

/// <summary>Runs a property for its share of the time, and says how many inputs that were.</summary>
internal static class Fuzzing
{
    /// <summary>How many properties share the time.</summary>
    private const int Properties = 7;

    /// <summary>Nothing of this size takes so long, on a machine that is busy with other things.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    /// <summary>The minutes that all of them take together.</summary>
    private static readonly double Minutes =
        double.TryParse(Environment.GetEnvironmentVariable("SMAPSTOP_FUZZ_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? minutes : 1;

    /// <summary>The records of all captures, each with its lines.</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> Records = [.. Fixture.Names.Select(Split)];

    /// <summary>Some neighbouring records of a capture, with something wrong in them or not.</summary>
    public static Gen<(string What, byte[] Text)> Texts { get; } =
        Gen.Select(Gen.Int[0, Records.Length - 1], Gen.Int[0, 1 << 20], Gen.Frequency((8, Gen.Int[0, 6]), (1, Gen.Int[20, 60])), Mutation.Some, (capture, first, count, wrong) =>
        {
            var records = Records[capture];
            first %= records.Length;
            var text = Encoding.Latin1.GetBytes(string.Concat(records.Skip(first).Take(count)));
            return ($"{Fixture.Names[capture]}, {count} records from {first}, mutations {string.Join(' ', wrong)}", Mutation.Apply(wrong, text));
        });

    /// <summary>Checks a property of input after input. One that fails is shown with the seed that makes it again: CsCheck_Seed in the environment.</summary>
    public static void Holds<T>(Gen<T> inputs, Action<T> property, Func<T, string> print)
    {
        var count = 0L;
        inputs.Sample(
            input =>
            {
                Interlocked.Increment(ref count);
                var begun = Stopwatch.GetTimestamp();
                property(input);
                Assert.True(Stopwatch.GetElapsedTime(begun) < Hang, "it takes for ever");
            },
            time: Math.Max(1, (int)(Minutes * 60 / Properties)),
            print: print);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} inputs"));
    }

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, Func{T, string})"/>
    public static void Holds<T1, T2>(Gen<(T1 First, T2 Second)> inputs, Action<T1, T2> property, Func<(T1, T2), string> print) =>
        Holds<(T1 First, T2 Second)>(inputs, input => property(input.First, input.Second), print);

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, Func{T, string})"/>
    public static void Holds<T1, T2, T3>(Gen<(T1 First, T2 Second, T3 Third)> inputs, Action<T1, T2, T3> property, Func<(T1, T2, T3), string> print) =>
        Holds<(T1 First, T2 Second, T3 Third)>(inputs, input => property(input.First, input.Second, input.Third), print);

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, Func{T, string})"/>
    public static void Holds<T1, T2, T3, T4>(Gen<(T1 First, T2 Second, T3 Third, T4 Fourth)> inputs, Action<T1, T2, T3, T4> property, Func<(T1, T2, T3, T4), string> print) =>
        Holds<(T1 First, T2 Second, T3 Third, T4 Fourth)>(inputs, input => property(input.First, input.Second, input.Third, input.Fourth), print);

    /// <summary>Asserts that text can be shown.</summary>
    public static void AssertPrintable(string? text) => Assert.Equal(text ?? "", SmapsTop.Core.Smaps.Printable.From(text ?? ""));

    private static ImmutableArray<string> Split(string capture)
    {
        var records = new List<string>();
        foreach (var line in Encoding.Latin1.GetString(Fixture.Bytes(capture, "smaps")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (SmapsTop.Core.Smaps.SmapsHeader.LooksLike(Encoding.Latin1.GetBytes(line)))
                records.Add("");
            records[^1] += line + "\n";
        }
        return [.. records];
    }
}
