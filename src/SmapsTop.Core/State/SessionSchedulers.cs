using System.Reactive.Concurrency;

namespace SmapsTop.Core.State;

/// <summary>Where the work of a session runs.</summary>
/// <param name="Steps">Where steps are folded into states and tables are sorted, one after another.</param>
/// <param name="Looks">Where processes are read, one at a time.</param>
/// <param name="Aside">Where dear figures are read that nothing waits for.</param>
/// <param name="Clock">Where long waits are noticed, and what tells the time.</param>
public sealed record SessionSchedulers(IScheduler Steps, IScheduler Looks, IScheduler Aside, IScheduler Clock)
{
    /// <summary>A thread for each kind of work.</summary>
    public static SessionSchedulers Threads() =>
        new(new WorkThread("steps"), new WorkThread("looks"), new WorkThread("aside"), new WorkThread("clock"));
}
