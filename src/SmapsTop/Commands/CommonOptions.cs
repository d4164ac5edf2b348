using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SmapsTop.Core.State;

namespace SmapsTop.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>Time from one look to the next.</summary>
    public static Option<double> Delay() => new("--delay", "-d")
    {
        Description = "Seconds from one look to the next, 0.1 to 3600.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 1,
        CustomParser = result => double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= AppState.ShortestInterval.TotalSeconds && seconds <= AppState.LongestInterval.TotalSeconds
                ? seconds
                : Refuse(result),
    };

    /// <summary>Says of what looks like an option and is none that there is no such option.</summary>
    /// <param name="result">The argument it was taken for.</param>
    /// <param name="most">How many words the argument takes.</param>
    public static void RefuseOptions(ArgumentResult result, int most)
    {
        var tokens = result.Tokens;
        for (var i = 0; i < Math.Min(most, tokens.Count); i++)
            if (tokens[i].Value is ['-', _, ..])
                result.AddError($"There is no option {tokens[i].Value}.");
    }

    private static double Refuse(ArgumentResult result)
    {
        result.AddError($"--delay takes a number of seconds from 0.1 to 3600, not '{result.Tokens[0].Value}'.");
        return 1;
    }
}
