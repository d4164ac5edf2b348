using System.Reactive.Subjects;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Tests.State;

/// <summary>The hop between threads: a receiver that is slower than the source misses values instead of falling behind.</summary>
public sealed class LatestTests : IDisposable
{
    private readonly Subject<int> _source = new();
    private readonly Queue<Action> _posted = [];
    private readonly List<int> _received = [];

    public void Dispose() => _source.Dispose();

    [Fact]
    public void Of_a_flood_one_delivery_is_pending_and_the_newest_value_arrives()
    {
        using var subscription = _source.LatestOn(_posted.Enqueue).Subscribe(_received.Add);
        for (var i = 0; i < 100_000; i++)
            _source.OnNext(i);
        Assert.Single(_posted);
        _posted.Dequeue()();
        Assert.Equal([99_999], _received);

        _source.OnNext(7);
        Assert.Single(_posted);
        _posted.Dequeue()();
        Assert.Equal([99_999, 7], _received);
    }

    [Fact]
    public void After_the_end_of_the_subscription_nothing_arrives()
    {
        var subscription = _source.LatestOn(_posted.Enqueue).Subscribe(_received.Add);
        _source.OnNext(1);
        subscription.Dispose();
        _posted.Dequeue()();
        Assert.Empty(_received);
    }

    [Fact]
    public void What_comes_while_a_value_is_delivered_is_delivered_next()
    {
        using var subscription = _source.LatestOn(_posted.Enqueue).Subscribe(value =>
        {
            _received.Add(value);
            if (value == 1)
                _source.OnNext(2);
        });
        _source.OnNext(1);
        _posted.Dequeue()();
        _posted.Dequeue()();
        Assert.Equal([1, 2], _received);
    }
}
