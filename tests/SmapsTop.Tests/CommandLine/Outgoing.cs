using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Tests.CommandLine;

/// <summary>Looks at the bytes that leave the program.</summary>
internal static partial class Outgoing
{
    /// <summary>The text of bytes that must be UTF-8.</summary>
    public static string Text(byte[] bytes) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

    /// <summary>Asserts that every line is text that is safe to print.</summary>
    public static void AssertPlain(string text) => Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd('\r'), Printable.From(line.TrimEnd('\r'))));

    /// <summary>Asserts that nothing is in a text that a terminal obeys or that turns text round.</summary>
    public static void AssertTame(string text) =>
        Assert.DoesNotContain(text.EnumerateRunes(), rune => rune.Value is not ('\n' or '\r') && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format);

    /// <summary>What a terminal was sent without the commands that the program gives it; the last asks for its colours.</summary>
    public static string WithoutCommands(string sent) => Command.Replace(sent, "");

    /// <summary>The cells of CSV, by RFC 4180.</summary>
    public static List<List<string>> Cells(string csv)
    {
        var rows = new List<List<string>>();
        foreach (Match match in Cell.Matches(csv))
        {
            if (rows.Count == 0 || match.Groups["before"].Value == "\r\n")
                rows.Add([]);
            rows[^1].Add(match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Groups["plain"].Value);
        }
        return rows;
    }

    [GeneratedRegex(@"\e\[[0-9;:?<>=]*[ !$]?[@-~]|\e[()][0AB]|\e[78=>]|\e\]1[01];\?\e\\")]
    private static partial Regex Command { get; }

    [GeneratedRegex("""(?<before>\A|,|\r\n)(?!\z)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))(?=,|\r\n)""")]
    private static partial Regex Cell { get; }
}
