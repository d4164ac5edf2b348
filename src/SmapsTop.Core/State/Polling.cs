using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;

namespace SmapsTop.Core.State;

/// <summary>
/// The poll loop: one look after another, the next one an interval after the last has ended, never two at once.
/// A timer with a fixed period would fire in bursts after a slow look.
/// </summary>
public static class Polling
{
    /// <summary>After this long a wait is worth a word.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    /// <summary>Looks again and again until unsubscribed; a look under way is then told to stop, and its result dropped.</summary>
    /// <param name="look">One look: gives what it makes of the state.</param>
    /// <param name="waitingFor">What is waited for, should a look take long; null if nothing waits for it.</param>
    /// <param name="interval">Time from the end of a look to the beginning of the next; asked when what the look gave has been taken in.</param>
    /// <param name="looks">Where the looks run, one at a time.</param>
    /// <param name="clock">Where a long wait is noticed.</param>
    public static IObservable<Func<AppState, AppState>> Again(
        Func<CancellationToken, Func<AppState, AppState>> look, string? waitingFor, Func<TimeSpan> interval, IScheduler looks, IScheduler clock) =>
        Again(
            look,
            tell => waitingFor is null ? Disposable.Empty : clock.Schedule(Patience, () => tell(state => state.Wait(waitingFor))),
            interval, looks);

    /// <summary>Looks again and again until unsubscribed, whatever a look gives. Who is told of one is waited for, too.</summary>
    /// <param name="look">One look.</param>
    /// <param name="interval">Time from the end of a look to the beginning of the next.</param>
    /// <param name="looks">Where the looks run, one at a time.</param>
    public static IObservable<T> Again<T>(Func<CancellationToken, T> look, TimeSpan interval, IScheduler looks) =>
        Again(look, _ => Disposable.Empty, () => interval, looks);

    private static IObservable<T> Again<T>(
        Func<CancellationToken, T> look, Func<Action<T>, IDisposable> beginWait, Func<TimeSpan> interval, IScheduler looks) =>
        Observable.Create<T>(observer =>
        {
            var cancel = new CancellationDisposable();
            var loop = looks.Schedule(TimeSpan.Zero, again =>
            {
                using var wait = beginWait(observer.OnNext);
                T seen;
                try
                {
                    seen = look(cancel.Token);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                wait.Dispose();
                observer.OnNext(seen);
                again(interval());
            });
            return StableCompositeDisposable.Create(cancel, loop);
        });
}
