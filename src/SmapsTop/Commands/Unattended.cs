using System.Globalization;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Runtime.InteropServices;
using SmapsTop.Core.Recording;
using SmapsTop.Tty;

namespace SmapsTop.Commands;

/// <summary>Runs a sampling with nobody watching, until it ends by itself or a signal stops it.</summary>
internal static class Unattended
{
    private const int HangUp = 1;
    private const int Interrupt = 2;

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
        using var looks = new EventLoopScheduler(start => new Thread(start) { IsBackground = true, Name = "looks" });
        var end = sampling.Run(plan, looks, stop.Token).Wait();
        return (end, end is SamplingEnd.Stopped ? code : 0);
    }

    private static CompositeDisposable Signals(Func<int, bool> stop)
    {
        // A shell has Ctrl+C ignored by what it starts with &, and the framework keeps to that; but who sends the signal to it means it.
        if (IsIgnored(Interrupt))
            _ = Libc.Handle(Interrupt, 0);
        (PosixSignal Signal, int Number)[] signals = [(PosixSignal.SIGHUP, HangUp), (PosixSignal.SIGINT, Interrupt), (PosixSignal.SIGQUIT, 3), (PosixSignal.SIGTERM, 15)];
        // What nohup has ignored stays so.
        return [.. signals.Where(entry => !IsIgnored(entry.Number)).Select(entry => PosixSignalRegistration.Create(
            entry.Signal, context => context.Cancel = stop(entry.Number)))];
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
