using System.Globalization;

namespace SmapsTop.Tests.RealTerminal;

[Collection(OneAtATime.Name)]
public sealed class CommandLineTests : IDisposable
{
    private readonly TmuxTerminal _terminal = new(80, 24);

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void A_name_that_one_process_has_leads_to_its_mappings()
    {
        // Of programs called subject or sleep there may be any number; of this name there is one.
        var name = $"only{Environment.ProcessId}";
        File.CreateSymbolicLink(Path.Combine(_terminal.Folder, name), "/bin/sleep");
        _terminal.Type($"./{name} 600 &");
        _terminal.Start($"smapstop {name}");
        _terminal.WaitFor(screen => screen.Title.Contains($" ./{name} 600 ", StringComparison.Ordinal) && screen.Grid("1 Private") is { Rows.Length: > 1 });
        _terminal.Press("q");
        Assert.Equal(0, _terminal.WaitForEnd());
        _terminal.Type("kill %1");
    }

    [Fact]
    public void A_name_that_several_processes_have_leads_to_the_list_of_them()
    {
        using var one = SubjectProcess.Stopped();
        using var other = SubjectProcess.Stopped();
        _terminal.Start("smapstop subject");
        var grid = _terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: > 1 } grid && grid.Title.Contains("/subject", StringComparison.Ordinal)).Grid("Processes")!;
        foreach (var subject in new[] { one, other })
            Assert.True(grid.Find("PID", subject.Pid.ToString(CultureInfo.InvariantCulture)) >= 0);
        _terminal.Press("q");
        Assert.Equal(0, _terminal.WaitForEnd());
    }

    [Theory]
    [InlineData("smapstop 999999999", 3, "999999999")]
    [InlineData("smapstop nosuchname", 3, "nosuchname")]
    [InlineData("smapstop --nosuchoption", 2, "--nosuchoption")]
    [InlineData("smapstop -d 0", 2, "--delay")]
    [InlineData("smapstop -d x", 2, "--delay")]
    [InlineData("TERM=dumb smapstop", 2, "terminal")]
    [InlineData("smapstop < /dev/null", 2, "terminal")]
    public void What_cannot_be_done_is_one_line_on_standard_error_and_an_exit_code(string command, int code, string word)
    {
        var recorded = _terminal.Record();
        Assert.Equal(code, _terminal.Run(command));
        Assert.DoesNotContain("\e[?1049h", File.ReadAllText(recorded.FullName), StringComparison.Ordinal);
        // Nor is the keypad switched, which nobody would switch back.
        Assert.DoesNotContain("\e[?1h", File.ReadAllText(recorded.FullName), StringComparison.Ordinal);

        var (output, errors) = Written(command, code);
        Assert.Equal("", output);
        Assert.Matches($@"^smapstop: .*{word}.*\n\z", errors);
    }

    [Fact]
    public void Without_a_terminal_to_show_on_one_sentence_says_so()
    {
        Assert.Equal(2, _terminal.Run("(smapstop; exit $?) 2> errors | cat > output; (exit ${PIPESTATUS[0]})"));
        Assert.Equal("", Read("output"));
        Assert.Matches(@"^smapstop: .*terminal.*\n\z", Read("errors"));
    }

    /// <summary>Standard output stays the terminal, whose bytes are recorded where it matters; here only what is redirected.</summary>
    private (string Output, string Errors) Written(string command, int code)
    {
        Assert.Equal(code, _terminal.Run($"{command} 2> errors"));
        var screen = _terminal.Screen;
        var typed = screen.Lines.LastIndexOf(screen.Lines.Last(line => line.Contains("2> errors", StringComparison.Ordinal)));
        var between = screen.Lines.Skip(typed + 1).TakeWhile(line => !line.StartsWith("run ", StringComparison.Ordinal));
        return (string.Concat(between.Where(line => !line.Contains("ended:\" $?", StringComparison.Ordinal))), Read("errors"));
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(_terminal.Folder, file));
}
