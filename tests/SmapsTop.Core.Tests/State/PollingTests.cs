using System.Reactive.Concurrency;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Tests.State;

public sealed class PollingTests : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly HistoricalScheduler _looks = new(States.Noon);
    private readonly HistoricalScheduler _clock = new(States.Noon);
    private readonly List<DateTimeOffset> _begun = [];
    private readonly List<Func<AppState, AppState>> _steps = [];
    private IDisposable? _polling;

    public void Dispose() => _polling?.Dispose();

    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 3)]
    [InlineData(0.1, 60)]
    [InlineData(3600, 3)]
    public void The_next_look_begins_an_interval_after_the_last_has_ended(double interval, double duration)
    {
        Poll(_ => _looks.Sleep(TimeSpan.FromSeconds(duration)), interval);
        _looks.AdvanceBy(Tick);
        Assert.Single(_begun);
        for (var count = 1; count < 5; count++)
        {
            _looks.AdvanceTo(_begun[^1].AddSeconds(duration + interval) - Tick);
            Assert.Equal(count, _begun.Count);
            _looks.AdvanceBy(Tick);
            Assert.Equal(count + 1, _begun.Count);
            Assert.Equal(_begun[count - 1].AddSeconds(duration + interval), _begun[count]);
            Assert.Equal(count + 1, _steps.Count);
        }
    }

    [Fact]
    public void Two_looks_are_never_under_way_at_once()
    {
        var depth = 0;
        Poll(_ =>
        {
            Assert.Equal(1, ++depth);
            _looks.Sleep(TimeSpan.FromSeconds(10));
            _clock.AdvanceBy(TimeSpan.FromSeconds(10));
            depth--;
        });
        _looks.AdvanceBy(TimeSpan.FromMinutes(1));
        // Each takes ten seconds and is followed by one of rest.
        Assert.Equal(6, _begun.Count);
    }

    [Fact]
    public void Whoever_leaves_stops_the_look_and_does_not_hear_of_it()
    {
        var wasStopped = false;
        Poll(cancel =>
        {
            Assert.False(cancel.IsCancellationRequested);
            _polling!.Dispose();
            wasStopped = cancel.IsCancellationRequested;
        });
        _looks.AdvanceBy(TimeSpan.FromMinutes(1));
        Assert.True(wasStopped);
        Assert.Empty(_steps);
        Assert.Single(_begun);
    }

    [Fact]
    public void Whoever_leaves_between_two_looks_gets_no_other()
    {
        Poll(_ => { });
        _looks.AdvanceBy(Tick);
        _polling!.Dispose();
        _looks.AdvanceBy(TimeSpan.FromMinutes(1));
        Assert.Single(_begun);
        Assert.Single(_steps);
    }

    [Fact]
    public void A_look_that_was_cancelled_ends_quietly()
    {
        Poll(_ => throw new OperationCanceledException());
        _looks.AdvanceBy(TimeSpan.FromMinutes(1));
        _clock.AdvanceBy(TimeSpan.FromMinutes(1));
        Assert.Single(_begun);
        Assert.Empty(_steps);
    }

    [Theory]
    [InlineData(0.4, "smaps", 1)]
    [InlineData(0.6, "smaps", 2)]
    [InlineData(0.6, null, 1)]
    public void A_long_wait_is_told_before_its_result(double duration, string? waitingFor, int steps)
    {
        var toldDuring = 0;
        Poll(
            _ =>
            {
                _clock.AdvanceBy(TimeSpan.FromSeconds(duration));
                toldDuring = _steps.Count;
            },
            waitingFor: waitingFor);
        _looks.AdvanceBy(Tick);
        _clock.AdvanceBy(TimeSpan.FromMinutes(1));
        Assert.Equal((steps - 1, steps), (toldDuring, _steps.Count));
        if (steps == 2)
            Assert.Equal("smaps", _steps[0](new AppState()).WaitingFor);
        Assert.True(_steps[^1](new AppState()).IsOver);
    }

    /// <summary>Polls; a look's step ends the state, so that it is known.</summary>
    private void Poll(Action<CancellationToken> look, double interval = 1, string? waitingFor = null) => _polling = Polling.Again(
        cancel =>
        {
            _begun.Add(_looks.Now);
            look(cancel);
            return state => state with { IsOver = true };
        },
        waitingFor, () => TimeSpan.FromSeconds(interval), _looks, _clock).Subscribe(_steps.Add);
}
