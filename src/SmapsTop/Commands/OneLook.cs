using SmapsTop.Core.Proc;
using SmapsTop.Core.Saved;
using SmapsTop.Tty;

namespace SmapsTop.Commands;

/// <summary>Reads what a command is to look at once.</summary>
internal static class OneLook
{
    /// <summary>What can be looked at, in words.</summary>
    public const string Meaning =
        "The number or the name of a process; a file with saved smaps; a recording; a folder that holds smaps and, where they were saved, status, stat, cmdline and comm; - for standard input. "
        + "A number is always a process: ./1234 is the folder.";

    /// <summary>Looks at a target of this machine.</summary>
    /// <param name="target">What was given.</param>
    /// <param name="before">A sample whose mappings are to be told apart from these; null for none.</param>
    /// <param name="isFirst">Whether of a recording the first sample is wanted; else the last one.</param>
    public static (Sample? Sample, Trouble? Trouble) At(string target, Sample? before = null, bool isFirst = false) =>
        target == Target.Input && Libc.IsTerminal(0) != 0
            ? (null, new(TroubleKind.Unclear, "standard input is the terminal; lead the text of a smaps into it, as in cat FILE | smapstop report -"))
            : Target.Read(new LinuxProc(), target, before, isFirst, CancellationToken.None);

    /// <summary>Writes a report of what was seen. What of a recording could not be read is said beside it.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(Action<Stream> write, params ReadOnlySpan<Trouble?> troubles)
    {
        foreach (var trouble in troubles)
            if (trouble is not null)
                CommandLine.Say(trouble.Sentence);
        return StandardOutput.Write(write);
    }
}
