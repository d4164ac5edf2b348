using System.Diagnostics;
using SmapsTop.Tests.RealTerminal;

namespace SmapsTop.Tests.CommandLine;

/// <summary>The program under test, started without a terminal, as its users' scripts do.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record Started(int ExitCode, byte[] Output, string Errors)
{
    /// <summary>Where the captures are.</summary>
    public static string Capture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    /// <summary>Runs it to its end.</summary>
    public static Started With(params IEnumerable<string> arguments) => Run(TmuxTerminal.Executable, arguments, null);

    /// <summary>Runs it to its end with something on standard input.</summary>
    public static Started Fed(byte[] input, params IEnumerable<string> arguments) => Run(TmuxTerminal.Executable, arguments, input);

    /// <summary>Runs a line of bash's, in which the variable <c>smapstop</c> is the program.</summary>
    public static Started InShell(string line) => Run("bash", ["-c", $"smapstop={TmuxTerminal.Executable}; {line}"], null);

    /// <summary>Asserts that it has written nothing, and one line with these words to standard error.</summary>
    public void Refused(int code, params string[] words)
    {
        Assert.Equal("", System.Text.Encoding.UTF8.GetString(Output));
        Assert.Matches(@"^smapstop: [^\n]+\n\z", Errors);
        Assert.All(words, word => Assert.Contains(word, Errors, StringComparison.Ordinal));
        Assert.Equal(code, ExitCode);
    }

    /// <summary>Starts it and lets it be. Whoever runs the tests may have signals ignored, as a shell does for what it starts aside: it must not inherit that.</summary>
    public static Process Start(params IEnumerable<string> arguments) => Begin("env", ["--default-signal=HUP,INT,QUIT", TmuxTerminal.Executable, .. arguments]);

    private static Process Begin(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static Started Run(string program, IEnumerable<string> arguments, byte[]? input)
    {
        using var process = Begin(program, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        var copying = process.StandardOutput.BaseStream.CopyToAsync(output);
        if (input is not null)
            process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        Until.Ended(process);
        Task.WaitAll(copying, errors);
        return new(process.ExitCode, output.ToArray(), errors.Result);
    }
}
