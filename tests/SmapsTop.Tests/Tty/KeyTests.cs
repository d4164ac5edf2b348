using SmapsTop.Core;
using SmapsTop.Core.State;
using SmapsTop.Tty;
using Terminal.Gui.Input;

namespace SmapsTop.Tests.Tty;

public sealed class KeyTests
{
    private const int Zoo = 4567;

    public static TheoryData<string> Keys { get; } = [.. AppCommand.All.SelectMany(command => command.Keys).Distinct()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_of_a_command_can_be_pressed(string key) => Assert.Equal(key, KeyNames.Of(Try.KeyOf(key)));

    [Theory]
    [InlineData(' ', " ")]
    [InlineData('a', "a")]
    [InlineData('A', "A")]
    [InlineData('é', "é")]
    [InlineData('\u001b', "")]
    public void A_character_types_itself(char typed, string expected) => Assert.Equal(expected, KeyNames.TextOf(new Key(typed)));

    [Fact]
    public void Control_and_alt_type_nothing()
    {
        Assert.Equal("", KeyNames.TextOf(Key.A.WithAlt));
        Assert.Equal("", KeyNames.TextOf(Key.A.WithCtrl));
        Assert.Equal("", KeyNames.TextOf(Key.F1));
    }

    [Theory]
    [InlineData("q")]
    [InlineData("F10")]
    [InlineData("Ctrl+C")]
    public void Quitting_ends_the_session(string key)
    {
        using var screen = new Try(pid: Zoo);
        screen.Press(key);
        Assert.True(screen.HasEnded);
    }

    [Fact]
    public void Ctrl_C_quits_while_a_filter_is_typed_and_q_does_not()
    {
        using var screen = new Try(pid: Zoo);
        screen.Press("/", "q");
        Assert.False(screen.HasEnded);
        Assert.Equal("q", screen.State.Filter);
        screen.Press("Ctrl+C");
        Assert.True(screen.HasEnded);
    }

    [Fact]
    public void Esc_goes_back_and_never_quits()
    {
        using var screen = new Try();
        screen.Pass(1);
        screen.Press("Enter", "3", "Enter", "Enter");
        Assert.IsType<Place.OneMapping>(screen.State.Place);
        foreach (var place in new[] { typeof(Place.OfLibrary), typeof(Place.Libraries), typeof(Place.Maps), typeof(Place.Processes), typeof(Place.Processes) })
        {
            screen.Press("Esc");
            Assert.IsType(place, screen.State.Place);
        }
        Assert.False(screen.HasEnded);
    }

    [Fact]
    public void A_key_of_a_screen_pressed_on_the_list_means_the_process_under_the_cursor()
    {
        using var screen = new Try(pid: Zoo);
        screen.Press("p");
        screen.Pass(1);
        screen.Press("/").Type("3003").Press("Enter", "3");
        Assert.Equal(3003, screen.State.Watch?.Process.Pid);
        Assert.IsType<Place.Libraries>(screen.State.Place);
        var watch = screen.State.Watch;
        screen.Press("p");
        screen.Pass(1);
        screen.Press("1");
        Assert.Equal(watch!.Process, screen.State.Watch!.Process);
        Assert.NotNull(screen.State.Sample);
    }

    [Fact]
    public void Pasted_text_goes_into_a_filter_that_is_typed_and_nowhere_else()
    {
        using var screen = new Try(pid: Zoo);
        screen.Paste("q");
        Assert.False(screen.HasEnded);
        screen.Press("/");
        screen.Paste("li\u001b[31m\nrm -rf");
        Assert.Equal("li\\x1b[31m", screen.State.Filter);
    }

    [Fact]
    public void Space_switches_a_column_and_pages_the_help()
    {
        using var screen = new Try(pid: Zoo);
        screen.Press("c", "Space");
        Assert.Contains(Core.Grids.AllGrids.Private.Columns[0].Header, screen.State.SettingsOf(Core.Grids.AllGrids.Private).Hidden);
        screen.Press("Esc", "?", "Space");
        Assert.DoesNotContain(" 1–", screen.Lines[1], StringComparison.Ordinal);
        Assert.False(screen.State.IsFrozen);
    }

    [Fact]
    public void An_empty_grid_lets_every_key_through()
    {
        using var screen = new Try(pid: Zoo);
        screen.Press("/").Type("no such thing").Press("Enter");
        Assert.Equal(0, screen.Session.View.Active!.Count);
        screen.Press("Down", "End", "Enter", "Space", "u", "r", ">");
        Assert.True(screen.State.IsFrozen);
        screen.Press("/", "Ctrl+U").Type("libc").Press("Enter");
        Assert.NotEqual(0, screen.Session.View.Active!.Count);
        screen.Press("q");
        Assert.True(screen.HasEnded);
    }

    [Fact]
    public void Keys_that_come_faster_than_the_screen_mean_what_they_would()
    {
        using var screen = new Try(pid: Zoo);
        screen.PressAtOnce("/", "l", "i", "b", "c", "Enter", "3", "Enter");
        Assert.Equal("libc", screen.State.SettingsOf(Core.Grids.AllGrids.Private).Filter);
        Assert.Equal("shared memory", Assert.IsType<Place.OfLibrary>(screen.State.Place).Key.Text);
    }
}
