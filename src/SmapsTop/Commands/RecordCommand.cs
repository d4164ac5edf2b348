using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Recording;
using SmapsTop.Core.Saved;
using SmapsTop.Core.Smaps;
using SmapsTop.Tty;

namespace SmapsTop.Commands;

/// <summary>Records a process to a file.</summary>
internal static class RecordCommand
{
    /// <summary>SIGXFSZ: the file has reached the size that ulimit -f allows. It must not end the process, for the write then says so.</summary>
    private const int FileTooLarge = 25;

    private static readonly Argument<string> What = new("TARGET")
    {
        Description = "The number or the name of a process.",
        Validators = { result => CommonOptions.RefuseOptions(result, 1) },
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The file that is recorded to. It is made for you alone; one that is there is left as it is.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace FILE if it is there." };

    /// <summary>The command.</summary>
    public static Command Of(string description)
    {
        var command = new Command("record", description) { What, Output };
        SamplingOptions.AddTo(command);
        command.Options.Add(Force);
        command.AddExamples(
            ("smapstop record 4567 -o night.smapstop -d 10 --for 8h", "every ten seconds, until the morning"),
            ("smapstop record postgres -o leak.smapstop", "until the process ends; with nohup before it and & behind it, though you log off"));
        command.SetAction(parsed => Record(parsed.GetValue(What)!, parsed.GetValue(Output)!, SamplingOptions.Of(parsed), parsed.GetValue(Force)));
        return command;
    }

    private static int Record(string target, string path, SamplingPlan plan, bool replaces)
    {
        var proc = new LinuxProc();
        var (process, trouble) = LiveTarget.Find(proc, target);
        if (process is null)
            return CommandLine.Refuse(ExitCode.Of(trouble!.Kind), trouble.Sentence);

        using var ignored = PosixSignalRegistration.Create((PosixSignal)FileTooLarge, context => context.Cancel = true);
        using var file = new RecordingFile(path, replaces, ", or --force to replace it");
        using var writer = new RecordingWriter(file, plan.Interval);
        if (Libc.IsTerminal(2) != 0)
            CommandLine.Say($"recording {process.Pid} {process.Name} to {Printable.From(path)}; Ctrl+C ends it");
        var (end, signal) = Unattended.Run(new Sampling((last, cancel) => proc.Look(process.Identity, last, writer.Text, cancel), writer.Append), plan);

        if (end is SamplingEnd.Over over && writer.Samples == 0)
        {
            var why = Target.Of(process, over.Unseen);
            return CommandLine.Refuse(ExitCode.Of(why.Kind), why.Sentence);
        }
        var problem = end is SamplingEnd.NotTaken refused ? refused.Problem : writer.Samples == 0 ? null : writer.End(new RecordingEnd(DateTimeOffset.Now, Why(end, signal)));
        if (problem is not null)
            return CommandLine.Refuse(ExitCode.NotWritten, $"{Printable.From(path)} cannot be written: {problem}{(writer.Samples == 0 ? "" : $"; {Count(writer)} that were recorded before are in it")}");
        CommandLine.Say($"{Why(end, signal)} {Count(writer)} of {process.Pid} {process.Name} {(writer.Samples == 1 ? "is" : "are")} in {Printable.From(path)}, {Bytes(writer.Size)}.");
        return signal;
    }

    private static string Why(SamplingEnd end, int signal) => end switch
    {
        SamplingEnd.Over over => over.Unseen.Reason.Sentence(over.Unseen.Detail),
        SamplingEnd.Stopped => string.Create(CultureInfo.InvariantCulture, $"Stopped by signal {signal - 128}."),
        _ => "Done.",
    };

    private static string Count(RecordingWriter writer) =>
        string.Create(CultureInfo.InvariantCulture, $"{writer.Samples:#,0} {(writer.Samples == 1 ? "sample" : "samples")}");

    private static string Bytes(long size) => string.Create(CultureInfo.InvariantCulture, $"{size:#,0} bytes");
}
