using System.CommandLine;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Recording;
using SmapsTop.Core.Reports;
using SmapsTop.Core.Saved;

namespace SmapsTop.Commands;

/// <summary>Writes a line for every look at a process to standard output.</summary>
internal static class WatchCommand
{
    /// <summary>The only format; it has a name so that there can be others.</summary>
    private const string NdJson = "ndjson";

    private static readonly Argument<string> What = new("TARGET")
    {
        Description = "The number or the name of a process.",
        Validators = { result => CommonOptions.RefuseOptions(result, 1) },
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "How it is written: ndjson (a line of JSON a sample, as report --format json writes it).",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => NdJson,
        CompletionSources = { NdJson },
        Validators =
        {
            result =>
            {
                if (result.Tokens is [var token] && token.Value != NdJson)
                    result.AddError($"There is no format {token.Value}; there is {NdJson}.");
            },
        },
    };

    /// <summary>The command.</summary>
    public static Command Of(string description)
    {
        var command = new Command("watch", description) { What, Format };
        SamplingOptions.AddTo(command);
        command.AddExamples(
            ("smapstop watch postgres -d 5 | jq -c '[.time, .totals.pss_kb]'", "one number of each look"),
            ("smapstop watch 4567 -d 60 --for 1d > day.ndjson", "a day, look by look"));
        command.SetAction(parsed => Write(parsed.GetValue(What)!, SamplingOptions.Of(parsed)));
        return command;
    }

    private static int Write(string target, SamplingPlan plan)
    {
        var proc = new LinuxProc();
        var (process, trouble) = LiveTarget.Find(proc, target);
        if (process is null)
            return CommandLine.Refuse(ExitCode.Of(trouble!.Kind), trouble.Sentence);

        var (request, _) = ReportRequest.Of(new ReportWords(ReportFormat.Json.Name));
        using var lines = new LineOutput();
        var sampling = new Sampling(
            (last, cancel) => proc.Look(process.Identity, last, cancel),
            sample => lines.Write(line => request!.Format.Write(line, ReportRequest.StateOf(sample), request)));
        var (end, signal) = Unattended.Run(sampling, plan);

        if (end is SamplingEnd.NotTaken refused)
            return lines.IsClosed ? ExitCode.Done : CommandLine.Refuse(ExitCode.NotWritten, $"standard output cannot be written: {refused.Problem}; write where there is room");
        if (end is not SamplingEnd.Over over)
            return signal;
        if (sampling.Count > 0)
        {
            CommandLine.Say(over.Unseen.Reason.Sentence(over.Unseen.Detail));
            return ExitCode.Done;
        }
        var why = Target.Of(process, over.Unseen);
        return CommandLine.Refuse(ExitCode.Of(why.Kind), why.Sentence);
    }
}
