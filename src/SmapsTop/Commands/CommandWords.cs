using System.CommandLine;

namespace SmapsTop.Commands;

/// <summary>How declarations of the command line are written: for the help, the man page and the completions.</summary>
internal static class CommandWords
{
    /// <summary>The command itself and those below it.</summary>
    public static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    /// <summary>The options of a command; help is everybody's.</summary>
    public static IEnumerable<Option> OptionsOf(Command command) => command is RootCommand
        ? command.Options.OrderBy(IsGeneral)
        : [.. command.Options, .. CommandLine.Root.Options.Where(option => option.Recursive)];

    /// <summary>The names of an option, the short ones first.</summary>
    public static IEnumerable<string> Names(Option option) =>
        option.Aliases.Where(alias => alias.StartsWith('-') && !alias.EndsWith('?')).Append(option.Name).OrderBy(name => name.Length);

    /// <summary>An option with its value.</summary>
    public static string Of(Option option) =>
        string.Join(", ", Names(option)) + (option.HelpName is null ? "" : " " + option.HelpName);

    /// <summary>The lines that can be typed.</summary>
    public static IEnumerable<string> Usages(Command command)
    {
        var arguments = command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : argument.Name);
        yield return string.Join(' ', [CommandLine.PathOf(command), .. arguments, "[OPTIONS]"]);
        if (command.Subcommands.Count > 0)
            yield return $"{CommandLine.PathOf(command)} COMMAND …";
    }

    private static bool IsGeneral(Option option) => option.Name is "--help" or "--version";
}
