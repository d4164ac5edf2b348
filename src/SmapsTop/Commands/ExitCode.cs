using System.Collections.Immutable;
using SmapsTop.Core.Saved;
using SmapsTop.Tty;

namespace SmapsTop.Commands;

/// <summary>What the process says when it ends. A signal ends it with 128 and the signal's number.</summary>
internal static class ExitCode
{
    /// <summary>All was done that was asked for.</summary>
    public const int Done = 0;

    /// <summary>The command line cannot be understood, or there is no terminal where one is needed.</summary>
    public const int Usage = 2;

    /// <summary>There is no such process or file.</summary>
    public const int NotFound = 3;

    /// <summary>The process or the file may not be read.</summary>
    public const int NotPermitted = 4;

    /// <summary>What was read is no smaps.</summary>
    public const int NotSmaps = 5;

    /// <summary>What was to be written could not be, or not to its end.</summary>
    public const int NotWritten = 6;

    /// <summary>SIGINT, which Ctrl+C sends.</summary>
    public const int Interrupted = 130;

    /// <summary>All of them in words, for the help and the man page.</summary>
    public static ImmutableArray<(int Code, string Meaning)> Explained { get; } =
    [
        (Done, "done; also when a pipe is closed early, as by head"),
        (Usage, "the command line is not understood, or there is no terminal for the screen"),
        (NotFound, "there is no such process, file or folder"),
        (NotPermitted, "the process or the file may not be read"),
        (NotSmaps, "what was read is no smaps, or empty"),
        (NotWritten, "standard output or the file could not be written to its end"),
        (TerminalGuard.Crashed, "an error of its own, with where it happened: please report it"),
        (Interrupted, "interrupted by Ctrl+C; by another signal, 128 and its number"),
    ];

    /// <summary>The exit code of what keeps a target from being read.</summary>
    public static int Of(TroubleKind kind) => kind switch
    {
        TroubleKind.Unclear => Usage,
        TroubleKind.NotFound => NotFound,
        TroubleKind.NotPermitted => NotPermitted,
        _ => NotSmaps,
    };
}
