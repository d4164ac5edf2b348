using System.Diagnostics;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>Runs the machine's own programs.</summary>
internal static class Tool
{
    /// <summary>True if a program is on the machine.</summary>
    public static bool Exists(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, name)));

    /// <summary>Runs a program to its end.</summary>
    public static ToolResult Run(string program, IReadOnlyDictionary<string, string?> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }

    /// <summary>Sends a signal.</summary>
    public static void Signal(int pid, string signal) =>
        Assert.Equal(0, Run("sh", new Dictionary<string, string?>(), "-c", $"kill -{signal} {pid}").ExitCode);

    /// <summary>Removes a folder, whatever the names in it: the framework's own way fails for those that are no UTF-8.</summary>
    public static void Remove(string folder) =>
        Assert.Equal(0, Run("rm", new Dictionary<string, string?>(), "-rf", folder).ExitCode);
}

/// <summary>How a program ended and what it wrote.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Errors);
