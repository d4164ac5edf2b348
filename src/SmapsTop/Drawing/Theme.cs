namespace SmapsTop.Drawing;

/// <summary>
/// The look of each <see cref="Style"/>. Foreground and background are the terminal's own, so that light ones stay light; colour only
/// repeats what a sign or the brightness says, so that without it nothing is lost.
/// </summary>
internal sealed class Theme
{
    // Parameters of SGR, as ECMA-48 numbers them.
    private const int Bold = 1;
    private const int Faint = 2;
    private const int Underline = 4;
    private const int Reverse = 7;
    private const int Strikethrough = 9;
    private const int Red = 31;
    private const int Green = 32;
    private const int Yellow = 33;
    private const int Cyan = 36;

    private readonly string[] _looks;
    private readonly Style[] _seen;
    private readonly Style[] _seenOnBlank;

    private Theme(bool hasColour)
    {
        var styles = Enum.GetValues<Style>();
        _looks = [.. styles.Select(style => string.Join(';', LookOf(style).Where(part => hasColour || !IsColour(part))))];
        _seen = [.. styles.Select(style => styles[Array.IndexOf(_looks, _looks[(int)style])])];
        _seenOnBlank = [.. styles.Select(style => LookOf(style).Any(IsSeenOnBlank) ? _seen[(int)style] : Style.Normal)];
    }

    /// <summary>With the sixteen colours that every terminal has, or, as NO_COLOR asks, with none.</summary>
    public static Theme ForThisTerminal() => new(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    /// <summary>The parameters of SGR that give a style its look; empty for that of plain text.</summary>
    public string this[Style style] => _looks[(int)style];

    /// <summary>The first of the styles with which a glyph looks the same.</summary>
    public Style Seen(string glyph, Style style) => (glyph == " " ? _seenOnBlank : _seen)[(int)style];

    private static int[] LookOf(Style style) => style switch
    {
        Style.Faint or Style.Border => [Faint],
        Style.Title or Style.Term => [Bold],
        Style.Alarm or Style.Grown => [Bold, Red],
        Style.ActiveBorder or Style.Header => [Cyan],
        Style.ActiveTitle or Style.SortedHeader or Style.Key or Style.Heading => [Bold, Cyan],
        Style.Cursor => [Reverse],
        Style.IdleCursor => [Underline],
        Style.Shrunk => [Bold, Green],
        Style.Struck => [Faint, Strikethrough],
        Style.Private => [Yellow],
        Style.Shared => [Green],
        Style.Swapped => [Red],
        Style.Filter => [Bold, Yellow],
        Style.Banner => [Reverse, Yellow],
        _ => [],
    };

    private static bool IsColour(int part) => part >= 30;

    private static bool IsSeenOnBlank(int part) => part is Reverse or Underline or Strikethrough;
}
