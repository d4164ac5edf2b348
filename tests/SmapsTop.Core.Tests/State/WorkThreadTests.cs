using System.Reactive.Concurrency;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Tests.State;

/// <summary>The thread that the work of a session is done on.</summary>
public sealed class WorkThreadTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WorkThread _thread = new("work");
    private readonly List<string> _done = [];
    private readonly ManualResetEventSlim _last = new();

    [Fact]
    public void What_is_due_first_is_done_first_and_what_is_due_at_once_in_its_order()
    {
        // Nothing is done before all is scheduled.
        _thread.Schedule(() =>
        {
            _thread.Schedule(2 * Soon, Last);
            _thread.Schedule(Soon, () => _done.Add("soon"));
            _thread.Schedule(() => _done.Add("first"));
            _thread.Schedule(() => _done.Add("second"));
        });
        WaitForLast();
        Assert.Equal(["first", "second", "soon", "last"], _done);
    }

    [Fact]
    public void What_is_called_off_is_not_done()
    {
        _thread.Schedule(() =>
        {
            _thread.Schedule(Soon, () => _done.Add("called off")).Dispose();
            _thread.Schedule(2 * Soon, Last);
        });
        WaitForLast();
        Assert.Equal(["last"], _done);
    }

    [Fact]
    public void What_comes_later_but_is_due_earlier_does_not_wait()
    {
        using var late = _thread.Schedule(2 * Patience, () => _done.Add("late"));
        _thread.Schedule(Last);
        WaitForLast();
        Assert.Equal(["last"], _done);
    }

    [Fact]
    public void Nothing_is_done_before_it_is_due()
    {
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        var took = TimeSpan.Zero;
        _thread.Schedule(Soon, () =>
        {
            took = System.Diagnostics.Stopwatch.GetElapsedTime(begun);
            Last();
        });
        WaitForLast();
        Assert.InRange(took, Soon, Patience);
    }

    /// <inheritdoc/>
    public void Dispose() => _last.Dispose();

    private void WaitForLast() => Assert.True(_last.Wait(Patience, TestContext.Current.CancellationToken));

    private void Last()
    {
        _done.Add("last");
        _last.Set();
    }
}
