using System.Reactive.Concurrency;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Recording;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Recording;

public sealed class SamplingTests : IDisposable
{
    private static readonly Reading Seen = States.Seen("zoo");

    private readonly HistoricalScheduler _looks = new(States.Noon);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<DateTimeOffset> _begun = [];
    private readonly List<Sample> _taken = [];
    private readonly List<SamplingEnd> _ends = [];
    private Func<int, Reading> _look = _ => Seen;
    private Func<Sample, string?> _take = _ => null;
    private Sampling? _sampling;

    public void Dispose() => _stop.Dispose();

    [Fact]
    public void It_ends_after_so_many_samples()
    {
        Run(new SamplingPlan(Seconds(2), Samples: 5));
        _looks.AdvanceBy(Seconds(60));
        Assert.IsType<SamplingEnd.Enough>(Assert.Single(_ends));
        Assert.Equal([0, 2, 4, 6, 8], Begun());
        Assert.Equal((5, 5), (_taken.Count, _sampling?.Count));
    }

    [Theory]
    [InlineData(9, 5)]
    [InlineData(0.5, 1)]
    [InlineData(7200, 3600)]
    public void It_ends_after_so_long_a_time(double seconds, int samples)
    {
        Run(new SamplingPlan(Seconds(2), Time: Seconds(seconds)));
        _looks.AdvanceBy(Seconds(seconds) - TimeSpan.FromTicks(1));
        Assert.Empty(_ends);
        _looks.AdvanceBy(TimeSpan.FromTicks(1));
        Assert.IsType<SamplingEnd.Enough>(Assert.Single(_ends));
        _looks.AdvanceBy(Seconds(60));
        Assert.Equal(samples, _taken.Count);
    }

    [Fact]
    public void The_next_look_begins_an_interval_after_the_sample_was_taken()
    {
        _look = _ =>
        {
            _looks.Sleep(Seconds(3));
            return Seen;
        };
        _take = _ =>
        {
            _looks.Sleep(Seconds(4));
            return null;
        };
        Run(new SamplingPlan(Seconds(1), Samples: 4));
        _looks.AdvanceBy(Seconds(60));
        Assert.Equal([0, 8, 16, 24], Begun());
    }

    [Fact]
    public void A_look_is_given_the_sample_before_it()
    {
        var before = new List<Sample?>();
        Run(new SamplingPlan(Seconds(1), Samples: 3), (last, _) =>
        {
            before.Add(last);
            return States.Seen("zoo");
        });
        _looks.AdvanceBy(Seconds(60));
        Assert.Null(before[0]);
        Assert.Same(_taken[0], before[1]);
        Assert.Same(_taken[1], before[2]);
    }

    [Fact]
    public void It_can_be_stopped_between_two_looks()
    {
        Run(new SamplingPlan(Seconds(10)));
        _looks.AdvanceBy(Seconds(25));
        _stop.Cancel();
        _looks.AdvanceBy(TimeSpan.FromTicks(1));
        Assert.IsType<SamplingEnd.Stopped>(Assert.Single(_ends));
        _looks.AdvanceBy(Seconds(60));
        Assert.Equal(3, _taken.Count);
    }

    [Fact]
    public void A_sample_in_hand_is_taken_before_it_stops()
    {
        _look = count =>
        {
            if (count == 2)
                _stop.Cancel();
            return Seen;
        };
        Run(new SamplingPlan(Seconds(10)));
        _looks.AdvanceBy(Seconds(60));
        Assert.IsType<SamplingEnd.Stopped>(Assert.Single(_ends));
        Assert.Equal(2, _taken.Count);
        Assert.Equal(2, _begun.Count);
    }

    [Fact]
    public void It_is_over_when_the_process_has_ended()
    {
        var ended = new Reading.Unseen(UnseenReason.Ended);
        _look = count => count < 4 ? Seen : ended;
        Run(new SamplingPlan(Seconds(1)));
        _looks.AdvanceBy(Seconds(60));
        Assert.Equal(new SamplingEnd.Over(ended), Assert.Single(_ends));
        Assert.Equal((3, 4), (_taken.Count, _begun.Count));
    }

    [Fact]
    public void Any_reason_not_to_see_it_is_one_not_to_begin() => Assert.All(UnseenReason.All, reason =>
    {
        _ends.Clear();
        _begun.Clear();
        _look = _ => new Reading.Unseen(reason);
        Run(new SamplingPlan(Seconds(1)));
        _looks.AdvanceBy(Seconds(60));
        Assert.Equal(new SamplingEnd.Over(new Reading.Unseen(reason)), Assert.Single(_ends));
        Assert.Single(_begun);
        Assert.Equal(0, _sampling?.Count);
    });

    [Fact]
    public void A_look_that_sees_nothing_for_once_is_gone_over()
    {
        _look = count => count % 2 == 1 ? Seen : new Reading.Unseen(UnseenReason.NoMemory);
        Run(new SamplingPlan(Seconds(1), Samples: 3));
        _looks.AdvanceBy(Seconds(60));
        Assert.IsType<SamplingEnd.Enough>(Assert.Single(_ends));
        Assert.Equal((3, 5), (_taken.Count, _begun.Count));
    }

    [Fact]
    public void A_sample_that_cannot_be_taken_ends_it_with_the_reason()
    {
        _take = _ => _taken.Count == 3 ? "no space is left on the disk" : null;
        Run(new SamplingPlan(Seconds(1)));
        _looks.AdvanceBy(Seconds(60));
        Assert.Equal(new SamplingEnd.NotTaken("no space is left on the disk"), Assert.Single(_ends));
        Assert.Equal((2, 3), (_sampling?.Count, _begun.Count));
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private List<double> Begun() => [.. _begun.Select(time => (time - States.Noon).TotalSeconds)];

    private void Run(SamplingPlan plan) => Run(plan, (_, _) => _look(_begun.Count));

    private void Run(SamplingPlan plan, Func<Sample?, CancellationToken, Reading> look)
    {
        _sampling = new Sampling(
            (last, cancel) =>
            {
                _begun.Add(_looks.Now);
                return look(last, cancel);
            },
            sample =>
            {
                _taken.Add(sample);
                return _take(sample);
            });
        _sampling.Run(plan, _looks, _stop.Token).Subscribe(_ends.Add);
    }
}
