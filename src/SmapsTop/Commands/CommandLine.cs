using System.CommandLine;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Commands;

/// <summary>The command line: each command and each option is declared once, in a file of its own name.</summary>
internal static class CommandLine
{
    /// <summary>Everything that can be asked for.</summary>
    public static RootCommand Root { get; } = ScreenCommand.Of("Shows, live, what the memory of a Linux process is made of and what in it grows.");

    /// <summary>Parses the command line and does what it says.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        var result = Root.Parse(arguments);
        if (result.Errors.Count == 0)
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        return Refuse(ExitCode.Usage, $"{Printable.From(result.Errors[0].Message)} (smapstop --help says what there is)");
    }

    /// <summary>Says in one line on standard error what is wrong and what to do about it.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(int code, string problem)
    {
        Console.Error.WriteLine($"smapstop: {problem}");
        return code;
    }
}
