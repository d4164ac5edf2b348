namespace SmapsTop.Tests.RealTerminal;

/// <summary>A terminal that takes nothing more, as after Ctrl+S or on a line that hangs: the program's next write does not come to an end.</summary>
[Collection(OneAtATime.Name)]
public sealed class StoppedTerminalTests : IDisposable
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    private readonly SubjectProcess _subject = new("leak", "4000");
    private readonly TmuxTerminal _terminal = new(200, 60);
    private readonly int _server;
    private readonly string _before;

    public StoppedTerminalTests()
    {
        _server = _terminal.ServerPid;
        _before = _terminal.Settings();
    }

    public void Dispose()
    {
        // It may be gone: then nothing is to be done.
        Tool.Run("kill", new Dictionary<string, string?>(), "-CONT", $"{_server}");
        _terminal.Dispose();
        _subject.Dispose();
    }

    [Fact]
    public void It_goes_on_looking_without_spinning_and_goes_on_drawing_when_the_terminal_does()
    {
        var pid = Block();
        var (time, read) = (ProcFiles.ProcessorTime(pid), ProcFiles.Read(pid));
        Assert.True(Until.Stays(() => !ProcFiles.IsGone(pid), Long));
        Assert.InRange(ProcFiles.ProcessorTime(pid) - time, TimeSpan.Zero, Long / 3);
        Assert.True(ProcFiles.Read(pid) > read, "it does not look any more");

        Tool.Signal(_server, "CONT");
        _terminal.WaitFor(screen => screen.IsWhole(200, 60));
        _terminal.PressUntil("3", screen => screen.Grid("3 Libraries") is { Rows.Length: > 3 });
        _terminal.Press("q");
        Assert.Equal(0, _terminal.WaitForEnd());
        Assert.Equal(_before, _terminal.Settings());
    }

    [Fact]
    public void Nothing_is_lost_if_another_program_has_set_the_line_so_that_writes_do_not_wait()
    {
        Block("perl -MFcntl -e 'fcntl(STDOUT, F_SETFL, O_RDWR | O_NONBLOCK)';");
        Tool.Signal(_server, "CONT");
        _terminal.WaitFor(screen => screen.IsWhole(200, 60));
        _terminal.Press("q");
        Assert.Equal(0, _terminal.WaitForEnd());
    }

    [Theory]
    [InlineData("HUP", 1)]
    [InlineData("INT", 2)]
    [InlineData("QUIT", 3)]
    [InlineData("TERM", 15)]
    public void A_signal_ends_it_within_a_second_and_the_terminal_is_as_before_when_it_goes_on(string signal, int number)
    {
        var pid = Block();
        Tool.Signal(pid, signal);
        Assert.True(Until.True(() => ProcFiles.IsGone(pid), AtOnce), $"SIG{signal} has not ended it within {AtOnce}");

        Tool.Signal(_server, "CONT");
        Assert.Equal(128 + number, _terminal.WaitForEnd());
        Assert.Equal(_before, _terminal.Settings());
    }

    [Fact]
    public void A_terminal_that_stops_amid_the_last_bytes_is_as_before_when_it_goes_on()
    {
        _terminal.Watch(_subject);
        var pid = _terminal.WaitForChild();
        _terminal.Press("Space", screen => screen.Title.Contains("frozen", StringComparison.Ordinal));
        using (var line = new Line(_terminal.Device))
        {
            Tool.Signal(_server, "STOP");
            // What the terminal has taken already cannot be had back, so that the first filling says nothing about how much there is room for.
            line.Fill();
            line.Drop();
            var room = line.Fill();
            line.Drop();
            // Less than it takes to give the terminal back.
            line.Fill(room - 20);
        }
        Tool.Signal(pid, "TERM");
        Assert.True(Until.True(() => ProcFiles.IsGone(pid), AtOnce), $"it has not ended within {AtOnce}");

        Tool.Signal(_server, "CONT");
        Assert.Equal(128 + 15, _terminal.WaitForEnd());
        Assert.Equal(_before, _terminal.Settings());
    }

    [Fact]
    public void When_it_goes_away_instead_the_program_ends()
    {
        var pid = Block();
        Tool.Signal(_server, "KILL");
        Assert.True(Until.True(() => ProcFiles.IsGone(pid), AtOnce), $"it has not ended within {AtOnce}");
    }

    /// <summary>Stops the terminal and has the screen drawn anew until the program hangs in a write.</summary>
    /// <param name="first">What the shell does before it starts the program.</param>
    private int Block(string first = "")
    {
        _terminal.Watch(_subject, first, "-d 0.1");
        var pid = _terminal.WaitForChild();
        Tool.Signal(_server, "STOP");
        var isBlocked = Until.True(
            () =>
            {
                Tool.Signal(pid, "CONT");
                var written = ProcFiles.Written(pid);
                return Until.Stays(() => ProcFiles.Written(pid) == written, Moment);
            },
            Until.Patience);
        Assert.True(isBlocked, "it goes on writing");
        return pid;
    }
}
