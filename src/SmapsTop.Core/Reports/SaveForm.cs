using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Reports;

/// <summary>A form in which the screens save what they show: the ending of the file's name decides.</summary>
/// <param name="Ending">The ending, with its dot.</param>
/// <param name="Meaning">What such a file holds.</param>
/// <param name="IsOfSample">True if it takes a process that is watched; a list of processes is a table only.</param>
/// <param name="Write">Writes it.</param>
public sealed record SaveForm(string Ending, string Meaning, bool IsOfSample, Action<Stream, AppState> Write)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<SaveForm> All { get; } =
    [
        new(".smaps", "the sample", IsOfSample: true, (stream, state) => SmapsWriter.Write(stream, state.Snapshot!)),
        .. ReportFormat.All.Select(format => new SaveForm(
            format == ReportFormat.Text ? ".txt" : "." + format.Name, "the table", format == ReportFormat.Json, (stream, state) => format.Write(stream, state, Table(state, format)))),
    ];

    /// <summary>The endings, each thing with those that it can be saved under.</summary>
    public static string Endings(AppState state) => string.Join("; ", All.Where(form => !state.IsOnList || !form.IsOfSample)
        .GroupBy(form => form.Meaning).Select(forms => $"{string.Join(' ', forms.Select(form => form.Ending))} {forms.Key}"));

    /// <summary>The table of the screen: its rows, its order and the columns that are switched on.</summary>
    private static ReportRequest Table(AppState state, ReportFormat format)
    {
        var settings = state.SettingsOf(state.Grid!);
        return new ReportRequest
        {
            Kind = ReportKind.OneSample,
            Format = format,
            View = new ReportView(state.Grid!.Name.ToLowerInvariant(), "", state.Grid),
            Settings = settings,
            Columns = [.. state.Grid.Columns.Where(column => column.Fills || !settings.Hidden.Contains(column.Header))],
            Unit = format == ReportFormat.Text ? state.Unit : SizeUnit.Kilobytes,
        };
    }
}
