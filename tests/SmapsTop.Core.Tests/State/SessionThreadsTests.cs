using NSubstitute;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Proc;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Tests.State;

/// <summary>The session on real threads.</summary>
public class SessionThreadsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public void Keys_are_answered_while_a_look_takes_its_time()
    {
        using var begun = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var proc = Substitute.For<IProc>();
        proc.Look(Arg.Any<ProcessIdentity>(), Arg.Any<Sample?>(), Arg.Any<CancellationToken>()).Returns(_ =>
        {
            begun.Set();
            goOn.Wait(Limit, CancellationToken.None);
            return States.Seen("zoo");
        });
        using var session = new Session(proc, new AppState().StartWatch(States.App), SessionSchedulers.Threads());
        Assert.True(begun.Wait(Limit, TestContext.Current.CancellationToken));
        session.Do(state => state.ToggleUnit());
        Until(() => session.View.State.Unit == SizeUnit.Kilobytes);
        Until(() => session.View.State.WaitingFor == $"/proc/{States.App.Pid}/smaps");
        Assert.Null(session.View.State.Sample);
        goOn.Set();
        Until(() => session.View.State is { Sample: not null, WaitingFor: null });
    }

    private static void Until(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, Limit), "it did not happen");
}
