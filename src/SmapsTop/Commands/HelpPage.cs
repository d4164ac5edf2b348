using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text;

namespace SmapsTop.Commands;

/// <summary>What <c>--help</c> says of a command: made from the declarations, in 80 columns.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    /// <summary>The longest line.</summary>
    public const int Width = 80;

    private const int Indent = 2;
    private const int TextAt = 26;

    /// <summary>Who asks for help is not told what else is missing.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write(Of(parseResult.CommandResult.Command));
        return ExitCode.Done;
    }

    /// <summary>The page of a command.</summary>
    public static string Of(Command command)
    {
        var page = new StringBuilder();
        Wrap(page, command.Description!, 0);
        page.Append("\nUsage:\n");
        foreach (var usage in CommandWords.Usages(command))
            page.Append(CultureInfo.InvariantCulture, $"  {usage}\n");
        Table(page, "Commands", command.Subcommands.Select(one => (one.Name, one.Description!)));
        Table(page, "Arguments", command.Arguments.Select(one => (one.Name, one.Description!)));
        Table(page, "Options", CommandWords.OptionsOf(command).Select(one => (CommandWords.Of(one), one.Description!)));
        Table(page, "Exit codes", ExitCode.Explained.Select(one => (one.Code.ToString(CultureInfo.InvariantCulture), one.Meaning)));
        page.Append("\nExamples:\n");
        foreach (var example in Examples.Of(command))
        {
            page.Append(CultureInfo.InvariantCulture, $"  {example.Line}\n");
            Wrap(page, example.Does, 2 * Indent + Indent);
        }
        return page.ToString();
    }

    private static void Table(StringBuilder page, string title, IEnumerable<(string Term, string Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        page.Append(CultureInfo.InvariantCulture, $"\n{title}:\n");
        foreach (var (term, text) in all)
        {
            var isLong = term.Length > TextAt - Indent - 2;
            page.Append(' ', Indent).Append(isLong ? term + "\n" : term.PadRight(TextAt - Indent));
            Wrap(page, text, TextAt, isLong ? 0 : TextAt);
        }
    }

    /// <summary>Breaks a text between words.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="text">The text.</param>
    /// <param name="left">Where its lines begin.</param>
    /// <param name="at">Where the page's last line ends.</param>
    private static void Wrap(StringBuilder page, string text, int left, int at = 0)
    {
        page.Append(' ', left - at);
        at = left;
        foreach (var word in text.Split(' '))
        {
            if (at > left && at + 1 + word.Length > Width)
            {
                page.Append('\n').Append(' ', left);
                at = left;
            }
            page.Append(at > left ? " " : "").Append(word);
            at += word.Length + (at > left ? 1 : 0);
        }
        page.Append('\n');
    }
}
