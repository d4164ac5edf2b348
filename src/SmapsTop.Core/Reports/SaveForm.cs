using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Reports;

/// <summary>A form in which the screens save what they show: the ending of the file's name decides.</summary>
/// <param name="Ending">The ending, with its dot.</param>
/// <param name="Meaning">What such a file holds.</param>
/// <param name="IsFor">Whether what is shown can be saved so: a list of processes is no sample, a page is no table.</param>
/// <param name="Write">Writes it.</param>
public sealed record SaveForm(string Ending, string Meaning, Func<AppState, bool> IsFor, Action<Stream, AppState> Write)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<SaveForm> All { get; } =
    [
        new(".smaps", "the sample", state => !state.IsOnList, (stream, state) => SmapsWriter.Write(stream, state.Snapshot!)),
        new(".txt", "the page", state => state.Place is Place.OneMapping, WritePage),
        .. ReportFormat.All.Select(format => new SaveForm(
            format == ReportFormat.Text ? ".txt" : "." + format.Name, "the table",
            state => state.Grid is not null && !(state.IsOnList && format == ReportFormat.Json),
            (stream, state) => format.Write(stream, state, Table(state, format)))),
    ];

    /// <summary>The form that a name asks for; null if there is none for what is shown.</summary>
    public static SaveForm? Of(string path, AppState state) =>
        All.FirstOrDefault(form => form.IsFor(state) && path.EndsWith(form.Ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The endings, each thing with those that it can be saved under.</summary>
    public static string Endings(AppState state) => string.Join("; ", All.Where(form => form.IsFor(state))
        .GroupBy(form => form.Meaning).Select(forms => $"{string.Join(' ', forms.Select(form => form.Ending))} {forms.Key}"));

    /// <summary>The table of the screen: its rows, its order and the columns that are switched on.</summary>
    private static ReportRequest Table(AppState state, ReportFormat format)
    {
        var settings = state.SettingsOf(state.Grid!);
        return new ReportRequest
        {
            Kind = state.Grid == AllGrids.Growth ? ReportKind.Difference : ReportKind.OneSample,
            Format = format,
            View = ReportView.Of(state),
            Settings = settings,
            Columns = [.. state.Grid!.Columns.Where(column => (column.Fills || !settings.Hidden.Contains(column.Header)) && (format == ReportFormat.Text || !column.IsPicture))],
            Unit = format == ReportFormat.Text ? state.Unit : SizeUnit.Kilobytes,
        };
    }

    private static void WritePage(Stream stream, AppState state)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        var opened = ((Place.OneMapping)state.Place).Opened;
        foreach (var entry in MappingPage.Of(state.MappingOf(opened.Id) ?? opened, state.Unit))
            writer.WriteLine(entry.IsHeading ? entry.Term : $"  {CellWidth.Pad(entry.Term, 18)} {entry.Value,12}  {entry.Meaning}".TrimEnd());
    }
}
