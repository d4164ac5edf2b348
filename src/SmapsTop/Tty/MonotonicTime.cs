using System.Diagnostics;
using Terminal.Gui.Time;
using ITimer = Terminal.Gui.Time.ITimer;

namespace SmapsTop.Tty;

/// <summary>A clock for the toolkit's timers that a step of the machine's clock does not stop.</summary>
internal sealed class MonotonicTime : ITimeProvider
{
    private readonly SystemTimeProvider _system = new();
    private readonly DateTime _begin = DateTime.UtcNow;
    private readonly long _begun = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public DateTime Now => _begin + Stopwatch.GetElapsedTime(_begun);

    /// <inheritdoc/>
    public Task Delay(TimeSpan duration, CancellationToken cancellationToken = default) => _system.Delay(duration, cancellationToken);

    /// <inheritdoc/>
    public ITimer CreateTimer(TimeSpan interval, Action callback) => _system.CreateTimer(interval, callback);
}
