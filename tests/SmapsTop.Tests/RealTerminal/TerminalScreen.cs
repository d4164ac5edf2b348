using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>What was on the screen at a moment.</summary>
internal sealed record TerminalScreen(ImmutableArray<string> Lines)
{
    /// <summary>The screen of a terminal's own text.</summary>
    public static TerminalScreen Of(string text) => new([.. text.Split('\n')[..^1]]);

    /// <summary>All of it.</summary>
    public string Text => string.Join('\n', Lines);

    /// <summary>All of it as words in a row: a sentence may go on in the next line.</summary>
    public string Words => string.Join(' ', Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The first line.</summary>
    public string Title => Lines[0];

    /// <summary>The last line.</summary>
    public string StatusBar => Lines[^1];

    /// <summary>True if a text is anywhere on it.</summary>
    public bool Has(string text) => Text.Contains(text, StringComparison.Ordinal);

    /// <summary>True if a pattern is anywhere on it.</summary>
    public bool Matches(string pattern) => Regex.IsMatch(Text, pattern, RegexOptions.Multiline);

    /// <summary>A grid by the beginning of its title; null if it is not on the screen.</summary>
    public ScreenGrid? Grid(string name) => ScreenGrid.Find(this, name);

    /// <summary>A figure of the totals, in kB; null if it is not there.</summary>
    public long? Total(string label)
    {
        var number = new Regex($@"(?<![\w.]) ?{label} +(\d+)(?= |$)");
        var box = Lines[1].IndexOf('┐', StringComparison.Ordinal);
        var lines = box > 0 ? Lines[2..11].Select(line => line.Length > box ? line[1..box] : "") : Lines[1..5];
        return lines.Select(line => number.Match(line)).FirstOrDefault(match => match.Success) is { } found
            ? long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>True if title and status bar are where they belong, and nothing is wider than the terminal.</summary>
    public bool IsWhole(int width, int height) =>
        Lines.Length == height && Lines.All(line => line.Length <= width)
        && Title.EndsWith("live", StringComparison.Ordinal) | Title.Contains("frozen", StringComparison.Ordinal)
        && StatusBar.Contains("? Help", StringComparison.Ordinal) && StatusBar.EndsWith("q Quit", StringComparison.Ordinal);
}
