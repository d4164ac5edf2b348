using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SmapsTop.Core.Grids;
using SmapsTop.Core.History;
using SmapsTop.Core.State;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Reports;

/// <summary>
/// A report as JSON, as <c>assets/smapstop.schema.json</c> describes it. Amounts are exact and in kB. What is not known, and what the
/// kernel did not print, is left out.
/// </summary>
public static class JsonReport
{
    /// <summary>The number of the schema. It changes when a reader of the old one would go wrong.</summary>
    public const int Schema = 1;

    /// <summary>Writes the state as the request wants it.</summary>
    internal static void Write(Stream stream, AppState state, ReportRequest request)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            json.WriteString("time", state.Watch!.Shown!.Moment.Time);
            JsonProcess.Write(json, state.Sample!);
            if (request.Kind.Samples > 1)
                json.WriteString("since", state.Watch.Shown.Baseline.Time);
            if (request.View is { } view)
            {
                json.WriteString("view", view.Name);
                WriteRows(json, "rows", request.Show(state), request.Columns);
            }
            else
            {
                request.Kind.WriteJson(json, state);
            }
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes the rows of a table as an array.</summary>
    internal static void WriteRows(Utf8JsonWriter json, string name, Table table, ImmutableArray<Column> columns)
    {
        json.WriteStartArray(name);
        for (var row = 0; row < table.Count; row++)
        {
            json.WriteStartObject();
            foreach (var column in columns)
            {
                if (column.Kind == CellKind.Text)
                {
                    json.WriteString(column.Key, table.Cell(row, column));
                    if (table.BytesOf(row, column) is { } bytes && !Utf8.IsValid(bytes.Bytes))
                        json.WriteBase64String(column.Key + "_base64", bytes.Bytes);
                }
                else if (table.Number(row, column) is { } number)
                    json.WriteNumber(column.Key, number);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes the totals and every mapping with every field.</summary>
    internal static void WriteMappings(Utf8JsonWriter json, AppState state)
    {
        WriteTotals(json, state);
        json.WriteStartArray("mappings");
        foreach (var mapping in state.Snapshot!.Mappings)
            JsonMapping.Write(json, mapping);
        json.WriteEndArray();
    }

    private static void WriteTotals(Utf8JsonWriter json, AppState state)
    {
        var look = state.Watch!.Shown;
        json.WriteStartObject("totals");
        foreach (var line in TotalsLine.All)
            if (line.Now(look) is { } amount)
                json.WriteNumber($"{line.Figure.Name.ToLowerInvariant().Replace(' ', '_')}_kb", amount);
        json.WriteNumber(Figure.Mappings.Name, state.Snapshot!.Mappings.Length);
        json.WriteStartObject("fields");
        JsonMapping.WriteFields(json, state.Snapshot.Totals);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
