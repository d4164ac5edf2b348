using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SmapsTop.Core.Recording;

namespace SmapsTop.Commands;

/// <summary>The options that say how often and how long a process is looked at; commands that go on by themselves share them.</summary>
internal static class SamplingOptions
{
    private const string Units = "smhd";

    /// <summary>A timer of the framework does not go much further.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(45);

    private static readonly Option<double> Delay = CommonOptions.Delay();

    private static readonly Option<long?> Samples = new("--samples")
    {
        Description = "End after so many samples.",
        HelpName = "N",
        CustomParser = result => long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : Refuse<long?>(result, "--samples takes a number from 1 on"),
    };

    private static readonly Option<TimeSpan?> For = new("--for")
    {
        Description = "End after a time: 90s, 10m, 2h, 1d.",
        HelpName = "TIME",
        CustomParser = result => TimeOf(result.Tokens[0].Value) is { } time && time > TimeSpan.Zero && time <= Longest
            ? time
            : Refuse<TimeSpan?>(result, "--for takes a time such as 90s, 10m, 2h or 1d, up to 45d"),
    };

    /// <summary>Gives a command the options.</summary>
    public static void AddTo(Command command)
    {
        foreach (var option in new Option[] { Delay, Samples, For })
            command.Options.Add(option);
    }

    /// <summary>What the options of a command line say.</summary>
    public static SamplingPlan Of(ParseResult parsed) =>
        new(TimeSpan.FromSeconds(parsed.GetValue(Delay)), parsed.GetValue(Samples), parsed.GetValue(For));

    private static TimeSpan? TimeOf(string text)
    {
        if (text.Length < 2 || !Units.Contains(text[^1])
            || !double.TryParse(text.AsSpan(..^1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1e6)
            return null;
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
    }

    private static T? Refuse<T>(ArgumentResult result, string rule)
    {
        result.AddError($"{rule}, not '{result.Tokens[0].Value}'.");
        return default;
    }
}
