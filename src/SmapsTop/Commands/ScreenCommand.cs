using System.CommandLine;
using SmapsTop.Core.Proc;
using SmapsTop.Core.State;
using SmapsTop.Tty;

namespace SmapsTop.Commands;

/// <summary>Without a command's name: the screens.</summary>
internal static class ScreenCommand
{
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

    private static readonly Option<double> Delay = CommonOptions.Delay();

    /// <summary>The command.</summary>
    public static RootCommand Of(string description)
    {
        var command = new RootCommand(description) { Target, Delay };
        command.SetAction(parsed => Show(parsed.GetValue(Target), TimeSpan.FromSeconds(parsed.GetValue(Delay))));
        return command;
    }

    private static int Show(string? target, TimeSpan interval)
    {
        if (WhyNoTerminal() is { } why)
            return CommandLine.Refuse(ExitCode.Usage, why);
        var proc = new LinuxProc();
        var (first, problem) = StartAt.Target(proc, target, new AppState
        {
            Interval = interval,
            HasBraille = TerminalKind.HasBraille(Environment.GetEnvironmentVariable),
        });
        if (first is null)
            return CommandLine.Refuse(ExitCode.NotFound, problem!);
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
}
