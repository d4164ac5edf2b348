using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Reports;

/// <summary>A form in which a report leaves: its name, its meaning and its function, in one place.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Unit">How it writes amounts where nothing is asked for.</param>
/// <param name="Write">Writes the state as the request wants it.</param>
public sealed record ReportFormat(string Name, string Meaning, SizeUnit Unit, Action<Stream, AppState, ReportRequest> Write)
{
    /// <summary>Text for people; without a view the report that this program descends from.</summary>
    public static readonly ReportFormat Text = new("text", "for people", SizeUnit.Auto, (stream, state, request) =>
        InText(stream, writer =>
        {
            if (request.View is null)
                OriginReport.Write(writer, state.Snapshot!);
            else
                TextTable.Write(writer, request.Show(state), request.Columns);
        }));

    /// <summary>JSON, described by the schema among the assets; without a view everything.</summary>
    public static readonly ReportFormat Json = new("json", "everything, exact; the schema is smapstop.schema.json", SizeUnit.Kilobytes, JsonReport.Write);

    /// <summary>All of them.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        Text,
        Json,
        new("csv", "comma-separated values (RFC 4180)", SizeUnit.Kilobytes, (stream, state, request) =>
            InText(stream, writer => Separated.Csv.Write(writer, request.Show(state), request.Columns))),
        new("tsv", "tab-separated values, tabs and newlines as \\t and \\n", SizeUnit.Kilobytes, (stream, state, request) =>
            InText(stream, writer => Separated.Tsv.Write(writer, request.Show(state), request.Columns))),
    ];

    /// <summary>True if it has something of its own to say where no view is asked for.</summary>
    public bool HasWhole => this == Text || this == Json;

    private static void InText(Stream stream, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        write(writer);
    }
}
