using System.Collections.Immutable;
using SmapsTop;
using SmapsTop.Core.Proc;
using SmapsTop.Core.State;
using SmapsTop.Tty;

// The program with an error of its own in it, to see what becomes of the terminal: `crash look` fails on the thread that looks,
// `crash screen` on the screen's, which cannot draw a process without a command.
try
{
    TerminalGuard.Arm();
    NeutralToolkit.Prepare();
    return Start(args[0]);
}
catch (Exception crash)
{
    TerminalGuard.Die(crash);
    return TerminalGuard.Crashed;
}

static int Start(string where) => Screen.Run(new Failing(where), new AppState { Interval = TimeSpan.FromSeconds(0.2) });

internal sealed class Failing(string where) : IProc
{
    private const int GoodLooks = 10;

    private int _looks;

    public ImmutableArray<ProcessInfo> List() => ++_looks <= GoodLooks
        ? [Process("harmless")]
        : where == "look" ? throw new InvalidOperationException("made to fail") : [Process(null!)];

    public ProcessInfo? Find(int pid) => null;

    public Reading Look(ProcessIdentity process, Sample? before, CancellationToken cancel) => new Reading.Unseen(UnseenReason.Ended);

    public Glance? Glance(ProcessIdentity process, GlanceSource source) => null;

    public long? Pss(ProcessIdentity process) => null;

    private static ProcessInfo Process(string command) => new()
    {
        Identity = new ProcessIdentity(1, 1, default),
        Name = "subject",
        Command = command,
        User = "user",
        State = 'S',
        Threads = 1,
    };
}
