using System.CommandLine;
using SmapsTop.Core.Reports;

namespace SmapsTop.Commands;

/// <summary>The options that say what a report is to be, for each kind of report.</summary>
internal sealed class ReportOptions
{
    private readonly ReportKind _kind;
    private readonly Option<string?> _format;
    private readonly Option<string?> _view;
    private readonly Option<string?> _sort;
    private readonly Option<string?> _filter;
    private readonly Option<string?> _columns;
    private readonly Option<string?> _units;

    /// <summary>Declares them.</summary>
    /// <param name="kind">What the report is about.</param>
    /// <param name="whole">What is written without a view, in a few words.</param>
    /// <param name="left">Which columns are left out unless they are asked for.</param>
    public ReportOptions(ReportKind kind, string whole, string left)
    {
        _kind = kind;
        var columns = kind.Views.SelectMany(view => view.Grid.Columns).Select(column => column.Key).Distinct().Order(StringComparer.Ordinal).ToArray();
        _format = Words(
            "--format", "FORMAT", $"How it is written: {Explained(ReportFormat.All.Select(one => (one.Name, one.Meaning)))}. Without it, text.",
            [.. ReportFormat.All.Select(one => one.Name)]);
        _view = Words(
            "--view", "VIEW", $"One grid alone: {Explained(kind.Views.Select(one => (one.Name, one.Meaning)))}. Without it, {whole}, CSV and TSV are {kind.Usual.Name}.",
            [.. kind.Views.Select(one => one.Name)]);
        _sort = Words("--sort", "COLUMN[:asc|desc]", "Sort the view by a column, named as in its header or in CSV.", columns);
        _filter = Words("--filter", "TEXT", "Only rows whose text contains this, in capitals or not.", []);
        _columns = Words("--columns", "A,B", $"Only these columns, in this order. {left} are left out unless named here.", columns);
        _units = Words(
            "--units", "UNITS", "Amounts in exact kB of 1024 bytes (kb), or with the unit that fits (auto). Without it, auto in text and kb elsewhere.",
            [.. ReportRequest.Units.Select(one => one.Name)]);
    }

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new[] { _format, _view, _sort, _filter, _columns, _units })
            command.Options.Add(option);
    }

    /// <summary>What the options of a command line ask for.</summary>
    public (ReportRequest? Request, string? Problem) Of(ParseResult parsed) => ReportRequest.Of(
        new(parsed.GetValue(_format), parsed.GetValue(_view), parsed.GetValue(_sort), parsed.GetValue(_filter), parsed.GetValue(_columns), parsed.GetValue(_units)),
        _kind);

    private static Option<string?> Words(string name, string helpName, string description, string[] known)
    {
        var option = new Option<string?>(name) { HelpName = helpName, Description = description };
        option.CompletionSources.Add(known);
        return option;
    }

    private static string Explained(IEnumerable<(string Name, string Meaning)> all) =>
        string.Join(", ", all.Select(one => $"{one.Name} ({one.Meaning})"));
}
