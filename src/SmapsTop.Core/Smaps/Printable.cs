using System.Globalization;
using System.Text;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// Makes text from outside safe to print. Control characters become visible escapes (<c>\t</c>, <c>\x1b</c>), bytes that
/// are no UTF-8 become <c>\xff</c>, characters that move, reorder or hide text, or pile up on it, become <c>\u202e</c>.
/// </summary>
public static class Printable
{
    /// <summary>No language stacks more marks on a letter; a pile of them would climb over other lines of the screen.</summary>
    private const int MostMarks = 5;

    /// <summary>Decodes bytes as UTF-8 and makes what must not reach a terminal visible.</summary>
    public static string From(ReadOnlySpan<byte> bytes)
    {
        // Nearly every name is plain ASCII, and then its text is its bytes.
        if (bytes.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0)
            return Encoding.ASCII.GetString(bytes);

        var text = new StringBuilder(bytes.Length + 16);
        // A mark at the beginning would stand on what is printed before the text.
        var marks = MostMarks;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            if (status == System.Buffers.OperationStatus.Done)
            {
                Append(text, rune, ref marks);
            }
            else
            {
                foreach (var invalid in bytes[..length])
                    Escape(text, 'x', invalid, 2);
                marks = 0;
            }
            bytes = bytes[length..];
        }
        return text.ToString();
    }

    /// <summary>Makes what must not reach a terminal visible in text that is already decoded.</summary>
    public static string From(string text) => From(Encoding.UTF8.GetBytes(text));

    private static void Append(StringBuilder text, Rune rune, ref int marks)
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
                Escape(text, 'x', rune.Value, 2);
                break;
            case < 0x7f:
                text.Append((char)rune.Value);
                break;
            default:
                marks = CellWidth.IsMark(rune) ? marks + 1 : 0;
                if (!IsUnsafe(rune) && marks <= MostMarks)
                    text.Append(rune.ToString());
                else if (rune.IsBmp)
                    Escape(text, 'u', rune.Value, 4);
                else
                    Escape(text, 'U', rune.Value, 8);
                return;
        }
        marks = 0;
    }

    private static void Escape(StringBuilder text, char sort, int value, int digits)
    {
        text.Append('\\').Append(sort);
        for (var shift = 4 * (digits - 1); shift >= 0; shift -= 4)
            text.Append("0123456789abcdef"[value >> shift & 0xf]);
    }

    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or
        UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || IsInvisible(rune.Value) || IsOfTwoWidths(rune.Value);

    /// <summary>Letters and marks that are drawn as nothing (Default_Ignorable_Code_Point): with them two names look the same that are not.</summary>
    private static bool IsInvisible(int code) => code is
        0x034f or 0x115f or 0x1160 or 0x17b4 or 0x17b5 or (>= 0x180b and <= 0x180f) or 0x3164 or (>= 0xfe00 and <= 0xfe0f) or 0xffa0
        or (>= 0xe0100 and <= 0xe01ef);

    /// <summary>Parts of flags, and colours of skin: terminals do not agree whether they join what is before them.</summary>
    private static bool IsOfTwoWidths(int code) => code is (>= 0x1f1e6 and <= 0x1f1ff) or (>= 0x1f3fb and <= 0x1f3ff);
}
