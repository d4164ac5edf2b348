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
        var variables = new Dictionary<string, string?> { ["LC_ALL"] = all, ["LC_CTYPE"] = type, ["LANG"] = lang, ["TERM"] = term };
        Assert.Equal(expected, TerminalKind.HasBraille(name => variables.GetValueOrDefault(name)));
    }
}
