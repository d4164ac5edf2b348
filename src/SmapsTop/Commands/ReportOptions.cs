using System.CommandLine;
using SmapsTop.Core.Reports;

namespace SmapsTop.Commands;

/// <summary>The options that say what a report is to be; commands that write reports share them.</summary>
internal static class ReportOptions
{
    private static readonly Option<string?> Format = Words(
        "--format", "FORMAT", $"How it is written: {Explained(ReportFormat.All.Select(one => (one.Name, one.Meaning)))}. Without it, text.",
        ReportFormat.All.Select(one => one.Name));

    private static readonly Option<string?> View = Words(
        "--view", "VIEW", $"One grid of the screen: {Explained(ReportView.All.Select(one => (one.Name, one.Meaning)))}. Without it, text is the short report, JSON is everything, CSV and TSV are {ReportView.Every.Name}.",
        ReportView.All.Select(one => one.Name));

    private static readonly Option<string?> Sort = Words(
        "--sort", "COLUMN[:asc|desc]", "Sort the view by a column, named as in its header or in CSV.",
        ColumnNames());

    private static readonly Option<string?> Filter = Words(
        "--filter", "TEXT", "Only rows whose text contains this, in capitals or not.", []);

    private static readonly Option<string?> Columns = Words(
        "--columns", "A,B", "Only these columns, in this order. What compares samples (Δ, Δ/MIN, AGE) is left out of a single report unless named here.",
        ColumnNames());

    private static readonly Option<string?> Units = Words(
        "--units", "UNITS", "Amounts in exact kB of 1024 bytes (kb), or with the unit that fits (auto). Without it, auto in text and kb elsewhere.",
        ReportRequest.Units.Select(one => one.Name));

    /// <summary>Gives a command the options.</summary>
    public static void AddTo(Command command)
    {
        foreach (var option in new[] { Format, View, Sort, Filter, Columns, Units })
            command.Options.Add(option);
    }

    /// <summary>What the options of a command line say.</summary>
    public static ReportWords Of(ParseResult parsed) => new(
        parsed.GetValue(Format), parsed.GetValue(View), parsed.GetValue(Sort), parsed.GetValue(Filter), parsed.GetValue(Columns), parsed.GetValue(Units));

    private static Option<string?> Words(string name, string helpName, string description, IEnumerable<string> known)
    {
        var option = new Option<string?>(name) { HelpName = helpName, Description = description };
        option.CompletionSources.Add(known.ToArray());
        return option;
    }

    private static string Explained(IEnumerable<(string Name, string Meaning)> all) =>
        string.Join(", ", all.Select(one => $"{one.Name} ({one.Meaning})"));

    private static IEnumerable<string> ColumnNames() =>
        ReportView.All.SelectMany(view => view.Grid.Columns).Select(column => column.Key).Distinct().Order(StringComparer.Ordinal);
}
