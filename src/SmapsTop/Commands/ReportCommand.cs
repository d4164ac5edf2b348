using System.CommandLine;
using SmapsTop.Core.Reports;

namespace SmapsTop.Commands;

/// <summary>Writes a report of one look, without a terminal.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string> What = new("TARGET")
    {
        Description = OneLook.Meaning,
        Validators = { result => CommonOptions.RefuseOptions(result, 1) },
    };

    private static readonly ReportOptions Options = new(
        ReportKind.OneSample, "text is the totals, the private and the shared mappings, JSON is everything", "Columns that compare samples (Δ, Δ/MIN, AGE)");

    /// <summary>The command.</summary>
    public static Command Of(string description)
    {
        var command = new Command("report", description) { What };
        Options.AddTo(command);
        command.AddExamples(
            ("smapstop report postgres", "the totals, the private and the shared mappings"),
            ("smapstop report 4567 --view libraries --sort pss --format csv > a.csv", "what each library takes, for a spreadsheet"),
            ("ssh host cat /proc/4567/smaps | smapstop report -", "of a process elsewhere"));
        command.SetAction(parsed => Options.Of(parsed) switch
        {
            (null, var problem) => CommandLine.Refuse(ExitCode.Usage, problem!),
            (var request, _) => Write(request, parsed.GetValue(What)!),
        });
        return command;
    }

    private static int Write(ReportRequest request, string target)
    {
        var (sample, trouble) = OneLook.At(target);
        return sample is null
            ? CommandLine.Refuse(ExitCode.Of(trouble!.Kind), trouble.Sentence)
            : OneLook.Write(output => request.Format.Write(output, ReportRequest.StateOf(sample), request), trouble);
    }
}
