using System.Collections.Immutable;
using System.Globalization;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>A grid as it stands on the screen.</summary>
/// <param name="Title">The line above it.</param>
/// <param name="Line">The line of its headers.</param>
/// <param name="Headers">Its headers, from left to right.</param>
/// <param name="SortedBy">The header that has the arrow.</param>
/// <param name="Descends">Which way the arrow points.</param>
/// <param name="Rows">Its rows that can be seen.</param>
internal sealed record ScreenGrid(
    string Title, int Line, ImmutableArray<string> Headers, string SortedBy, bool Descends, ImmutableArray<ImmutableArray<string>> Rows)
{
    private const string Frames = "┌├└─+-";
    private static readonly char[] Signs = ['▼', '▲', '‹', '›', '│'];

    /// <summary>Finds the grid whose title begins with a name.</summary>
    public static ScreenGrid? Find(TerminalScreen screen, string name)
    {
        var lines = screen.Lines;
        var at = lines.IndexOf(lines.FirstOrDefault(line => line.Length > 2 && Frames.Contains(line[0]) && line[2..].StartsWith(name, StringComparison.Ordinal)) ?? "");
        if (at < 0 || at + 1 >= lines.Length || lines[at].Length == 0)
            return null;
        var headers = Words(lines[at + 1].Replace("▼", "▼ ", StringComparison.Ordinal).Replace("▲", "▲ ", StringComparison.Ordinal).Trim(' ', '│', '|', '‹', '›'), int.MaxValue);
        var sorted = headers.FirstOrDefault(header => header.IndexOfAny(Signs) > 0, "");
        var rows = lines[(at + 2)..^1].TakeWhile(line => line.Length == 0 || !Frames.Contains(line[0]))
            .Select(line => line.Trim(' ', '│', '|')).Where(line => line.Length > 0).Select(line => Words(line, headers.Length));
        return new(lines[at], at + 1, [.. headers.Select(header => header.Trim(Signs))], sorted.Trim(Signs), sorted.EndsWith('▼'), [.. rows]);
    }

    /// <summary>A cell; empty for memory without a name, and where there is no such column.</summary>
    public string Cell(int row, string header)
    {
        var column = Headers.IndexOf(header);
        return column >= 0 && column < Rows[row].Length ? Rows[row][column].TrimEnd('+', '−') : "";
    }

    /// <summary>A cell's number; null if it is none: the screen may be half drawn.</summary>
    public long? Number(int row, string header) => long.TryParse(Cell(row, header), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A column's numbers, from top to bottom.</summary>
    public IEnumerable<long?> Numbers(string header) => Enumerable.Range(0, Rows.Length).Select(row => Number(row, header));

    /// <summary>The row whose cell is as given; -1 if there is none.</summary>
    public int Find(string header, string cell) => Enumerable.Range(0, Rows.Length).FirstOrDefault(row => Cell(row, header) == cell, -1);

    /// <summary>Where on the screen a header is.</summary>
    public (int X, int Y) PlaceOf(TerminalScreen screen, string header) => (screen.Lines[Line].IndexOf(header, StringComparison.Ordinal), Line);

    private static ImmutableArray<string> Words(string line, int most) => [.. line.Split(' ', most, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
