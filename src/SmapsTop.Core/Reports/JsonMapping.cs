using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Reports;

/// <summary>A mapping as JSON: its header's columns and its fields by the kernel's names.</summary>
internal static class JsonMapping
{
    public static void Write(Utf8JsonWriter json, Mapping mapping)
    {
        json.WriteStartObject();
        json.WriteString("start", Hexadecimal(mapping.Start));
        json.WriteString("end", Hexadecimal(mapping.End));
        json.WriteString("perms", mapping.Permissions);
        json.WriteString("offset", Hexadecimal(mapping.Offset));
        json.WriteString("dev", $"{mapping.DeviceMajor:x2}:{mapping.DeviceMinor:x2}");
        json.WriteNumber("inode", mapping.Inode);
        WriteName(json, mapping.Name);
        json.WriteString("kind", mapping.Kind.Name);
        WriteFields(json, mapping.Amounts);
        if (mapping.Flags is not null)
        {
            json.WriteStartArray("VmFlags");
            foreach (var code in mapping.Flags.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                json.WriteStringValue(code);
            json.WriteEndArray();
        }
        if (!mapping.Unknown.IsEmpty)
        {
            json.WriteStartArray("unknown");
            foreach (var (key, value) in mapping.Unknown)
            {
                json.WriteStartArray();
                json.WriteStringValue(key);
                json.WriteStringValue(value);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    /// <summary>The fields that the kernel printed.</summary>
    public static void WriteFields(Utf8JsonWriter json, in Amounts amounts)
    {
        foreach (var field in SmapsField.All)
            if (amounts[field] is { } number)
                json.WriteNumber(field.Key, number);
    }

    /// <summary>The name as the kernel printed it; where that is no UTF-8, made visible, with the bytes beside it.</summary>
    private static void WriteName(Utf8JsonWriter json, MappingName name)
    {
        if (name.IsEmpty)
            return;
        json.WritePropertyName("pathname");
        if (Utf8.IsValid(name.Bytes))
        {
            json.WriteRawValue(Quoted(System.Text.Encoding.UTF8.GetString(name.Bytes)), skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(name.Text);
            json.WriteBase64String("pathname_base64", name.Bytes);
        }
    }

    /// <summary>A JSON string. The framework's writer leaves characters as they are that turn text round or hide it.</summary>
    private static string Quoted(string text)
    {
        var escaped = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);
        if (escaped.Any(TurnsText))
            escaped = string.Concat(escaped.Select(letter => TurnsText(letter) ? $"\\u{(int)letter:X4}" : letter.ToString()));
        return $"\"{escaped}\"";
    }

    private static bool TurnsText(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static string Hexadecimal(ulong number) => number.ToString("x8", CultureInfo.InvariantCulture);
}
