using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Reports;

/// <summary>What a report is to be, in the words of the command line; null for what was not said.</summary>
/// <param name="Format">The name of a <see cref="ReportFormat"/>.</param>
/// <param name="View">The name of a <see cref="ReportView"/>.</param>
/// <param name="Sort">A column, and <c>:asc</c> or <c>:desc</c>.</param>
/// <param name="Filter">What rows must contain.</param>
/// <param name="Columns">Columns with commas between them.</param>
/// <param name="Units">The name of one of <see cref="ReportRequest.Units"/>.</param>
public sealed record ReportWords(
    string? Format = null, string? View = null, string? Sort = null, string? Filter = null, string? Columns = null, string? Units = null);

/// <summary>What a report is to be.</summary>
public sealed record ReportRequest
{
    /// <summary>The ways to write amounts, by their names on the command line.</summary>
    public static ImmutableArray<(string Name, SizeUnit Unit)> Units { get; } = [("kb", SizeUnit.Kilobytes), ("auto", SizeUnit.Auto)];

    /// <summary>Its form.</summary>
    public required ReportFormat Format { get; init; }

    /// <summary>The grid that is written; null for the whole report of the format.</summary>
    public ReportView? View { get; init; }

    /// <summary>How the grid is arranged; null without a view.</summary>
    public GridSettings? Settings { get; init; }

    /// <summary>The columns that are written, from left to right.</summary>
    public ImmutableArray<Column> Columns { get; init; } = [];

    /// <summary>How amounts are written.</summary>
    public SizeUnit Unit { get; init; }

    /// <summary>Understands the words of the command line.</summary>
    /// <param name="words">The words.</param>
    /// <param name="compares">Whether two samples are compared, so that changes mean something.</param>
    /// <returns>The request, or what is wrong with a word and which ones there are.</returns>
    public static (ReportRequest? Request, string? Problem) Of(ReportWords words, bool compares = false)
    {
        var format = ReportFormat.All.FirstOrDefault(format => format.Name == (words.Format ?? ReportFormat.Text.Name));
        if (format is null)
            return Unknown("format", words.Format!, ReportFormat.All.Select(one => one.Name));
        var view = ReportView.All.FirstOrDefault(view => view.Name == words.View);
        if (view is null && words.View is not null)
            return Unknown("view", words.View, ReportView.All.Select(one => one.Name));
        var unit = Units.FirstOrDefault(unit => unit.Name == words.Units);
        if (unit.Name is null && words.Units is not null)
            return Unknown("unit", words.Units, Units.Select(one => one.Name));
        if (format == ReportFormat.Json && unit is { Name: not null, Unit: SizeUnit.Auto })
            return (null, "json has exact amounts in kB: leave out --units");

        if (!format.HasWhole)
            view ??= ReportView.Every;
        if (view is null)
        {
            return words is { Sort: null, Filter: null, Columns: null, Units: null }
                ? (new ReportRequest { Format = format }, null)
                : (null, $"--sort, --filter, --columns and --units are for a --view: {List(ReportView.All.Select(one => one.Name))}");
        }

        var (sorted, problem) = Sort(view.Grid, words.Sort);
        var (columns, other) = Choose(view.Grid, words.Columns, compares);
        if (sorted is null || columns is null)
            return (null, problem ?? other);
        return (new ReportRequest
        {
            Format = format,
            View = view,
            Settings = sorted with { Filter = Printable.From(words.Filter ?? "") },
            Columns = columns.Value,
            Unit = unit.Name is null ? format.Unit : unit.Unit,
        }, null);
    }

    /// <summary>The state of a single sample, as the screens would have it.</summary>
    public static AppState StateOf(Sample sample) =>
        new AppState().StartWatch(sample.Process).Receive(sample.Process.Identity, new Reading.Seen(sample), sample.Time);

    /// <summary>The rows that are written.</summary>
    internal Table Show(AppState state) =>
        View!.Grid.Show(state with { Unit = Unit, Settings = state.Settings.SetItem(View.Grid.Name, Settings!) }, null);

    private static (GridSettings? Settings, string? Problem) Sort(Grid grid, string? words)
    {
        if (words is null)
            return (grid.First, null);
        var colon = words.LastIndexOf(':');
        var name = colon < 0 ? words : words[..colon];
        if (Find(grid, name) is not { } column)
            return (null, NoColumn(grid, name));
        bool? descends = colon < 0 ? column.DescendsFirst : words[(colon + 1)..] switch
        {
            "asc" => false,
            "desc" => true,
            _ => null,
        };
        return descends is null
            ? (null, $"a column is sorted {name}:asc or {name}:desc, not {Printable.From(words)}")
            : (grid.First with { SortedBy = column.Header, Descends = descends.Value }, null);
    }

    private static (ImmutableArray<Column>? Columns, string? Problem) Choose(Grid grid, string? words, bool compares)
    {
        if (words is null)
            return ([.. grid.Columns.Where(column => compares || !column.ComparesSamples)], null);
        var columns = ImmutableArray.CreateBuilder<Column>();
        foreach (var name in words.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Find(grid, name) is not { } column)
                return (null, NoColumn(grid, name));
            columns.Add(column);
        }
        return (columns.DrainToImmutable(), null);
    }

    private static Column? Find(Grid grid, string name) => grid.Columns.FirstOrDefault(column =>
        new[] { column.Header, column.Name, column.Key }.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static string NoColumn(Grid grid, string name) =>
        $"there is no column {Printable.From(name)} in this view; there are {List(grid.Columns.Select(column => column.Header))}";

    private static (ReportRequest? Request, string? Problem) Unknown(string what, string word, IEnumerable<string> known) =>
        (null, $"there is no {what} {Printable.From(word)}; there are {List(known)}");

    private static string List(IEnumerable<string> words) => string.Join(", ", words);
}
