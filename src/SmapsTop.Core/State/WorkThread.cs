using System.Diagnostics;
using System.Reactive.Concurrency;

namespace SmapsTop.Core.State;

/// <summary>
/// A thread that does what is scheduled on it, one after another, and sleeps until the next is due. Rx has one of this kind, which turns
/// in circles before it sleeps and is woken by a timer's thread: while a screen is at rest that took more of the processor than the looks did.
/// </summary>
public sealed class WorkThread : LocalScheduler
{
    private readonly object _gate = new();
    private readonly SchedulerQueue<TimeSpan> _queue = new();

    /// <summary>Starts the thread. It ends with the process.</summary>
    /// <param name="name">Its name, as the kernel shows it.</param>
    public WorkThread(string name)
    {
        new Thread(Work) { IsBackground = true, Name = name }.Start();
    }

    /// <inheritdoc/>
    public override IDisposable Schedule<TState>(TState state, TimeSpan dueTime, Func<IScheduler, TState, IDisposable> action)
    {
        var item = new ScheduledItem<TimeSpan, TState>(this, state, action, Time + Scheduler.Normalize(dueTime));
        lock (_gate)
        {
            _queue.Enqueue(item);
            if (ReferenceEquals(_queue.Peek(), item))
                Monitor.Pulse(_gate);
        }
        return item;
    }

    /// <summary>Time on a clock that nobody sets.</summary>
    private static TimeSpan Time => Stopwatch.GetElapsedTime(0);

    private void Work()
    {
        while (true)
        {
            var item = Next();
            if (!item.IsCanceled)
                item.Invoke();
        }
    }

    private ScheduledItem<TimeSpan> Next()
    {
        lock (_gate)
            while (true)
            {
                if (_queue.Count == 0)
                {
                    Monitor.Wait(_gate);
                    continue;
                }
                var wait = (_queue.Peek().DueTime - Time).TotalMilliseconds;
                if (wait <= 0)
                    return _queue.Dequeue();
                Monitor.Wait(_gate, (int)Math.Min(Math.Ceiling(wait), int.MaxValue));
            }
    }
}
