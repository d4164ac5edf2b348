using System.Text;
using System.Text.RegularExpressions;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>Every kind of terminal and locale: the program starts, draws, answers keys and leaves the terminal as it was. What leaves is what that terminal shows.</summary>
[Collection(OneAtATime.Name)]
public sealed partial class TerminalKindTests : IDisposable
{
    private readonly SubjectProcess _subject = SubjectProcess.Stopped();
    private readonly TmuxTerminal _terminal = new(120, 36);

    public void Dispose()
    {
        _terminal.Dispose();
        _subject.Dispose();
    }

    [Theory]
    [InlineData("TERM=xterm-256color", false)]
    [InlineData("TERM=screen", false)]
    [InlineData("TERM=tmux", false)]
    [InlineData("TERM=linux", false)]
    [InlineData("TERM=vt100", true)]
    [InlineData("TERM=nothing-known", false)]
    [InlineData("LC_ALL=C", true)]
    [InlineData("LC_ALL=C.UTF-8", false)]
    [InlineData("LC_ALL=zh_CN.UTF-8", false)]
    [InlineData("LC_ALL= LC_CTYPE= LANG=", true)]
    [InlineData("LC_ALL=C TERM=linux NO_COLOR=1", true)]
    public void It_draws_answers_and_gives_the_terminal_back(string variables, bool isAscii)
    {
        var before = _terminal.Settings();
        var recorded = _terminal.Record();
        Visit(variables);
        Assert.Equal(before, _terminal.Settings());

        var bytes = File.ReadAllBytes(recorded.FullName);
        Assert.Equal(isAscii, Ascii.IsValid(bytes));
    }

    [Fact]
    public void With_NO_COLOR_no_colour_leaves_and_without_it_some_do()
    {
        var recorded = _terminal.Record();
        Visit("NO_COLOR=1");
        Assert.DoesNotContain(Colours(recorded), IsColour);
        Visit("NO_COLOR=");
        Assert.Contains(Colours(recorded), IsColour);
    }

    [Fact]
    public void On_a_light_background_all_can_be_read()
    {
        var recorded = _terminal.Record();
        Visit("TERM=xterm-256color");
        // Neither white nor the bright colours, which vanish on white, and no background but the terminal's own.
        Assert.DoesNotContain(Colours(recorded), colour => colour is 37 or 38 or 48 or (>= 90 and <= 97) or (>= 40 and <= 47) or (>= 100 and <= 107));
    }

    [Fact]
    public void Text_from_outside_becomes_no_link()
    {
        var file = Path.Combine(_terminal.Folder, "file");
        _terminal.Type($"bash -c 'exec -a \"http://127.0.0.1:5000/x file:///etc/passwd https://example.com/a mailto:a@example.com\" sleep 600' & echo $! > {file}");
        Assert.True(Until.True(() => File.Exists(file) && File.ReadAllText(file).EndsWith('\n'), Until.Patience));
        var recorded = _terminal.Record();
        _terminal.Start($"smapstop {File.ReadAllText(file).Trim()}");
        _terminal.WaitFor(screen => screen.Title.Contains("http://127.0.0.1:5000/x", StringComparison.Ordinal) && screen.Has("q Quit"));
        _terminal.Press("p");
        _terminal.Press("/");
        _terminal.Write("example");
        _terminal.WaitFor(screen => screen.Grid("Processes") is { } grid && grid.Title.Contains("example█", StringComparison.Ordinal) && screen.Has("file:///etc/passwd"));
        _terminal.Press("C-c");
        Assert.Equal(0, _terminal.WaitForEnd());
        _terminal.Type("kill %1");
        Assert.DoesNotContain("\e]8;", File.ReadAllText(recorded.FullName), StringComparison.Ordinal);
    }

    [GeneratedRegex("\e\\[([0-9;:]*)m")]
    private static partial Regex Look { get; }

    private static IEnumerable<int> Colours(FileInfo recorded) =>
        Look.Matches(File.ReadAllText(recorded.FullName)).SelectMany(match => match.Groups[1].Value.Split(';', ':')).Select(number => number.Length == 0 ? 0 : int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Anything but the terminal's own foreground (39) and background (49).</summary>
    private static bool IsColour(int number) => number is (>= 30 and <= 38) or (>= 40 and <= 48) or (>= 90 and <= 97) or (>= 100 and <= 107);

    private void Visit(string variables)
    {
        _terminal.Start($"{variables} smapstop {_subject.Pid}");
        _terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 3 } && screen.StatusBar.EndsWith("q Quit", StringComparison.Ordinal));
        _terminal.Press("5", screen => screen.Grid("5 Growth") is not null);
        _terminal.Press("Tab", "?");
        _terminal.WaitFor(screen => screen.Has("Help"));
        _terminal.Press("Escape");
        _terminal.PressUntil("3", screen => screen.Grid("3 Libraries") is { Rows.Length: > 3 });
        _terminal.Press("q");
        Assert.Equal(0, _terminal.WaitForEnd());
    }
}
