using System.Globalization;
using System.Text;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Drawing;

/// <summary>Makes text fit into cells of the screen. Wide characters take two.</summary>
internal static class Fit
{
    private const string Ellipsis = "…";

    /// <summary>Cells that a text takes.</summary>
    public static int Cells(string text) => CellWidth.Of(text);

    /// <summary>Shortens a text that is too long in its middle; a path keeps more of its end.</summary>
    public static string Middle(string text, int cells)
    {
        if (Cells(text) <= cells)
            return text;
        if (cells < 3)
            return cells <= 0 ? "" : Ellipsis;
        var head = (cells - 1) / 3;
        return Take(Parts(text), head) + Ellipsis + Reversed(Take(Parts(text).Reverse(), cells - 1 - head));
    }

    /// <summary>Shortens a text that is too long at its end.</summary>
    public static string End(string text, int cells) =>
        Cells(text) <= cells ? text : cells < 1 ? "" : Take(Parts(text), cells - 1) + Ellipsis;

    /// <summary>Shortens a text that is too long at its start, for one that is being typed.</summary>
    public static string Start(string text, int cells) =>
        Cells(text) <= cells ? text : Ellipsis + Reversed(Take(Parts(text).Reverse(), cells - 1));

    /// <summary>The first of several forms of a text that fits; the last, shortened at its end, if none does.</summary>
    public static string FirstOf(IReadOnlyList<string> forms, int cells) =>
        forms.FirstOrDefault(form => Cells(form) <= cells) ?? End(forms[^1], cells);

    /// <summary>Breaks a text into lines at its spaces; a word that is too long is broken anywhere.</summary>
    public static List<string> Wrap(string text, int cells)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Cells(line) + 1 + Cells(word) <= cells)
            {
                line += " " + word;
                continue;
            }
            if (line.Length > 0)
                lines.Add(line);
            line = word;
            while (Cells(line) > cells)
            {
                var start = Take(Parts(line), Math.Max(1, cells));
                if (start.Length == 0 || start.Length == line.Length)
                    break;
                lines.Add(start);
                line = line[start.Length..];
            }
        }
        lines.Add(line);
        return lines;
    }

    private static IEnumerable<string> Parts(string text)
    {
        var parts = StringInfo.GetTextElementEnumerator(text);
        while (parts.MoveNext())
            yield return parts.GetTextElement();
    }

    private static string Take(IEnumerable<string> parts, int cells)
    {
        var taken = new StringBuilder();
        foreach (var part in parts)
        {
            cells -= Cells(part);
            if (cells < 0)
                break;
            taken.Append(part);
        }
        return taken.ToString();
    }

    private static string Reversed(string text) => string.Concat(Parts(text).Reverse());
}
