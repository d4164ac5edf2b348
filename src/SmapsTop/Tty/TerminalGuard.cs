using System.Text;

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

    /// <summary>How long to wait for being stopped and going on; in a process group that cannot be stopped neither comes.</summary>
    private static readonly TimeSpan Stopping = TimeSpan.FromSeconds(1);

    private static readonly byte[] Saved = new byte[Libc.TermiosSize];
    private static readonly byte[] Taken = new byte[Libc.TermiosSize];
    private static readonly ManualResetEventSlim Continued = new();
    private static bool _isArmed;
    private static bool _isTaken;
    private static int _isRestored;

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
        if (_isArmed && Interlocked.Exchange(ref _isRestored, 1) == 0)
            PutBack(Reset);
    }

    /// <summary>Puts back what the toolkit has left after it ended as it should.</summary>
    public static void RestoreRest()
    {
        if (_isArmed && Interlocked.Exchange(ref _isRestored, 1) == 0)
            PutBack(Rest);
    }

    /// <summary>Restores the terminal, says what happened and ends the process, on whatever thread.</summary>
    public static void Die(Exception? crash)
    {
        Restore();
        Console.Error.WriteLine($"smapstop: an error of its own: {crash?.GetType().Name}: {crash?.Message}");
        Console.Error.WriteLine(crash?.StackTrace);
        Libc.Exit(Crashed);
    }

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

    /// <summary>To be called when the process goes on after it was stopped. By then the framework has set the terminal as it thinks right.</summary>
    public static void HasContinued() => Continued.Set();

    /// <summary>Takes the terminal over again if the process was stopped since the last call.</summary>
    /// <returns>True if it was: then all must be drawn anew.</returns>
    public static bool TakeAgain()
    {
        if (!_isTaken || !Continued.IsSet)
            return false;
        Continued.Reset();
        fixed (byte* termios = Taken)
            _ = Libc.SetAttributes(0, 0, termios);
        Write("\e[?1049h\e[?25l\e[?2004h" + MouseClicks);
        return true;
    }

    /// <summary>Stops the process as Ctrl+Z does, with the terminal given back while it is stopped.</summary>
    public static void Suspend()
    {
        if (!_isTaken)
            return;
        Continued.Reset();
        PutBack(Reset);
        _ = Libc.Kill(0, Libc.StopSignal);
        Continued.Wait(Stopping);
        Continued.Set();
    }

    /// <summary>Reports clicks and the wheel only: the toolkit's default tells of every movement.</summary>
    public const string MouseClicks = "\e[?1003l\e[?1000h\e[?1006h";

    private static void PutBack(string sequences)
    {
        Write(sequences);
        fixed (byte* termios = Saved)
            _ = Libc.SetAttributes(0, 0, termios);
    }

    private static void Write(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        fixed (byte* start = bytes)
            _ = Libc.Write(1, start, bytes.Length);
    }
}
