using System.Text;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;

namespace SmapsTop.Tty;

/// <summary>Writes the toolkit's keys as <see cref="Core.AppCommand"/> does.</summary>
internal static class KeyNames
{
    private const KeyCode Modifiers = KeyCode.ShiftMask | KeyCode.CtrlMask | KeyCode.AltMask;

    private static readonly Dictionary<KeyCode, string> Names = new()
    {
        [KeyCode.Enter] = "Enter",
        [KeyCode.Esc] = "Esc",
        [KeyCode.Backspace] = "Backspace",
        [KeyCode.Tab] = "Tab",
        [KeyCode.Space] = "Space",
        [KeyCode.CursorUp] = "Up",
        [KeyCode.CursorDown] = "Down",
        [KeyCode.CursorLeft] = "Left",
        [KeyCode.CursorRight] = "Right",
        [KeyCode.PageUp] = "PgUp",
        [KeyCode.PageDown] = "PgDn",
        [KeyCode.Home] = "Home",
        [KeyCode.End] = "End",
        [KeyCode.F1] = "F1",
        [KeyCode.F10] = "F10",
    };

    /// <summary>The name of a key; empty for one that no command could have.</summary>
    public static string Of(Key key)
    {
        var code = key.KeyCode & ~Modifiers;
        if (key.IsModifierOnly || key.IsAlt)
            return "";
        if (key.IsCtrl)
            return code is >= KeyCode.A and <= KeyCode.Z ? $"Ctrl+{(char)code}" : "";
        if (Names.TryGetValue(code, out var name))
            return key.IsShift && code != KeyCode.Space ? $"Shift+{name}" : name;
        return key.AsRune is { Value: > 0x20 } rune && !Rune.IsControl(rune) ? rune.ToString() : "";
    }

    /// <summary>The text that a key types; empty for none.</summary>
    public static string TextOf(Key key) => Of(key) switch
    {
        "Space" => " ",
        { Length: 1 or 2 } name when name.EnumerateRunes().Count() == 1 => name,
        _ => "",
    };
}
