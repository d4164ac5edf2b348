namespace SmapsTop.Tty;

/// <summary>
/// Gives the terminal back, whatever happens. Saves its settings before the toolkit changes them, and puts them back with
/// system calls alone, so that it works from a signal, from a crash on any thread, and when the toolkit no longer runs.
/// </summary>
internal static unsafe class TerminalGuard
{
    /// <summary>Exit code after an error of our own (EX_SOFTWARE).</summary>
    public const int Crashed = 70;

    /// <summary>Leaves what the toolkit and the runtime have switched on: pasting, mouse, keyboard protocol, colours, alternate screen, keypad.</summary>
    private const string Reset = "\e[?2004l\e[?1000l\e[?1003l\e[?1015l\e[?1006l\e[<u\e[0m\e[?1049l\e[?1l\e>\e[?25h";

    /// <summary>What the toolkit does not leave when it ends as it should.</summary>
    private const string Rest = "\e[?1000l\e[?1l\e>";

    /// <summary>How long a signal that ends may come after the one to go on (kill %1 of a shell sends both), and another thread may be at the terminal.</summary>
    private static readonly TimeSpan Coming = TimeSpan.FromMilliseconds(200);

    /// <summary>How long to wait for being stopped and going on; in a process group that cannot be stopped neither comes.</summary>
    private static readonly TimeSpan Stopping = TimeSpan.FromSeconds(1);

    /// <summary>Held by the thread that puts back or takes: one that ends the process waits until the other has done so.</summary>
    private static readonly Lock Gate = new();

    private static readonly byte[] Saved = new byte[Libc.TermiosSize];
    private static readonly byte[] Taken = new byte[Libc.TermiosSize];
    private static readonly ManualResetEventSlim Continued = new();
    private static readonly ManualResetEventSlim Leaving = new();
    private static bool _isArmed;
    private static bool _isTaken;
    private static bool _isGivenBack;
    private static bool _isRestored;

    /// <summary>Saves the terminal's settings. To be called before the toolkit is.</summary>
    public static void Arm()
    {
        fixed (byte* termios = Saved)
            _isArmed = Libc.GetAttributes(0, termios) == 0;
        AppDomain.CurrentDomain.UnhandledException += (_, crash) => Die(crash.ExceptionObject as Exception);
    }

    /// <summary>Puts everything back, once.</summary>
    public static void Restore()
    {
        if (!_isArmed || !Gate.TryEnter(Coming))
            return;
        try
        {
            if (_isRestored)
                return;
            _isRestored = true;
            PutBackForGood(Reset);
        }
        finally
        {
            Gate.Exit();
        }
    }

    /// <summary>Puts back what the toolkit has left after it ended as it should.</summary>
    public static void RestoreRest()
    {
        lock (Gate)
        {
            if (!_isArmed || _isRestored)
                return;
            _isRestored = true;
            PutBackForGood(Rest);
        }
    }

    /// <summary>
    /// Ends the process at once. If it went on after a signal, the framework would set the terminal once more at the very end, and as it was
    /// when the framework first looked: the toolkit had set it by then.
    /// </summary>
    public static void End(int code) => Libc.Exit(code);

    /// <summary>Restores the terminal, says what happened and ends the process, on whatever thread.</summary>
    public static void Die(Exception? crash)
    {
        Restore();
        if (TtyOutput.Takes(2))
            Console.Error.WriteLine($"smapstop: an error of its own: {crash?.GetType().Name}: {crash?.Message}\n{crash?.StackTrace}");
        Libc.Exit(Crashed);
    }

    /// <summary>To be called when a signal is about to end the process.</summary>
    public static void IsLeaving() => Leaving.Set();

    /// <summary>True if the terminal listens to another process, such as the shell: then its settings are not ours to change, and who tries is stopped.</summary>
    public static bool IsInBackground() => Libc.ForegroundGroup(0) is > 0 and var group && group != Libc.OwnGroup();

    /// <summary>True if the line has dropped: nobody reads or types any more.</summary>
    public static bool IsTerminalGone()
    {
        var entry = new Libc.PollEntry { File = 0 };
        return Libc.Poll(&entry, 1, 0) > 0 && (entry.Happened & (Libc.Error | Libc.HangUp | Libc.Invalid)) != 0;
    }

    /// <summary>Remembers how the toolkit has set the terminal.</summary>
    public static void Take()
    {
        fixed (byte* termios = Taken)
            _isTaken = _isArmed && Libc.GetAttributes(0, termios) == 0;
    }

    /// <summary>To be called when the process goes on after it was stopped.</summary>
    public static void HasContinued() => Continued.Set();

    /// <summary>Takes the terminal over again if the process was stopped since the last call.</summary>
    /// <returns>True if it was: then all must be drawn anew.</returns>
    public static bool TakeAgain()
    {
        if (!_isTaken || !Continued.IsSet)
            return false;
        Continued.Reset();
        // In the background it goes on to end; if not, the settings below stop it again until it is in front.
        if (IsInBackground() && Leaving.Wait(Coming))
            return false;
        lock (Gate)
        {
            if (_isRestored)
                return false;
            fixed (byte* termios = Taken)
                _ = Libc.SetAttributes(0, 0, termios);
            _isGivenBack = false;
        }
        TtyOutput.Write("\e[?1049h\e[?25l\e[?2004h" + MouseClicks);
        return true;
    }

    /// <summary>Stops the process as Ctrl+Z does, with the terminal given back while it is stopped.</summary>
    public static void Suspend()
    {
        if (!_isTaken)
            return;
        Continued.Reset();
        if (TtyOutput.Takes(1))
            TtyOutput.Write(Reset);
        SetAsBefore();
        _isGivenBack = true;
        _ = Libc.Kill(0, Libc.StopSignal);
        Continued.Wait(Stopping);
        Continued.Set();
    }

    /// <summary>Reports clicks and the wheel only: the toolkit's default tells of every movement.</summary>
    public const string MouseClicks = "\e[?1003l\e[?1000h\e[?1006h";

    private static void PutBackForGood(string sequences)
    {
        if (_isGivenBack && IsInBackground())
            return;
        TtyOutput.WriteLast(sequences, Reset);
        SetAsBefore();
    }

    private static void SetAsBefore()
    {
        if (IsInBackground())
            return;
        fixed (byte* termios = Saved)
            _ = Libc.SetAttributes(0, 0, termios);
    }
}
