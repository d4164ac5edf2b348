using System.Collections.Immutable;
using System.CommandLine;

namespace SmapsTop.Commands;

/// <summary>An example of a command.</summary>
/// <param name="Line">What is typed.</param>
/// <param name="Does">What it does.</param>
internal sealed record Example(string Line, string Does);

/// <summary>The examples of the commands, which the library's commands have no place for.</summary>
internal static class Examples
{
    private static readonly Dictionary<Command, ImmutableArray<Example>> Known = [];

    /// <summary>Gives a command its examples.</summary>
    public static void AddExamples(this Command command, params (string Line, string Does)[] examples) =>
        Known[command] = [.. examples.Select(example => new Example(example.Line, example.Does))];

    /// <summary>The examples of a command.</summary>
    public static ImmutableArray<Example> Of(Command command) => Known.GetValueOrDefault(command, []);
}
