using System.CommandLine;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Reports;
using SmapsTop.Core.Saved;
using SmapsTop.Tty;

namespace SmapsTop.Commands;

/// <summary>Writes a report of one look, without a terminal.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string> What = new("TARGET")
    {
        Description = TargetMeaning,
        Validators = { result => CommonOptions.RefuseOptions(result, 1) },
    };

    /// <summary>What can be read once.</summary>
    public const string TargetMeaning =
        "The number or the name of a process; a file with saved smaps; a folder that holds smaps and, where they were saved, status, stat, cmdline and comm; - for standard input. "
        + "A number is always a process: ./1234 is the folder.";

    /// <summary>The command.</summary>
    public static Command Of(string description)
    {
        var command = new Command("report", description) { What };
        ReportOptions.AddTo(command);
        command.AddExamples(
            ("smapstop report postgres", "the totals, the private and the shared mappings"),
            ("smapstop report 4567 --view libraries --sort pss --format csv > a.csv", "what each library takes, for a spreadsheet"),
            ("ssh host cat /proc/4567/smaps | smapstop report -", "of a process elsewhere"));
        command.SetAction(parsed => Write(parsed.GetValue(What)!, ReportOptions.Of(parsed)));
        return command;
    }

    private static int Write(string target, ReportWords words)
    {
        var (request, problem) = ReportRequest.Of(words);
        if (request is null)
            return CommandLine.Refuse(ExitCode.Usage, problem!);
        var (sample, trouble) = Read(target, null);
        if (sample is null)
            return CommandLine.Refuse(ExitCode.Of(trouble!.Kind), trouble.Sentence);
        return StandardOutput.Write(output => request.Format.Write(output, ReportRequest.StateOf(sample), request));
    }

    /// <summary>Reads a target of this machine once.</summary>
    /// <param name="target">What was given.</param>
    /// <param name="before">A sample whose mappings are to be told apart from these; null for none.</param>
    public static (Sample? Sample, Trouble? Trouble) Read(string target, Sample? before) =>
        target == Target.Input && Libc.IsTerminal(0) != 0
            ? (null, new(TroubleKind.Unclear, "standard input is the terminal; lead the text of a smaps into it, as in cat FILE | smapstop report -"))
            : Target.Read(new LinuxProc(), target, before, CancellationToken.None);
}
