using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>The system calls of a program and of all that it starts, as strace writes them down.</summary>
internal sealed partial class Trace
{
    private Trace(ImmutableArray<TracedCall> calls) => Calls = calls;

    /// <summary>The calls, in order.</summary>
    public ImmutableArray<TracedCall> Calls { get; }

    /// <summary>The process that was started: the first one to call anything.</summary>
    public int Pid => Calls[0].Thread;

    /// <summary>Begins the command that is traced.</summary>
    /// <param name="file">Where the calls go.</param>
    /// <param name="calls">Which calls, in strace's words.</param>
    public static string Command(string file, string calls)
    {
        Assert.SkipUnless(Tool.Exists("strace"), "strace is not on this machine");
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("SMAPSTOP_EXECUTABLE") is { Length: > 0 },
            "this is about the native executable, for the runtime beside the other one does more: SMAPSTOP_EXECUTABLE must name it");
        return $"strace -f -qq -e signal=none -e trace={calls} -o {file} ";
    }

    /// <summary>Reads what was written. A call that was interrupted by another's stands there with its arguments where it began.</summary>
    public static Trace Read(string file) => new([.. from line in File.ReadAllLines(file)
        let call = Call().Match(line)
        where call.Success
        select new TracedCall(
            int.Parse(call.Groups["thread"].Value, CultureInfo.InvariantCulture), call.Groups["name"].Value,
            call.Groups["path"].Success ? call.Groups["path"].Value : null, line)]);

    [GeneratedRegex("""^(?<thread>\d+) +(?<name>\w+)\(((AT_FDCWD|\d+), )?("(?<path>[^"]*)")?""")]
    private static partial Regex Call();
}

/// <summary>One system call.</summary>
/// <param name="Thread">Who called.</param>
/// <param name="Name">What is called.</param>
/// <param name="Path">The first file that it names; null if it names none.</param>
/// <param name="Line">All that is known of it.</param>
internal sealed record TracedCall(int Thread, string Name, string? Path, string Line)
{
    /// <summary>True if it opens a file to write to it, or makes one.</summary>
    public bool OpensForWriting => Name is "creat" || (Name is "open" or "openat" or "openat2" && Regex.IsMatch(Line, "O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|O_TMPFILE"));

    /// <inheritdoc/>
    public override string ToString() => Line;
}
