using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using SmapsTop.Core.Recording;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Commands;

/// <summary>The command line: each command and each option is declared once, in a file of its own name.</summary>
internal static class CommandLine
{
    /// <summary>Everything that can be asked for.</summary>
    public static RootCommand Root { get; } = Make();

    /// <summary>Parses the command line and does what it says.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        // A word that begins with @ is a word: no file is read for more of them.
        var result = Root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
        {
            // What is wrong with one word says more than how many words are missing or too many for it.
            var error = result.Errors.FirstOrDefault(error => error.SymbolResult is not CommandResult) ?? result.Errors[0];
            return Refuse(ExitCode.Usage, $"{Printable.From(error.Message).TrimEnd('.')}; {PathOf(result.CommandResult.Command)} --help says what there is");
        }
        var help = new StringWriter();
        var code = result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = help });
        var text = help.ToString();
        return text.Length == 0 ? code : StandardOutput.Write(output => output.Write(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Says in one line on standard error what is wrong and what to do about it.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(int code, string problem)
    {
        Say(problem);
        return code;
    }

    /// <summary>Says something in one line on standard error, if there is anybody left to hear it.</summary>
    public static void Say(string sentence)
    {
        // The terminal may have gone while a recording went on: then it is said to nobody.
        using var errors = new KernelStream(2);
        errors.Write(System.Text.Encoding.UTF8.GetBytes($"smapstop: {sentence}\n"));
    }

    /// <summary>What is typed to reach a command.</summary>
    public static string PathOf(Command command) => command is RootCommand ? "smapstop" : $"smapstop {command.Name}";

    private static RootCommand Make()
    {
        var root = ScreenCommand.Of("Shows, live, what the memory of a Linux process is made of and what in it grows.");
        root.Subcommands.Add(ReportCommand.Of("Writes what the memory of a process is made of, once, to standard output."));
        root.Subcommands.Add(DiffCommand.Of("Writes what has grown from one look to another, to standard output."));
        root.Subcommands.Add(RecordCommand.Of("Records the memory of a process to a file, look after look, with nobody watching."));
        root.Subcommands.Add(WatchCommand.Of("Writes a line of JSON for every look at a process to standard output."));
        root.Subcommands.Add(OpenCommand.Of("Shows what was saved: a recording, a saved smaps, or a folder with one."));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Say what can be asked for.";
        help.Action = new HelpPage();
        root.Options.OfType<VersionOption>().Single().Description = "Say which version this is.";
        return root;
    }
}
