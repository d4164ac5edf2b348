using System.Reactive.Concurrency;
using SmapsTop.Core.State;
using SmapsTop.Drawing;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;
using Terminal.Gui.Testing;
using Terminal.Gui.Time;

namespace SmapsTop.Tests;

/// <summary>The whole program without a terminal: virtual time, injected keys, the screen as text.</summary>
internal sealed class Try : IDisposable
{
    private static readonly Dictionary<string, Key> Keys = new()
    {
        ["Enter"] = Key.Enter,
        ["Esc"] = Key.Esc,
        ["Backspace"] = Key.Backspace,
        ["Tab"] = Key.Tab,
        ["Shift+Tab"] = Key.Tab.WithShift,
        ["Space"] = Key.Space,
        ["Up"] = Key.CursorUp,
        ["Down"] = Key.CursorDown,
        ["Left"] = Key.CursorLeft,
        ["Right"] = Key.CursorRight,
        ["PgUp"] = Key.PageUp,
        ["PgDn"] = Key.PageDown,
        ["Shift+Left"] = Key.CursorLeft.WithShift,
        ["Shift+Right"] = Key.CursorRight.WithShift,
        ["Home"] = Key.Home,
        ["End"] = Key.End,
        ["F1"] = Key.F1,
        ["F10"] = Key.F10,
        ["Ctrl+C"] = Key.C.WithCtrl,
        ["Ctrl+U"] = Key.U.WithCtrl,
    };

    private readonly HistoricalScheduler _time = new(new DateTimeOffset(2026, 3, 1, 14, 2, 0, TimeSpan.Zero));
    private readonly IApplication _app;
    private readonly MainWindow _window;
    private readonly SessionToken _token;
    private readonly IDisposable _showing;
    private VirtualTerminal _terminal;

    public Try(int columns = 120, int rows = 36, int? pid = null, AppState? first = null)
    {
        var state = first ?? new AppState();
        Session = new Session(Machine, pid is { } number ? state.StartWatch(Machine[number]) : state, new SessionSchedulers(_time, _time, _time, _time), _ => Machine.Saving);
        _app = Application.Create(new VirtualTimeProvider());
        _app.Init(DriverRegistry.Names.ANSI);
        _app.Driver!.SetScreenSize(columns, rows);
        _terminal = new VirtualTerminal(columns, rows);
        _window = new MainWindow(Session, new Pen(Theme.ForThisTerminal(), text => _terminal.Write(text)));
        Screen.Connect(_app, _window);
        _token = _app.Begin(_window)!;
        _showing = Session.Views.LatestOn(action => action()).Subscribe(_window.Show);
        Settle();
    }

    public Machine Machine { get; } = new();

    public Session Session { get; }

    /// <summary>What the terminal shows, made from the bytes that were sent.</summary>
    public VirtualTerminal Terminal => _terminal;

    /// <summary>True once the screen has been told to stop.</summary>
    public bool HasEnded => _window.StopRequested;

    public AppState State => Session.State;

    public string Text => _terminal.Text;

    public string[] Lines => Text.Split('\n');

    /// <summary>Lets time pass: looks are taken, the screen is drawn.</summary>
    public void Pass(double seconds)
    {
        Machine.Time += TimeSpan.FromSeconds(seconds);
        _time.AdvanceBy(TimeSpan.FromSeconds(seconds));
        Settle();
    }

    /// <summary>Presses keys, by the names that the help gives them.</summary>
    public Try Press(params string[] keys)
    {
        foreach (var key in keys)
        {
            _app.InjectKey(KeyOf(key));
            Settle();
        }
        return this;
    }

    /// <summary>Pastes a text, as a terminal with bracketed paste does.</summary>
    public void Paste(string text)
    {
        _app.RaisePasteEvent(text);
        Settle();
    }

    /// <summary>Presses keys faster than the screen is drawn and tables are made.</summary>
    public void PressAtOnce(params string[] keys)
    {
        foreach (var key in keys)
            _app.InjectKey(KeyOf(key));
        Settle();
    }

    /// <summary>The toolkit's key of a name.</summary>
    public static Key KeyOf(string key) => Keys.TryGetValue(key, out var named) ? new Key(named) : new Key(key[0]);

    /// <summary>Types a text, each character a key.</summary>
    public Try Type(string text) => Press([.. text.Select(letter => letter == ' ' ? "Space" : letter.ToString())]);

    public void Click(int x, int y) => Mouse(InputInjectionExtensions.LeftButtonClick(new(x, y)));

    public void DoubleClick(int x, int y) => Mouse(InputInjectionExtensions.LeftButtonDoubleClick(new(x, y)));

    public void Wheel(int x, int y, bool isDown)
    {
        _app.InjectMouse(new Mouse { ScreenPosition = new(x, y), Flags = isDown ? MouseFlags.WheeledDown : MouseFlags.WheeledUp });
        Settle();
    }

    public void Resize(int columns, int rows)
    {
        _terminal = new VirtualTerminal(columns, rows);
        _app.Driver!.SetScreenSize(columns, rows);
        Settle();
    }

    /// <summary>The line that contains a text; the text must be on the screen.</summary>
    public string Line(string text) => Lines.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"No “{text}” on\n{Text}");

    /// <summary>Runs what is due now, draws, and again, for drawing can make work.</summary>
    public void Settle()
    {
        for (var i = 0; i < 3; i++)
        {
            _time.AdvanceBy(TimeSpan.FromTicks(1));
            _app.TimedEvents!.RunTimers();
            _app.LayoutAndDraw();
        }
    }

    public void Dispose()
    {
        _showing.Dispose();
        Session.Dispose();
        if (_token.Runnable is not null)
            _app.End(_token);
        _window.Dispose();
        _app.Dispose();
    }

    private void Mouse(InputInjectionEvent[] events)
    {
        _app.InjectSequence(events);
        Settle();
    }
}
