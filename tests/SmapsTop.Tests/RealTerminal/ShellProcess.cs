using System.Diagnostics;
using System.Globalization;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>A process made by a line of the shell's: for what needs another user, or a parent that does not care.</summary>
internal sealed class ShellProcess : IDisposable
{
    /// <summary>Begins a command that runs as a user without any privilege.</summary>
    public const string Nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups ";

    private readonly Process _process;

    /// <summary>Starts it.</summary>
    /// <param name="script">What the shell is to do.</param>
    public ShellProcess(string script) => _process = Process.Start(new ProcessStartInfo("sh", ["-c", script])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    /// <summary>The number of the shell, or of what has taken its place by exec.</summary>
    public int Pid => _process.Id;

    /// <summary>Reads a number that the script prints.</summary>
    public int ReadNumber() => int.Parse(_process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);

    /// <summary>Makes it go on where it waits for a line.</summary>
    public void GoOn() => _process.StandardInput.WriteLine();

    /// <summary>Waits until a process of this name is what the number belongs to.</summary>
    public ShellProcess Being(string name)
    {
        Assert.True(Until.True(() => ProcFiles.NameOf(Pid) == name && ProcFiles.StateOf(Pid) == 'S', Until.Patience), $"{Pid} is not {name}");
        return this;
    }

    /// <summary>Makes a copy of sleep that runs as root, whoever starts it.</summary>
    public static string SetUserId(string folder)
    {
        var sleep = Path.Combine(folder, "asroot");
        Assert.Equal(0, Tool.Run("sh", new Dictionary<string, string?>(), "-c", $"chmod 755 {folder} && cp $(command -v sleep) {sleep} && chmod 4755 {sleep}").ExitCode);
        return sleep;
    }

    /// <summary>Skips the test where it cannot be: as another user than root, or without what it takes to become one.</summary>
    public static void SkipUnlessRoot() => Assert.SkipUnless(
        Environment.IsPrivilegedProcess && Tool.Exists("setpriv") && Tool.Exists("unshare"), "this takes root, setpriv and unshare");

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
