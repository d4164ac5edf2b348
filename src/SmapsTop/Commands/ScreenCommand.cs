using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SmapsTop.Core.Proc;
using SmapsTop.Core.State;
using SmapsTop.Tty;

namespace SmapsTop.Commands;

/// <summary>Without a command's name: the screens.</summary>
internal static class ScreenCommand
{
    private static readonly Argument<string?> Target = new("TARGET")
    {
        Description = "The number or the name of a process; without it, all are listed. A command's name means the command: -- before it makes it a process's.",
        Arity = ArgumentArity.ZeroOrOne,
        Validators = { result => CommonOptions.RefuseOptions(result, 1) },
    };

    private static readonly Option<double> Delay = CommonOptions.Delay();

    private static readonly Option<double> MostDuty = new("--max-duty")
    {
        Description = "The most of the time that may be spent reading, 0.1 to 100. A process cannot map memory while it is read (mmap_lock): "
            + "where reading is slow, looks move apart, and only the totals are read each second. 100 reads as often as -d says.",
        HelpName = "PERCENT",
        DefaultValueFactory = _ => Duty.Usual * 100,
        CustomParser = result => double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is >= 0.1 and <= 100
            ? percent
            : Refuse(result),
    };

    /// <summary>The command.</summary>
    public static RootCommand Of(string description)
    {
        var command = new RootCommand(description) { Target, Delay, MostDuty };
        command.AddExamples(
            ("smapstop", "lists the processes; Enter watches one"),
            ("smapstop postgres -d 0.5", "watches the process of that name, twice a second"),
            ("smapstop -- report", "watches a process that is called like a command"));
        command.SetAction(parsed => Show(parsed.GetValue(Target), new AppState
        {
            Interval = TimeSpan.FromSeconds(parsed.GetValue(Delay)),
            MostDuty = parsed.GetValue(MostDuty) / 100,
        }));
        return command;
    }

    private static int Show(string? target, AppState asked)
    {
        if (WhyNoTerminal() is { } why)
            return CommandLine.Refuse(ExitCode.Usage, why);
        var proc = new LinuxProc();
        var (first, problem) = StartAt.Target(proc, target, asked);
        return first is null ? CommandLine.Refuse(ExitCode.NotFound, problem!) : Run(proc, first);
    }

    private static double Refuse(ArgumentResult result)
    {
        result.AddError($"--max-duty takes a percentage from 0.1 to 100, not '{result.Tokens[0].Value}'.");
        return default;
    }

    /// <summary>Shows the screens until the user leaves, and ends the process.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(IProc proc, AppState first)
    {
        first = first with
        {
            IsAscii = TerminalKind.IsAscii(Environment.GetEnvironmentVariable),
            HasBraille = TerminalKind.HasBraille(Environment.GetEnvironmentVariable),
            // Afterwards the current folder is another.
            Folder = Environment.CurrentDirectory,
        };
        TerminalGuard.Arm();
        NeutralToolkit.Prepare();
        var code = Screen.Run(proc, first);
        TerminalGuard.End(code);
        return code;
    }

    /// <summary>Why the screens cannot be shown here, with what to do instead; null if they can.</summary>
    public static string? WhyNoTerminal()
    {
        if (Libc.IsTerminal(0) == 0 || Libc.IsTerminal(1) == 0)
            return "the screen needs a terminal; in a pipe or a job, smapstop report TARGET writes without one";
        return Environment.GetEnvironmentVariable("TERM") == "dumb"
            ? "this terminal (TERM=dumb) cannot place text; smapstop report TARGET writes without a screen"
            : null;
    }
}
