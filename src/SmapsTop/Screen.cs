using System.Reactive.Disposables;
using System.Runtime.InteropServices;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Saved;
using SmapsTop.Core.State;
using SmapsTop.Drawing;
using SmapsTop.Tty;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;

namespace SmapsTop;

/// <summary>Runs a session on the terminal, from taking it over to giving it back.</summary>
internal static class Screen
{
    /// <summary>How long the screen's thread has to end after a signal, before it is ended.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Shows the session until the user leaves or a signal ends it. <see cref="TerminalGuard.Arm"/> and <see cref="NeutralToolkit.Prepare"/>
    /// must have been called, from a method that does not touch the toolkit: compiling this one already does.
    /// </summary>
    /// <returns>The exit code: 0, or 128 and the signal's number.</returns>
    public static int Run(IProc proc, AppState first)
    {
        using var session = new Session(proc, first, SessionSchedulers.Threads(), Saver.Save);
        var turns = new Turns();
        var input = new SleepingInput();
        var app = SleepingInput.MakeToolkit(input);
        var signal = 0;
        using var continued = PosixSignalRegistration.Create((PosixSignal)Libc.ContinueSignal, context =>
        {
            // Else the framework would set the terminal as it thinks right: in the background that stops the process again.
            context.Cancel = true;
            TerminalGuard.HasContinued();
            turns.Wake();
        });
        using var signals = Signals(number =>
        {
            signal = number;
            session.Do(state => state with { IsOver = true });
            LeaveSoon(number);
        });
        // The toolkit is not to pause after a turn: it sleeps before one.
        Application.MaximumIterationsPerSecond = ushort.MaxValue;
        app.Init(DriverRegistry.Names.ANSI);
        TerminalGuard.Take();
        TtyOutput.Write(TerminalGuard.MouseClicks);
        var keys = ((InputProcessorImpl<char>)app.Driver!.GetInputProcessor()).InputQueue;
        using var window = new MainWindow(session, new Pen(Theme.ForThisTerminal(), TtyOutput.Write));
        // Whatever a terminal that has had another size shows, and be it for a moment: it is drawn anew.
        using var resized = PosixSignalRegistration.Create((PosixSignal)Libc.ResizeSignal, _ => turns.Post(window.Repaint));
        app.Iteration += (_, _) => turns.Wait(keys);
        Connect(app, window);
        using (session.Views.LatestOn(turns.Post).Subscribe(window.Show))
            app.Run(window);
        input.End();
        TtyOutput.Send(app.Dispose);
        TerminalGuard.RestoreRest();
        return signal == 0 ? 0 : 128 + signal;
    }

    /// <summary>Leads the toolkit's events to the window; the toolkit's own keys mean nothing here but Ctrl+Z.</summary>
    public static void Connect(IApplication app, MainWindow window)
    {
        app.Keyboard.KeyBindings.Clear();
        app.Keyboard.KeyDown += (_, key) =>
        {
            if (key == Key.Z.WithCtrl)
            {
                TerminalGuard.Suspend();
            }
            else
            {
                window.Press(key);
            }
            key.Handled = true;
        };
        app.Paste += (_, paste) =>
        {
            window.Paste(paste.Text);
            paste.Handled = true;
        };
        app.Mouse.MouseEvent += (_, mouse) =>
        {
            window.Point(mouse);
            mouse.Handled = true;
        };
        app.Iteration += (_, _) =>
        {
            if (TerminalGuard.IsTerminalGone())
                LeaveDeadTerminal();
            if (TerminalGuard.TakeAgain())
                window.Repaint();
            // The toolkit never takes this mark off and would write the cursor's place at each.
            app.Driver?.SetCursorNeedsUpdate(false);
        };
    }

    private static CompositeDisposable Signals(Action<int> leave)
    {
        (PosixSignal Signal, int Number)[] signals =
            [(PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2), (PosixSignal.SIGQUIT, 3), (PosixSignal.SIGTERM, 15)];
        return [.. signals.Select(entry => PosixSignalRegistration.Create(entry.Signal, context =>
        {
            context.Cancel = true;
            TerminalGuard.IsLeaving();
            if (TerminalGuard.IsTerminalGone())
                LeaveDeadTerminal();
            // There the screen's thread would be stopped, here it may hang in a write.
            if (TerminalGuard.IsInBackground() || !TtyOutput.Takes(1))
                Leave(entry.Number);
            leave(entry.Number);
        }))];
    }

    /// <summary>The screen's thread may hang in a write; a signal is to end the process all the same.</summary>
    private static void LeaveSoon(int signal) => Task.Delay(Grace).ContinueWith(
        _ => Leave(signal), TaskScheduler.Default);

    private static void Leave(int signal)
    {
        TerminalGuard.Restore();
        Libc.Exit(128 + signal);
    }

    /// <summary>The line has dropped. The toolkit's reader would spin on it for ever, and closing the toolkit would wait for that.</summary>
    private static void LeaveDeadTerminal() => Leave(1);
}
