using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using SmapsTop.Commands;
using SmapsTop.Core.Reports;

namespace SmapsTop.Tests.CommandLine;

public class HelpTests
{
    /// <summary>Every command by what is typed to reach it.</summary>
    public static TheoryData<string> All { get; } = [.. CommandWords.All(Commands.CommandLine.Root).Select(Commands.CommandLine.PathOf)];

    [Theory]
    [MemberData(nameof(All))]
    public void The_help_fits_80_columns_and_is_what_the_program_says(string path)
    {
        var help = HelpPage.Of(Named(path));
        Assert.All(help.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.DoesNotContain(help.Split('\n'), line => line.EndsWith(' '));
        Assert.Equal(help, Encoding.UTF8.GetString(Started.With([.. path.Split(' ')[1..], "--help"]).Output));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Everything_that_is_declared_stands_in_the_help(string path)
    {
        var command = Named(path);
        var words = string.Join(' ', HelpPage.Of(command).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Symbol[] symbols = [command, .. command.Subcommands, .. command.Arguments, .. command.Options];
        Assert.All(symbols, symbol => Assert.Contains(symbol.Description!, words, StringComparison.Ordinal));
        Assert.All(ExitCode.Explained, code => Assert.Contains($"{code.Code} {code.Meaning}", words, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_command_has_an_example_and_every_example_is_understood(string path)
    {
        var examples = Examples.Of(Named(path));
        Assert.NotEmpty(examples);
        Assert.All(examples, example =>
        {
            var line = Regex.Match(example.Line, @"smapstop[^|>]*").Value.Trim();
            Assert.StartsWith(path, line.Replace(" -- ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
            var parsed = Commands.CommandLine.Root.Parse(line.Split(' ')[1..]);
            Assert.Empty(parsed.Errors);
            Assert.Same(Named(path), parsed.CommandResult.Command);
            Assert.Null(ReportRequest.Of(ReportOptions.Of(parsed)).Problem);
        });
    }

    [Fact]
    public void Help_is_shown_whatever_else_is_missing()
    {
        var run = Started.With("report", "-h");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public void A_commands_name_is_the_command_unless_two_dashes_stand_before_it()
    {
        Assert.Equal("report", Commands.CommandLine.Root.Parse(["report", "1"]).CommandResult.Command.Name);
        var parsed = Commands.CommandLine.Root.Parse(["--", "report"]);
        Assert.IsType<RootCommand>(parsed.CommandResult.Command);
        Assert.Empty(parsed.Errors);
    }

    private static Command Named(string path) => CommandWords.All(Commands.CommandLine.Root).Single(command => Commands.CommandLine.PathOf(command) == path);
}
