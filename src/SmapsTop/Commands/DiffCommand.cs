using System.CommandLine;
using SmapsTop.Core.Reports;
using SmapsTop.Core.Saved;

namespace SmapsTop.Commands;

/// <summary>Writes what has changed between two looks, without a terminal.</summary>
internal static class DiffCommand
{
    private static readonly Argument<string> Old = new("OLD")
    {
        Description = OneLook.Meaning + " Of a recording OLD is the first sample, NEW the last.",
        Validators = { result => CommonOptions.RefuseOptions(result, 1) },
    };

    private static readonly Argument<string> New = new("NEW")
    {
        Description = "What it has become: any of the same.",
        Validators = { result => CommonOptions.RefuseOptions(result, 1) },
    };

    private static readonly ReportOptions Options = new(
        ReportKind.Difference, "text and JSON are totals, libraries and mappings", "Columns that tell of a course in time (Δ/MIN, AGE, TREND)");

    /// <summary>The command.</summary>
    public static Command Of(string description)
    {
        var command = new Command("diff", description) { Old, New };
        Options.AddTo(command);
        command.AddExamples(
            ("smapstop diff saved 4567", "what has grown in a process since its smaps was saved"),
            ("smapstop diff monday/ tuesday/ --view libraries --format json", "what has grown from one saved folder to another, by library"));
        command.SetAction(parsed => Options.Of(parsed) switch
        {
            (null, var problem) => CommandLine.Refuse(ExitCode.Usage, problem!),
            (var request, _) => Write(request, parsed.GetValue(Old)!, parsed.GetValue(New)!),
        });
        return command;
    }

    private static int Write(ReportRequest request, string old, string now)
    {
        if (old == Target.Input && now == Target.Input)
            return CommandLine.Refuse(ExitCode.Usage, "standard input can be one of the two; save the other: cat /proc/PID/smaps > FILE");
        var (before, trouble) = OneLook.At(old, isFirst: true);
        if (before is null)
            return CommandLine.Refuse(ExitCode.Of(trouble!.Kind), trouble.Sentence);
        var (sample, other) = OneLook.At(now, before);
        return sample is null
            ? CommandLine.Refuse(ExitCode.Of(other!.Kind), other.Sentence)
            : OneLook.Write(output => request.Format.Write(output, ReportRequest.StateOf(before, sample), request), trouble, other);
    }
}
