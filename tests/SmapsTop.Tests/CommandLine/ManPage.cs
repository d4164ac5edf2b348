using System.CommandLine;
using System.Globalization;
using System.Text;
using SmapsTop.Commands;

namespace SmapsTop.Tests.CommandLine;

/// <summary>Makes the man page from the declarations of the command line.</summary>
internal static class ManPage
{
    public static string Make()
    {
        var root = Commands.CommandLine.Root;
        var version = typeof(Commands.CommandLine).Assembly.GetName().Version!.ToString(3);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $".TH SMAPSTOP 1 2026-11-23 \"smapstop {version}\" \"User Commands\"\n");
        page.Append(".SH NAME\nsmapstop \\- what the memory of a process is made of\n.SH SYNOPSIS\n");
        foreach (var command in CommandWords.All(root))
            page.Append(CultureInfo.InvariantCulture, $".B {Safe(Commands.CommandLine.PathOf(command))}\n{Safe(CommandWords.Usages(command).First()[Commands.CommandLine.PathOf(command).Length..].Trim())}\n.br\n");
        page.Length -= ".br\n".Length;
        page.Append(CultureInfo.InvariantCulture, $".SH DESCRIPTION\n{Text(root.Description!)}\nThe key ? shows all keys.\n");
        Terms(page, root);
        page.Append(".SH COMMANDS\n");
        foreach (var command in root.Subcommands)
        {
            page.Append(CultureInfo.InvariantCulture, $".SS {command.Name}\n{Text(command.Description!)}\n");
            Terms(page, command);
        }
        page.Append(".SH EXIT STATUS\n");
        foreach (var (code, meaning) in ExitCode.Explained)
            Term(page, code.ToString(CultureInfo.InvariantCulture), meaning);
        page.Append(".SH EXAMPLES\n");
        foreach (var example in CommandWords.All(root).SelectMany(command => Examples.Of(command)))
            Term(page, example.Line, example.Does);
        return page.Append(".SH SEE ALSO\n.BR pmap (1),\n.BR proc (5)\n").ToString();
    }

    private static void Terms(StringBuilder page, Command command)
    {
        foreach (var argument in command.Arguments)
            Term(page, argument.Name, argument.Description!);
        foreach (var option in CommandWords.OptionsOf(command))
            Term(page, CommandWords.Of(option), option.Description!);
    }

    private static void Term(StringBuilder page, string term, string meaning) =>
        page.Append(CultureInfo.InvariantCulture, $".TP\n.B {Safe(term)}\n{Text(meaning)}\n");

    /// <summary>Text that roff takes as it is meant: hyphens that can be copied, backslashes, letters beyond ASCII.</summary>
    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            safe.Append(rune.Value switch
            {
                '\\' => "\\e",
                '-' => "\\-",
                '\'' => "\\(aq",
                '"' => "\\(dq",
                < 0x7f => rune.ToString(),
                _ => $"\\[u{rune.Value:X4}]",
            });
        return safe.Insert(0, text is ['.', ..] ? "\\&" : "").ToString();
    }

    /// <summary>Lines of at most 80 letters; a word at the beginning of one must be no request.</summary>
    private static string Text(string text)
    {
        var lines = new StringBuilder();
        var length = 0;
        foreach (var word in text.Split(' ').Select(Safe))
        {
            var fits = length + 1 + word.Length <= 80;
            lines.Append(length == 0 ? "" : fits ? " " : "\n").Append(word);
            length = length == 0 || !fits ? word.Length : length + 1 + word.Length;
        }
        return lines.ToString();
    }
}
