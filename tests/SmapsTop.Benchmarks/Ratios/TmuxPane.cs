using System.Diagnostics;
using System.Globalization;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>A terminal of tmux's, of 120 columns and 40 lines, in which one program runs: it can say what its screen shows.</summary>
internal sealed class TmuxPane : IDisposable
{
    private readonly string _socket = Path.Combine(Path.GetTempPath(), $"smapstop-benchmark-{Guid.NewGuid():N}");

    /// <summary>Opens it.</summary>
    public TmuxPane(string command)
    {
        _ = Tmux("-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "40", "exec " + command);
        _ = Tmux("set", "-g", "status", "off");
        Pid = int.Parse(Tmux("display-message", "-p", "#{pane_pid}"), CultureInfo.InvariantCulture);
    }

    /// <summary>The program.</summary>
    public int Pid { get; }

    /// <summary>The lines of its screen.</summary>
    public string[] Lines => Tmux("capture-pane", "-p").Split('\n');

    /// <summary>From now on all that comes out of the program goes into a file, too.</summary>
    public void RecordInto(string path) => Tmux("pipe-pane", $"cat > {path}");

    /// <inheritdoc/>
    public void Dispose() => Tmux("kill-server");

    private string Tmux(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("tmux", ["-u", "-S", _socket, .. arguments]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Trim('\n');
    }
}
