using System.Reactive.Concurrency;
using System.Reactive.Linq;

namespace SmapsTop.Core.State;

/// <summary>Hops from one thread to another on which the newest value wins.</summary>
public static class Latest
{
    /// <summary>
    /// Delivers the newest value where <paramref name="post"/> carries it, with one delivery pending at most: a receiver that is
    /// slower than the source misses values instead of falling behind.
    /// </summary>
    public static IObservable<T> LatestOn<T>(this IObservable<T> source, Action<Action> post) => Observable.Create<T>(observer =>
    {
        var gate = new Lock();
        var newest = default(T);
        var isPending = false;
        var isOver = false;

        void Deliver()
        {
            T value;
            lock (gate)
            {
                if (isOver)
                    return;
                value = newest!;
                isPending = false;
            }
            observer.OnNext(value);
        }

        var subscription = source.Subscribe(value =>
        {
            lock (gate)
            {
                newest = value;
                if (isPending || isOver)
                    return;
                isPending = true;
            }
            post(Deliver);
        });
        return () =>
        {
            lock (gate)
                isOver = true;
            subscription.Dispose();
        };
    });

    /// <summary>The same on a scheduler.</summary>
    public static IObservable<T> LatestOn<T>(this IObservable<T> source, IScheduler scheduler) =>
        source.LatestOn(action => scheduler.Schedule(action));
}
