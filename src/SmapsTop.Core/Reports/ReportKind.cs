using System.Collections.Immutable;
using System.Text.Json;
using SmapsTop.Core.Grids;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Reports;

/// <summary>What a report is about: one sample, or the difference between two.</summary>
/// <param name="Samples">How many samples it is made of.</param>
/// <param name="Views">The views there are.</param>
/// <param name="Usual">What CSV and TSV hold where no view is asked for.</param>
/// <param name="WriteText">Writes text where no view is asked for.</param>
/// <param name="WriteJson">Writes the properties of JSON where no view is asked for.</param>
public sealed record ReportKind(
    int Samples, ImmutableArray<ReportView> Views, ReportView Usual, Action<TextWriter, AppState> WriteText, Action<Utf8JsonWriter, AppState> WriteJson)
{
    /// <summary>A report of one sample.</summary>
    public static readonly ReportKind OneSample = new(
        1, ReportView.All, ReportView.Every, (writer, state) => OriginReport.Write(writer, state.Snapshot!), JsonReport.WriteMappings);

    /// <summary>A report of the difference between two samples.</summary>
    public static readonly ReportKind Difference = new(2, ReportView.Changes, ReportView.ChangedMappings, WriteChanges, WriteChanges);

    /// <summary>What the whole of a difference holds, in this order.</summary>
    public static ImmutableArray<ReportView> WholeDifference => [ReportView.Totals, ReportView.ChangedLibraries, ReportView.ChangedMappings];

    private static void WriteChanges(TextWriter writer, AppState state)
    {
        foreach (var view in WholeDifference)
        {
            writer.WriteLine(view.Name.ToUpperInvariant());
            TextTable.Write(writer, view.Show(state, SizeUnit.Auto), view.ColumnsOf(2));
        }
    }

    private static void WriteChanges(Utf8JsonWriter json, AppState state)
    {
        foreach (var view in WholeDifference)
            JsonReport.WriteRows(json, view.Name, view.Show(state, SizeUnit.Kilobytes), view.ColumnsOf(2));
    }
}
