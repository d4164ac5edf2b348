using NSubstitute;
using SmapsTop.Core.Proc;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Tests.State;

public class StartAtTests
{
    private readonly IProc _proc = Substitute.For<IProc>();

    public StartAtTests()
    {
        _proc.Find(42).Returns(States.Process(42, "shell"));
        _proc.List().Returns([States.App, States.Process(42, "shell"), States.Process(43, "shell"), States.Process(Environment.ProcessId, "app"), States.Process(44, "x") with { Command = "/usr/bin/long-named -x app" }]);
    }

    [Fact]
    public void Nothing_begins_with_the_list()
    {
        var first = new AppState();
        Assert.Equal((first, null), StartAt.Target(_proc, null, first));
        _proc.DidNotReceive().List();
    }

    [Theory]
    [InlineData("42", 42)]
    [InlineData("app", 4567)]
    [InlineData("long-named", 44)]
    [InlineData("x", 44)]
    public void A_number_or_the_name_of_only_one_begins_with_its_maps(string target, int pid)
    {
        var (state, problem) = StartAt.Target(_proc, target, new AppState());
        Assert.Null(problem);
        Assert.Equal((pid, new Place.Maps()), (state!.Watch!.Process.Pid, state.Place));
        Assert.Equal([new Place.Processes()], state.Behind);
    }

    [Fact]
    public void The_name_of_several_begins_with_the_list_of_them()
    {
        var (state, problem) = StartAt.Target(_proc, "shell", new AppState());
        Assert.Equal((null, "shell", new Place.Processes(), null), (problem, state!.Filter, state.Place, state.Watch));
    }

    [Theory]
    [InlineData("4711", "4711")]
    [InlineData("no\u001bne", @"no\x1bne")]
    [InlineData("--run", "--run")]
    public void What_is_not_there_is_a_problem_that_is_named(string target, string named)
    {
        var (state, problem) = StartAt.Target(_proc, target, new AppState());
        Assert.Null(state);
        Assert.Contains(named, problem);
    }
}
