using System.Collections.Immutable;

namespace SmapsTop.Core.Proc;

/// <summary>The only door to the machine.</summary>
public interface IProc
{
    /// <summary>True if there may be processes that are hidden from us: what is not found may be there all the same.</summary>
    bool HidesProcesses => false;

    /// <summary>All processes that have memory of their own: kernel threads are left out. In order of their numbers.</summary>
    ImmutableArray<ProcessInfo> List();

    /// <summary>One process; null if no process has the number.</summary>
    ProcessInfo? Find(int pid);

    /// <summary>Reads the mappings of a process. Blocks; not for the thread that answers keys, and never two at once.</summary>
    /// <param name="process">The process that is meant; if the number has passed on to another, the reading says so.</param>
    /// <param name="before">The last sample of it, or null.</param>
    /// <param name="cancel">Stops the reading between two pieces.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    Reading Look(ProcessIdentity process, Sample? before, CancellationToken cancel);

    /// <summary>The memory of a process as far as the kernel tells it without listing the mappings; null if it cannot be read. Blocks.</summary>
    /// <param name="process">The process that is meant.</param>
    /// <param name="source">Where to look.</param>
    Glance? Glance(ProcessIdentity process, GlanceSource source);

    /// <summary>Proportional share (Pss) of a process in kB, from smaps_rollup; null if it cannot be read. Blocks.</summary>
    long? Pss(ProcessIdentity process);
}
