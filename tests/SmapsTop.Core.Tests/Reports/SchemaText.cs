using System.Text.Json;
using System.Text.Json.Nodes;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Reports;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Tests.Reports;

/// <summary>Makes the JSON Schema of reports from the declarations of fields, columns and figures.</summary>
internal static class SchemaText
{
    private const string Address = "^[0-9a-f]{8,16}$";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Those of the command line, and what the screens save besides.</summary>
    private static IEnumerable<ReportView> SingleViews => [.. ReportView.All, ReportView.OneLibrary];

    public static string Make()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A report of smapstop",
            ["description"] = "What smapstop report and smapstop diff write with --format json. kB is 1024 bytes. What is not known, and what the kernel did not print, is left out.",
            ["oneOf"] = new JsonArray([Reference("whole"), .. SingleViews.Select(view => (JsonNode)Reference(view.Name)), Reference("difference"), .. ReportView.Changes.Select(view => (JsonNode)Reference(Changed(view)))]),
            ["$defs"] = new JsonObject([
                new("whole", Document("everything: without --view", ("totals", Reference("totals_of_all")), ("mappings", Array(Reference("mapping"), "in address order")))),
                .. SingleViews.Select(view => new KeyValuePair<string, JsonNode?>(view.Name, View(view))),
                new("difference", Document("what has changed between two: without --view", [Since, .. ReportKind.WholeDifference.Select(view => (view.Name, Rows(view)))])),
                .. ReportView.Changes.Select(view => new KeyValuePair<string, JsonNode?>(Changed(view), View(view, Since))),
                new("process", Process()), new("limits", Limits()), new("totals_of_all", Totals()), new("mapping", Mapping()),
            ]),
        };
        return schema.ToJsonString(Readable) + "\n";
    }

    private static (string Name, JsonObject Schema) Since => ("since", Text("when the first of the two was read, or written"));

    private static string Changed(ReportView view) => $"difference_of_{view.Name}";

    private static JsonObject View(ReportView view, params (string Name, JsonObject Schema)[] more) => Document(
        view.Meaning, [.. more, ("view", new JsonObject { ["const"] = view.Name }), ("rows", Rows(view))]);

    private static JsonObject Rows(ReportView view) => Array(Object(null, [], view.Grid.Columns.SelectMany(Cells)), view.Meaning);

    private static IEnumerable<(string Name, JsonObject Schema)> Cells(Column column)
    {
        yield return (column.Key, Cell(column));
        if (column.HasBytes)
            yield return (column.Key + "_base64", Text("the bytes of a name that is no UTF-8", "^[A-Za-z0-9+/]+=*$"));
    }

    private static JsonObject Cell(Column column) => column.Kind switch
    {
        CellKind.Text => Text(column.Meaning + "; made printable"),
        CellKind.Size => Number(column.Meaning + ", in kB"),
        CellKind.Change => Number(column.Meaning + ", in kB", least: null),
        CellKind.Age => Number(column.Meaning + ", in seconds"),
        _ => Number(column.Meaning),
    };

    private static JsonObject Document(string meaning, params (string Name, JsonObject Schema)[] content) => Object(
        meaning,
        ["schema", "time", "process", "limits", .. content.Select(one => one.Name)],
        [
            ("schema", new JsonObject { ["const"] = JsonReport.Schema }),
            ("time", Text("when it was read; of a saved file, when that was written")),
            ("process", Reference("process")),
            ("limits", Reference("limits")),
            .. content,
        ]);

    private static JsonObject Process() => Object("the process; empty where only a saved text is known", [], [
        ("pid", Number("the process number", 1)),
        ("start_ticks", Number("when it started, in hundredths of a second since boot")),
        ("comm", Text("its name, made printable")),
        ("command", Text("its command line, made printable; the name in brackets if it has none")),
        ("user", Text("its effective user: the name, or the number where it was saved")),
        ("state", Text("its state in a word")),
        ("threads", Number("number of threads")),
        ("age_min", Number("how long it runs, in minutes")),
        ("read_by_thread", Number("the thread it was read through, because its leader has ended")),
    ]);

    private static JsonObject Limits() => Object("what the process can run into", [], [
        ("cgroup_most_kb", Number("limit of its control group, or of one above with less room, in kB")),
        ("cgroup_now_kb", Number("what the control group with that limit uses, in kB")),
        ("rlimit_as_kb", Number("RLIMIT_AS, in kB")),
        ("rlimit_data_kb", Number("RLIMIT_DATA, in kB")),
        ("mem_available_kb", Number("what the machine can still give (MemAvailable), in kB")),
        ("max_map_count", Number("how many mappings it may have (vm.max_map_count)")),
    ]);

    private static JsonObject Totals() => Object("the sums over all mappings", ["mappings", "fields"], [
        .. TotalsLine.All.Select(line => (line.Figure.Name.ToLowerInvariant().Replace(' ', '_') + "_kb", Number(line.Figure.Meaning + ", in kB"))),
        ("mappings", Number("number of mappings")),
        ("fields", Object("the kernel's fields, summed, in kB", [], SmapsField.All.Where(field => field.Sums).Select(Field))),
    ]);

    private static JsonObject Mapping() => Object("a mapping: its header, and its fields by the kernel's names", ["start", "end", "perms", "offset", "dev", "inode", "kind"], [
        ("start", Text("first address, hexadecimal", Address)),
        ("end", Text("address after the last, hexadecimal", Address)),
        ("perms", Text("read, write, execute; p private or s shared", "^[r-][w-][x-][ps]$")),
        ("offset", Text("where in the file it begins, in bytes, hexadecimal", Address)),
        ("dev", Text("major and minor number of the file's device, hexadecimal", "^[0-9a-f]{2,}:[0-9a-f]{2,}$")),
        ("inode", Number("the file's inode; 0 for none")),
        ("pathname", Text("what is mapped, exactly as the kernel printed it; with pathname_base64 beside it, made printable; left out for memory without a name")),
        ("pathname_base64", Text("the bytes of a pathname that is no UTF-8", "^[A-Za-z0-9+/]+=*$")),
        ("kind", new JsonObject { ["enum"] = new JsonArray([.. MappingKind.All.Select(kind => (JsonNode)kind.Name)]), ["description"] = "what it is for" }),
        .. SmapsField.All.Select(Field),
        ("VmFlags", Array(Text("a code of two letters"), "the flags, as printed")),
        ("unknown", Array(Array(Text("key, value"), "a line"), "lines whose key this program does not know")),
    ]);

    private static (string Name, JsonObject Schema) Field(SmapsField field) =>
        (field.Key, Number(field.IsKilobytes ? field.Meaning + ", in kB" : field.Meaning));

    private static JsonObject Object(string? meaning, IEnumerable<string> required, IEnumerable<(string Name, JsonObject Schema)> properties) => Described(meaning, new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(properties.Select(property => new KeyValuePair<string, JsonNode?>(property.Name, property.Schema))),
        ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]),
        ["additionalProperties"] = false,
    });

    private static JsonObject Array(JsonObject items, string meaning) => Described(meaning, new() { ["type"] = "array", ["items"] = items });

    private static JsonObject Text(string meaning, string? pattern = null)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (pattern is not null)
            schema["pattern"] = pattern;
        return Described(meaning, schema);
    }

    private static JsonObject Number(string meaning, long? least = 0)
    {
        var schema = new JsonObject { ["type"] = "integer" };
        if (least is not null)
            schema["minimum"] = least;
        return Described(meaning, schema);
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonObject Described(string? meaning, JsonObject schema)
    {
        if (meaning is not null)
            schema["description"] = meaning;
        return schema;
    }
}
