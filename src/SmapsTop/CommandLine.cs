using System.CommandLine;
using System.Globalization;
using SmapsTop.Core.Proc;
using SmapsTop.Core.State;
using SmapsTop.Tty;

namespace SmapsTop;

/// <summary>The command line.</summary>
internal static class CommandLine
{
    /// <summary>Exit code for a command line that cannot be understood, or no terminal where one is needed.</summary>
    public const int Usage = 2;

    /// <summary>Exit code for a process that does not exist.</summary>
    public const int NotFound = 3;

    private static readonly Argument<string?> Target = new("TARGET")
    {
        Description = "The number or the name of a process; without it, all are listed.",
        Arity = ArgumentArity.ZeroOrOne,
        Validators =
        {
            result =>
            {
                if (result.Tokens is [var token] && token.Value.StartsWith('-'))
                    result.AddError($"There is no option {token.Value}.");
            },
        },
    };

    private static readonly Option<double> Delay = new("--delay", "-d")
    {
        Description = "Seconds from one look to the next, 0.1 to 3600.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 1,
        CustomParser = result => double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= AppState.ShortestInterval.TotalSeconds && seconds <= AppState.LongestInterval.TotalSeconds
                ? seconds
                : Refuse(result),
    };

    /// <summary>Parses the command line and does what it says.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        var command = new RootCommand("Shows, live, what the memory of a Linux process is made of and what in it grows.") { Target, Delay };
        command.SetAction(parsed => Show(parsed.GetValue(Target), TimeSpan.FromSeconds(parsed.GetValue(Delay))));
        var result = command.Parse(arguments);
        if (result.Errors.Count == 0)
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        Console.Error.WriteLine($"smapstop: {Core.Smaps.Printable.From(result.Errors[0].Message)} (smapstop --help says what there is)");
        return Usage;
    }

    private static int Show(string? target, TimeSpan interval)
    {
        if (WhyNoTerminal() is { } why)
        {
            Console.Error.WriteLine($"smapstop: {why}");
            return Usage;
        }
        var proc = new LinuxProc();
        var (first, problem) = StartAt.Target(proc, target, new AppState { Interval = interval });
        if (first is null)
        {
            Console.Error.WriteLine($"smapstop: {problem}");
            return NotFound;
        }
        TerminalGuard.Arm();
        NeutralToolkit.Prepare();
        return Screen.Run(proc, first);
    }

    private static string? WhyNoTerminal()
    {
        if (Libc.IsTerminal(0) == 0 || Libc.IsTerminal(1) == 0)
            return "it needs a terminal to show and to take keys; start it in one, not in a pipe or a job";
        return Environment.GetEnvironmentVariable("TERM") == "dumb"
            ? "this terminal (TERM=dumb) cannot place text; start it in one that can"
            : null;
    }

    private static double Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"--delay takes a number of seconds from 0.1 to 3600, not '{result.Tokens[0].Value}'.");
        return 1;
    }
}
