using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmapsTop.Core.Tests.Reports;

/// <summary>Checks JSON against the part of JSON Schema that the program's schema uses; a keyword beyond it is an error.</summary>
internal sealed class Schema(JsonObject root)
{
    /// <summary>What is wrong; empty if nothing is.</summary>
    public List<string> Errors(JsonNode? value) => Errors(root, value, "$");

    private List<string> Errors(JsonObject schema, JsonNode? value, string path)
    {
        var errors = new List<string>();
        foreach (var (keyword, rule) in schema)
            errors.AddRange(Check(keyword, rule!, schema, value, path));
        return errors;
    }

    private IEnumerable<string> Check(string keyword, JsonNode rule, JsonObject schema, JsonNode? value, string path) => keyword switch
    {
        "$schema" or "$defs" or "title" or "description" or "properties" => [],
        "$ref" => Errors(root["$defs"]![((string)rule!)["#/$defs/".Length..]]!.AsObject(), value, path),
        "oneOf" => rule.AsArray().Count(one => Errors(one!.AsObject(), value, path).Count == 0) == 1
            ? []
            : rule.AsArray().SelectMany(one => Errors(one!.AsObject(), value, path)).Prepend($"{path} is none, or several, of what it may be"),
        "type" => IsOf((string)rule!, value) ? [] : [$"{path} is no {rule}"],
        "const" => JsonNode.DeepEquals(rule, value) ? [] : [$"{path} is not {rule}"],
        "enum" => rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)) ? [] : [$"{path} is none of {rule.ToJsonString()}"],
        "minimum" => !IsOf("integer", value) || (decimal)value! >= (decimal)rule ? [] : [$"{path} is less than {rule}"],
        "pattern" => !IsOf("string", value) || Regex.IsMatch((string)value!, (string)rule!) ? [] : [$"{path} does not match {rule}"],
        "required" => rule.AsArray().Where(name => value is not JsonObject thing || !thing.ContainsKey((string)name!)).Select(name => $"{path} has no {name}"),
        "items" => value is JsonArray array ? array.SelectMany((item, i) => Errors(rule.AsObject(), item, $"{path}[{i}]")) : [],
        "additionalProperties" => value is JsonObject thing ? thing.SelectMany(property => schema["properties"]![property.Key] is { } known
            ? Errors(known.AsObject(), property.Value, $"{path}.{property.Key}")
            : [$"{path} has {property.Key}, of which the schema does not know"]) : [],
        _ => throw new InvalidOperationException($"The keyword {keyword} is not known here."),
    };

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && !value.ToJsonString().AsSpan().ContainsAny(".eE"),
        _ => throw new InvalidOperationException($"The type {type} is not known here."),
    };
}
