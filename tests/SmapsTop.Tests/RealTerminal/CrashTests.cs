namespace SmapsTop.Tests.RealTerminal;

/// <summary>An error of the program's own gives the terminal back, on whatever thread it happens.</summary>
[Collection(OneAtATime.Name)]
public sealed class CrashTests
{
    [Theory]
    [InlineData("look")]
    [InlineData("screen")]
    public void An_error_of_its_own_gives_the_terminal_back_and_says_so(string where)
    {
        using var terminal = new TmuxTerminal(120, 36);
        var before = terminal.Settings();
        terminal.Start($"{Path.Combine(AppContext.BaseDirectory, "crash")} {where} 2> errors");
        terminal.WaitFor(screen => screen.Has("harmless"));
        Assert.Equal(70, terminal.WaitForEnd());
        Assert.False(terminal.IsAlternate);
        Assert.False(terminal.HasMouse);
        Assert.StartsWith("smapstop: an error of its own: ", File.ReadAllText(Path.Combine(terminal.Folder, "errors")), StringComparison.Ordinal);
        Assert.Equal(before, terminal.Settings());
    }
}
