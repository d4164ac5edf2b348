using SmapsTop.Core.Proc;
using SmapsTop.Core.State;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>Looks at a process as the screens do: read, parse, snapshot, compared with the last look and kept in the history.</summary>
internal sealed class Eye
{
    private readonly LinuxProc _proc = new();
    private readonly ProcessInfo _process;

    /// <summary>Begins with a process of which nothing has been seen.</summary>
    public Eye(int pid)
    {
        _process = _proc.Find(pid) ?? throw new InvalidOperationException($"no process has the number {pid}");
        Watch = new Watch(_process);
    }

    /// <summary>What has been seen.</summary>
    public Watch Watch { get; private set; }

    /// <summary>Looks once.</summary>
    public void Look()
    {
        var reading = _proc.Look(_process.Identity, Watch.Latest?.Sample, CancellationToken.None);
        Watch = Watch.Receive(reading, DateTimeOffset.Now, isFrozen: false);
        if (Watch.Trouble is { } trouble)
            throw new InvalidOperationException(trouble.Reason.Sentence(trouble.Detail));
    }
}
