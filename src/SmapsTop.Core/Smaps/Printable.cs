using System.Globalization;
using System.Text;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// Makes text from outside safe to print. Control characters become visible escapes (<c>\t</c>, <c>\x1b</c>), bytes that
/// are no UTF-8 become <c>\xff</c>, format characters and separators that move or reorder text become <c>\u202e</c>.
/// </summary>
public static class Printable
{
    /// <summary>Decodes bytes as UTF-8 and makes what must not reach a terminal visible.</summary>
    public static string From(ReadOnlySpan<byte> bytes)
    {
        // Nearly every name is plain ASCII, and then its text is its bytes.
        if (bytes.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0)
            return Encoding.ASCII.GetString(bytes);

        var text = new StringBuilder(bytes.Length + 16);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            if (status == System.Buffers.OperationStatus.Done)
                Append(text, rune);
            else
                foreach (var invalid in bytes[..length])
                    text.Append(CultureInfo.InvariantCulture, $"\\x{invalid:x2}");
            bytes = bytes[length..];
        }
        return text.ToString();
    }

    /// <summary>Makes what must not reach a terminal visible in text that is already decoded.</summary>
    public static string From(string text) => From(Encoding.UTF8.GetBytes(text));

    private static void Append(StringBuilder text, Rune rune)
    {
        switch (rune.Value)
        {
            case '\t':
                text.Append("\\t");
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case < 0x20 or 0x7f:
                text.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
                break;
            case < 0x7f:
                text.Append((char)rune.Value);
                break;
            default:
                if (!IsUnsafe(Rune.GetUnicodeCategory(rune)))
                    text.Append(rune.ToString());
                else if (rune.IsBmp)
                    text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
                else
                    text.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
                break;
        }
    }

    private static bool IsUnsafe(UnicodeCategory category) => category is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or
        UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
