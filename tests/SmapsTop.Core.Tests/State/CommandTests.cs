using SmapsTop.Core.Grids;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Tests.State;

public class CommandTests
{
    public static TheoryData<string> EveryKey { get; } = [.. AppCommand.All.SelectMany(command => command.Keys).Distinct()];

    [Theory]
    [MemberData(nameof(EveryKey))]
    public void No_key_means_two_things_at_once(string key)
    {
        foreach (var state in new[] { States.List(), States.Watching(), States.Watching().Press("?"), States.Watching().Press("/") })
            Assert.InRange(AppCommand.All.Count(command => command.Keys.Contains(key) && command.When(state)), 0, 1);
    }

    [Theory]
    [InlineData("Enter", "Esc", "Backspace", "Tab", "Shift+Tab", "1", "2", "3", "4", "<", ">", "r", "/", "Space", "+", "-", "u", "c", "p", "?", "F1", "q", "F10", "Ctrl+C")]
    [InlineData("Up", "Down", "Left", "Right", "h", "j", "k", "l", "PgUp", "PgDn", "Home", "End")]
    public void Every_key_of_the_design_has_a_command(params string[] keys) =>
        Assert.All(keys, key => Assert.NotNull(AppCommand.Find(States.Watching(), key)));

    [Theory]
    [InlineData("Enter", "Esc", "Backspace", "Ctrl+U", "Ctrl+C")]
    public void Every_key_of_the_filter_has_a_command(params string[] keys) =>
        Assert.All(keys, key => Assert.NotNull(AppCommand.Find(States.Watching().Press("/"), key)));

    [Theory]
    [InlineData("x")]
    [InlineData("Ctrl+X")]
    [InlineData("")]
    public void Other_keys_mean_nothing(string key) => Assert.Null(AppCommand.Find(States.Watching(), key));

    [Fact]
    public void Each_command_is_a_step_or_a_movement_and_says_what_it_does() => Assert.All(AppCommand.All, command =>
    {
        Assert.True(command.Step is null != command.Movement is null);
        Assert.NotEmpty(command.Does);
        Assert.NotEmpty(command.Keys);
    });

    [Fact]
    public void Every_movement_has_a_command() => Assert.Equal(
        Enum.GetValues<Movement>(), AppCommand.All.Select(command => command.Movement).OfType<Movement>().Distinct().Order());

    [Fact]
    public void A_movement_leaves_the_state_alone()
    {
        var state = States.Watching();
        Assert.All(AppCommand.All.Where(command => command.Movement is not null), command => Assert.Same(state, command.Apply(state, new RowKey(1))));
    }

    [Fact]
    public void What_cannot_be_done_now_is_not_offered()
    {
        Assert.DoesNotContain("Back", Offered(States.List()));
        Assert.DoesNotContain("Pane", Offered(States.List()));
        Assert.DoesNotContain("Libs", Offered(States.List()));
        Assert.DoesNotContain("Sort", Offered(States.Watching().Press("?")));
        Assert.Superset(new HashSet<string> { "Open", "Back", "Filter", "Pane", "Libs", "All", "Sort", "Quit", "Help" }, Offered(States.Watching()));
        Assert.Equal(["Clear", "Keep"], Offered(States.Watching().Press("/")).Order());
    }

    private static HashSet<string> Offered(AppState state) => [.. AppCommand.All
        .Where(command => command.Label.Length > 0 && command.When(state) && command.IsOffered(state)).Select(command => command.Label)];
}
