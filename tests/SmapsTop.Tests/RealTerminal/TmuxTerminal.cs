using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>A terminal with a shell in it, and a hand on its keyboard. The program under test is what its users start.</summary>
internal sealed class TmuxTerminal : IDisposable
{
    private readonly Dictionary<string, string?> _environment;
    private int _runs;

    /// <summary>Opens a terminal whose shell is ready.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Lines.</param>
    /// <param name="folder">Where the shell is; null for <see cref="Folder"/>.</param>
    /// <param name="home">The home folder; null for the one of the tests.</param>
    public TmuxTerminal(int width, int height, string? folder = null, string? home = null)
    {
        Assert.SkipUnless(Tool.Exists("tmux") && Tool.Exists("bash"), "tmux and bash are not both on this machine");
        File.WriteAllText(Path.Combine(Folder, "tmux.conf"), "set -g status off\n");
        _environment = new()
        {
            ["PATH"] = $"{Path.GetDirectoryName(Executable)}:{Environment.GetEnvironmentVariable("PATH")}",
            ["LANG"] = "C.UTF-8",
            ["HOME"] = home ?? Environment.GetEnvironmentVariable("HOME"),
            ["TMUX"] = null,
            ["NO_COLOR"] = null,
            // The tests without a terminal set it for the toolkit in their own process.
            ["DisableRealDriverIO"] = null,
        };
        Tmux("new-session", "-d", "-x", Text(width), "-y", Text(height), "-c", folder ?? Folder, "PS1='ready> ' exec bash --norc --noprofile");
        try
        {
            WaitFor(screen => screen.Has("ready>"));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The native executable if one is named, else the one beside the tests.</summary>
    public static string Executable =>
        Environment.GetEnvironmentVariable("SMAPSTOP_EXECUTABLE") is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Path.Combine(AppContext.BaseDirectory, "smapstop");

    /// <summary>A folder of its own; the shell is in it if it was not told otherwise.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("smapstop-terminal-").FullName;

    /// <summary>What is on the screen now.</summary>
    public TerminalScreen Screen => TerminalScreen.Of(Tmux("capture-pane", "-p"));

    /// <summary>The shell, or what has taken its place by exec.</summary>
    public int ShellPid => int.Parse(Ask("pane_pid"), CultureInfo.InvariantCulture);

    /// <summary>True while a program has the alternate screen.</summary>
    public bool IsAlternate => Ask("alternate_on") == "1";

    /// <summary>True while a program is told of the mouse.</summary>
    public bool HasMouse => Ask("mouse_any_flag") == "1";

    /// <summary>The program that is this terminal.</summary>
    public int ServerPid => int.Parse(Ask("pid"), CultureInfo.InvariantCulture);

    /// <summary>The line between it and its programs.</summary>
    public string Device => Ask("pane_tty");

    /// <summary>Where it can be attached to.</summary>
    public string Socket => Path.Combine(Folder, "socket");

    /// <summary>Types a command and Enter.</summary>
    public void Type(string command)
    {
        Write(command);
        Press("Enter");
    }

    /// <summary>Types a command whose end can be waited for; <c>smapstop</c> is the program under test.</summary>
    public void Start(string command) => Type($"{command}; echo \"run {++_runs} ended:\" $?");

    /// <summary>Waits until the last program started has ended and the shell is ready again.</summary>
    /// <returns>The exit code.</returns>
    public int WaitForEnd()
    {
        var end = new Regex($@"^run {_runs} ended: (\d+)\s*\nready>", RegexOptions.Multiline);
        var screen = WaitFor(screen => end.IsMatch(screen.Text), "the program has ended");
        return int.Parse(end.Match(screen.Text).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Runs the program to its end.</summary>
    /// <returns>The exit code.</returns>
    public int Run(string command)
    {
        Start(command);
        return WaitForEnd();
    }

    /// <summary>Runs a command of the shell's and reads the file that its output goes to.</summary>
    public string Output(string command)
    {
        var file = Path.Combine(Folder, $"output-{_runs + 1}");
        Start($"{command} > {file}");
        WaitForEnd();
        return File.ReadAllText(file);
    }

    /// <summary>Everything that a program can leave behind in a terminal: what it has switched on, and how the line is set.</summary>
    public string Settings()
    {
        var line = Output("stty -a");
        return Ask("alternate_on} #{mouse_any_flag} #{mouse_sgr_flag} #{keypad_flag} #{keypad_cursor_flag} #{cursor_flag} #{insert_flag} #{origin_flag} #{wrap_flag") + "\n" + line;
    }

    /// <summary>Watches a process and waits until its mappings are on the screen.</summary>
    /// <param name="subject">The process.</param>
    /// <param name="variables">Variables of the environment, as a shell takes them before a command.</param>
    /// <param name="options">Options of the program.</param>
    public void Watch(SubjectProcess subject, string variables = "", string options = "")
    {
        Start($"{variables} smapstop {subject.Pid} {options}");
        WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 3 } && screen.StatusBar.EndsWith("q Quit", StringComparison.Ordinal));
    }

    /// <summary>The program under test, a child of the shell.</summary>
    public int WaitForChild()
    {
        int? child = null;
        Assert.True(Until.True(() => (child = ProcFiles.ChildOf(ShellPid)) is not null, Until.Patience), "the shell has no child");
        return child!.Value;
    }

    /// <summary>Presses keys, by tmux's names, in one burst.</summary>
    public void Press(params IEnumerable<string> keys) => Tmux(["send-keys", .. keys]);

    /// <summary>Presses a key and waits for what it does.</summary>
    public TerminalScreen Press(string key, Predicate<TerminalScreen> effect, [CallerArgumentExpression(nameof(effect))] string what = "")
    {
        Press(key);
        return WaitFor(effect, $"{key}: {what}");
    }

    /// <summary>Presses a key again and again until it has done something.</summary>
    public void PressUntil(string key, Predicate<TerminalScreen> effect, [CallerArgumentExpression(nameof(effect))] string what = "")
    {
        var isThere = Until.True(
            () =>
            {
                Press(key);
                return effect(Screen);
            },
            Until.Patience);
        Assert.True(isThere, $"Pressed {key} in vain for: {what}\n{Screen.Text}");
    }

    /// <summary>Types characters in one burst.</summary>
    public void Write(string text) => Tmux("send-keys", "-l", text);

    /// <summary>Clicks, as a terminal reports it.</summary>
    public void Click(int x, int y) => Write($"\e[<0;{x + 1};{y + 1}M\e[<0;{x + 1};{y + 1}m");

    /// <summary>Makes the terminal larger or smaller.</summary>
    public void Resize(int width, int height) => Tmux("resize-window", "-x", Text(width), "-y", Text(height));

    /// <summary>Records every byte that the program writes.</summary>
    /// <returns>The file they go to.</returns>
    public FileInfo Record()
    {
        var file = new FileInfo(Path.Combine(Folder, "recorded"));
        Tmux("pipe-pane", "-O", $"cat > {file.FullName}");
        Assert.True(Until.True(() => File.Exists(file.FullName), Until.Patience));
        return file;
    }

    /// <summary>Takes the terminal away from under the program.</summary>
    public void Drop() => Tmux("kill-pane");

    /// <summary>Waits for what is to be seen, and stays while nothing is being drawn; fails with the last screen.</summary>
    public TerminalScreen WaitFor(Predicate<TerminalScreen> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var screen = Screen;
        if (!Until.True(() => condition(screen = Screen) && Screen.Text == screen.Text, Until.Patience))
            Assert.Fail($"Waited in vain for: {what}\n{screen.Text}");
        return screen;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Tool.Run("tmux", _environment, "-S", Socket, "kill-server");
        Tool.Remove(Folder);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Ask(string variable) => Tmux("display-message", "-p", $"#{{{variable}}}").Trim();

    private string Tmux(params IEnumerable<string> arguments)
    {
        var result = Tool.Run("tmux", _environment, ["-u", "-S", Socket, "-f", Path.Combine(Folder, "tmux.conf"), .. arguments]);
        return result.ExitCode == 0 ? result.Output : throw new InvalidOperationException($"tmux: {result.Errors}");
    }
}
