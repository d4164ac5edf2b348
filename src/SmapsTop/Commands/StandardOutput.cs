using SmapsTop.Core.Recording;

namespace SmapsTop.Commands;

/// <summary>What a command writes to standard output: nothing that is missing there stays unsaid.</summary>
internal static class StandardOutput
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Writes. A pipe whose reader has gone is no error: what is left is dropped.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(Action<Stream> write)
    {
        using var kernel = new KernelStream(1);
        using (var output = new BufferedStream(kernel, BufferSize))
        {
            write(output);
            output.Flush();
            return kernel.Problem is { } problem
                ? CommandLine.Refuse(ExitCode.NotWritten, $"standard output cannot be written, and what is there is not all: {problem}; write where there is room")
                : ExitCode.Done;
        }
    }
}
