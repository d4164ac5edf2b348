using SmapsTop.Tty;

namespace SmapsTop.Tests.Tty;

public sealed class TerminalKindTests
{
    [Theory]
    [InlineData("", "", "C.UTF-8", "xterm-256color", true)]
    [InlineData("", "", "zh_CN.utf8", "tmux", true)]
    [InlineData("", "de_DE.UTF-8", "C", "screen", true)]
    [InlineData("C", "de_DE.UTF-8", "de_DE.UTF-8", "screen", false)]
    [InlineData("", "", "C", "xterm", false)]
    [InlineData("", "", "", "xterm", false)]
    [InlineData("", "", "C.UTF-8", "linux", false)]
    public void Braille_is_for_terminals_of_utf_8_but_not_for_the_console(string all, string type, string lang, string term, bool expected)
    {
        Assert.Equal(expected, TerminalKind.HasBraille(Environment(all, type, lang, term)));
    }

    [Theory]
    [InlineData("", "", "C.UTF-8", "xterm-256color", false)]
    [InlineData("", "", "zh_CN.UTF-8", "screen", false)]
    [InlineData("", "zh_CN.utf8", "C", "tmux-256color", false)]
    [InlineData("", "", "C.UTF-8", "linux", false)]
    [InlineData("C", "C.UTF-8", "C.UTF-8", "xterm", true)]
    [InlineData("", "", "", "xterm", true)]
    [InlineData("", "", "zh_CN.GB18030", "xterm", true)]
    [InlineData("", "", "C.UTF-8", "vt100", true)]
    [InlineData("", "", "C.UTF-8", "vt220", true)]
    [InlineData("", "", "C.UTF-8", "ansi", true)]
    [InlineData("", "", "C.UTF-8", "", true)]
    public void Ascii_is_for_locales_without_utf_8_and_for_terminals_of_before(string all, string type, string lang, string term, bool expected) =>
        Assert.Equal(expected, TerminalKind.IsAscii(Environment(all, type, lang, term)));

    private static Func<string, string?> Environment(string all, string type, string lang, string term)
    {
        var variables = new Dictionary<string, string?> { ["LC_ALL"] = all, ["LC_CTYPE"] = type, ["LANG"] = lang, ["TERM"] = term };
        return variables.GetValueOrDefault;
    }
}
