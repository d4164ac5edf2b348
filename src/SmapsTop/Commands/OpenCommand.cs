using System.CommandLine;
using SmapsTop.Core.Saved;
using SmapsTop.Core.State;

namespace SmapsTop.Commands;

/// <summary>The screens on what was saved.</summary>
internal static class OpenCommand
{
    private static readonly Argument<string> What = new("FILE")
    {
        Description = "A recording, a saved smaps, or a folder that holds smaps, with status, cmdline and so on where they were saved too.",
        Validators = { result => CommonOptions.RefuseOptions(result, 1) },
    };

    /// <summary>The command.</summary>
    public static Command Of(string description)
    {
        var command = new Command("open", description) { What };
        command.AddExamples(
            ("smapstop open night.smapstop", "goes through a recording: Left and Right are back and on in time"),
            ("smapstop open saved", "looks at what cat /proc/PID/smaps > saved has saved"));
        command.SetAction(parsed => Show(parsed.GetValue(What)!));
        return command;
    }

    private static int Show(string path)
    {
        if (ScreenCommand.WhyNoTerminal() is { } why)
            return CommandLine.Refuse(ExitCode.Usage, why);
        var (saved, trouble) = SavedProc.Open(path);
        if (saved is null)
            return CommandLine.Refuse(ExitCode.Of(trouble!.Kind), trouble.Sentence);
        using (saved)
            return ScreenCommand.Run(saved, AppState.OfSaved(saved.Process));
    }
}
