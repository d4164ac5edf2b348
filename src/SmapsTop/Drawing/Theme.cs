using Terminal.Gui.Drawing;
using Attribute = Terminal.Gui.Drawing.Attribute;

namespace SmapsTop.Drawing;

/// <summary>
/// The look of each <see cref="Style"/>. Foreground and background are the terminal's own, so that light ones stay light; colour only
/// repeats what a sign or the brightness says, so that without it nothing is lost.
/// </summary>
internal sealed class Theme
{
    private readonly Attribute[] _looks;

    private Theme(bool hasColour)
    {
        Attribute Look(TextStyle style, ColorName16? colour = null) =>
            new(colour is { } name && hasColour ? new Color(name) : Color.None, Color.None, style);

        _looks = [.. Enum.GetValues<Style>().Select(style => style switch
        {
            Style.Faint or Style.Border => Look(TextStyle.Faint),
            Style.Title => Look(TextStyle.Bold),
            Style.TitleFaint => Look(TextStyle.None),
            Style.Alarm => Look(TextStyle.Bold, ColorName16.Red),
            Style.ActiveBorder => Look(TextStyle.None, ColorName16.Cyan),
            Style.PaneTitle => Look(TextStyle.None),
            Style.ActiveTitle => Look(TextStyle.Bold, ColorName16.Cyan),
            Style.Header => Look(TextStyle.None, ColorName16.Cyan),
            Style.SortedHeader => Look(TextStyle.Bold, ColorName16.Cyan),
            Style.Cursor => Look(TextStyle.Reverse),
            Style.IdleCursor => Look(TextStyle.Underline),
            Style.Grown => Look(TextStyle.Bold, ColorName16.Red),
            Style.Shrunk => Look(TextStyle.Bold, ColorName16.Green),
            Style.Struck => Look(TextStyle.Faint | TextStyle.Strikethrough),
            Style.Private => Look(TextStyle.None, ColorName16.Yellow),
            Style.Shared => Look(TextStyle.None, ColorName16.Green),
            Style.Swapped => Look(TextStyle.None, ColorName16.Red),
            Style.Key => Look(TextStyle.Bold, ColorName16.Cyan),
            Style.Filter => Look(TextStyle.Bold, ColorName16.Yellow),
            Style.Banner => Look(TextStyle.Reverse, ColorName16.Yellow),
            Style.Heading => Look(TextStyle.Bold, ColorName16.Cyan),
            Style.Term => Look(TextStyle.Bold),
            _ => Look(TextStyle.None),
        })];
    }

    /// <summary>With the sixteen colours that every terminal has, or, as NO_COLOR asks, with none.</summary>
    public static Theme ForThisTerminal() => new(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    /// <summary>The look of a style.</summary>
    public Attribute this[Style style] => _looks[(int)style];
}
