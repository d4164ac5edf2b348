using System.Collections.Immutable;
using SmapsTop.Core.Proc;

namespace SmapsTop.Core.Tests.Fuzz;

/// <summary>A machine without a process.</summary>
internal sealed class Nothing : IProc
{
    public ImmutableArray<ProcessInfo> List() => [];

    public ProcessInfo? Find(int pid) => null;

    public Reading Look(ProcessIdentity process, Sample? before, CancellationToken cancel) => new Reading.Unseen(UnseenReason.Ended);

    public Glance? Glance(ProcessIdentity process, GlanceSource source) => null;

    public long? Pss(ProcessIdentity process) => null;
}
