using System.Text;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests;

/// <summary>
/// The README's tables are the declarations. With SMAPSTOP_ACCEPT=1 in the environment they are written anew.
/// </summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_table_of_keys_is_that_of_the_commands() => ReadmePart.Matches("keys", Table(
        "| key | what it does |\n|---|---|",
        AppCommand.All.Select(command => (string.Join(' ', command.Keys.Select(key => $"`{key}`")), (command.IsGeneral ? "" : $"while {command.While}: ") + command.Does))));

    [Fact]
    public void The_table_of_columns_is_that_of_the_grids() => ReadmePart.Matches("columns", Table(
        "| column | what it says |\n|---|---|",
        AllGrids.Explained.SelectMany(grids => grids.Columns.Select(column => (column.Header, column.Meaning)).Prepend(($"**{grids.Names}**", "")))));

    [Fact]
    public void The_table_of_kinds_is_that_of_the_kinds() => ReadmePart.Matches("kinds", Table(
        "| kind | what it is |\n|---|---|",
        MappingKind.All.Select(kind => (kind.Name, kind.Meaning))));

    private static string Table(string head, IEnumerable<(string Term, string Meaning)> rows)
    {
        var table = new StringBuilder(head).Append('\n');
        foreach (var (term, meaning) in rows)
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {term} | {meaning} |\n");
        return table.ToString();
    }
}
