using System.Globalization;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Runtime.InteropServices;
using SmapsTop.Core.Recording;
using SmapsTop.Core.State;
using SmapsTop.Tty;

namespace SmapsTop.Commands;

/// <summary>Runs a sampling with nobody watching, until it ends by itself or a signal stops it.</summary>
internal static class Unattended
{
    private const int HangUp = 1;
    private const int Interrupt = 2;
    private const int Terminate = 15;

    /// <summary>Runs it. The first signal waits for the sample in hand; a second one does what signals do.</summary>
    /// <returns>Why it ended, and the exit code that goes with a signal; 0 if there was none.</returns>
    public static (SamplingEnd End, int Signal) Run(Sampling sampling, SamplingPlan plan)
    {
        var stop = new CancellationTokenSource();
        var code = 0;
        using var signals = Signals(number =>
        {
            var isFirst = code == 0;
            code = 128 + number;
            stop.Cancel();
            return isFirst;
        });
        var end = sampling.Run(plan, new WorkThread("looks"), stop.Token).Wait();
        return (end, end is SamplingEnd.Stopped ? code : 0);
    }

    private static CompositeDisposable Signals(Func<int, bool> stop)
    {
        (PosixSignal Signal, int Number)[] signals = [(PosixSignal.SIGHUP, HangUp), (PosixSignal.SIGINT, Interrupt), (PosixSignal.SIGQUIT, 3), (PosixSignal.SIGTERM, Terminate)];
        var isAside = IsIgnored(Interrupt);
        // What is ignored, as nohup has it, stays so: the framework sees to that.
        var registered = new CompositeDisposable(signals.Select(entry => PosixSignalRegistration.Create(entry.Signal, context => context.Cancel = stop(entry.Number))));
        if (isAside)
            HearInterrupt();
        return registered;
    }

    /// <summary>
    /// A shell has Ctrl+C ignored by what it starts with &amp;; but who sends the signal to it means it. The framework's handler is the same for
    /// all signals: it is that of the one which nobody ignores.
    /// </summary>
    private static unsafe void HearInterrupt()
    {
        var handler = stackalloc byte[Libc.HandlerSize];
        if (Libc.Handle(Terminate, null, handler) == 0)
            _ = Libc.Handle(Interrupt, handler, null);
    }

    /// <summary>True if whoever started this process has a signal ignored.</summary>
    private static bool IsIgnored(int signal)
    {
        const string key = "SigIgn:";
        var line = File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal)) ?? key;
        return ulong.TryParse(line.AsSpan(key.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var signals)
            && (signals >> (signal - 1) & 1) != 0;
    }
}
