using SmapsTop.Core.Smaps;

namespace SmapsTop.Commands;

/// <summary>What a command writes to standard output: nothing that is missing there stays unsaid.</summary>
internal static class StandardOutput
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Writes. A pipe whose reader has gone is no error: the framework takes what is left and drops it.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(Action<Stream> write)
    {
        try
        {
            using var output = new BufferedStream(Console.OpenStandardOutput(), BufferSize);
            write(output);
            output.Flush();
            return ExitCode.Done;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse(ExitCode.NotWritten, $"standard output cannot be written, and what is there is not all: {Printable.From(refused.Message)}; write where there is room");
        }
    }
}
