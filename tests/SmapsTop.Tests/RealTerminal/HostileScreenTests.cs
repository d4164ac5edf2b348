using System.Globalization;
using SmapsTop.Core.Smaps;
using SmapsTop.Tests.CommandLine;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>Names that want to be obeyed, on the bytes that a terminal is sent.</summary>
[Collection(OneAtATime.Name)]
public sealed class HostileScreenTests : IDisposable
{
    private const int Width = 120;

    private readonly TmuxTerminal _terminal = new(Width, 36);
    private readonly SubjectProcess _subject = SubjectProcess.Stopped("hostile");

    public void Dispose()
    {
        _terminal.Dispose();
        _subject.Dispose();
    }

    [Fact]
    public void No_name_reaches_the_terminal_raw_columns_stay_aligned_and_every_row_opens()
    {
        var sent = _terminal.Record();
        _terminal.Watch(_subject);
        _terminal.Press("4", screen => screen.Grid("4 All") is { Rows.Length: > 3 });
        (string Filter, string Shown)[] names =
        [
            ("commands", @"\x1b[35;45m\x1b[2J\x1b]0;owned\x07\u009b35m\u0090\u0085"),
            ("controls", @"controls\x01\x08\t\x0b\x0c\r\x0e\x7f"),
            ("bidi", @"bidi\u202egnp.exe\u2066\u2069\u200f"),
            ("wide", "wide自己的库😀.so"),
            ("marks e", @"\u0301\u0301\u0301"),
            ("hidden", @"hidden\u200b\u3164\ufe0f\u2028\ue000"),
            ("bytes", @"bytes\xff\xfe\x9b35m\xc0\xaf\xed\xa0\x80"),
            ("Size:", "Size:                  99 kB"),
            ("lines", @"lines\012Rss: "),
            ("7f0000000000-7f0000001000 rw-p 00000000 00:00 0     ", "7f0000000000-7f0000001000 rw-p 00000000 00:00 0 "),
            ("=cmd", "=cmd|calc!A0"),
            (@"\xff\xff", @"\xff\xff\xff"),
            ("=memory", @"/memfd:=memory\x1b[35;45m\u202e (deleted)"),
        ];
        foreach (var (filter, shown) in names)
        {
            _terminal.Press("/");
            _terminal.WaitFor(screen => screen.Has("/█"));
            _terminal.Write(filter);
            var screen = _terminal.Press("Enter", screen => screen.Grid("4 All") is { Rows.Length: 1 } grid && grid.Title.Contains(filter.TrimEnd()[^3..], StringComparison.Ordinal) && !screen.Has("█"));
            AssertAligned(screen);
            _terminal.Press("Enter", screen => screen.Has("pathname") && screen.Text.Replace("\n", "", StringComparison.Ordinal).Contains(shown.Split("  ")[0], StringComparison.Ordinal));
            _terminal.Press("Escape", screen => screen.Grid("4 All") is not null);
            _terminal.Press("Escape", screen => screen.Grid("4 All") is { Rows.Length: > 3 });
        }
        foreach (var (key, name) in new[] { ("1", "1 Private"), ("2", "2 Shared"), ("3", "3 Libraries"), ("5", "5 Growth"), ("4", "4 All") })
            AssertAligned(_terminal.Press(key, screen => screen.Grid(name) is not null));
        _terminal.Press("e");
        _terminal.WaitFor(screen => screen.Matches(@"Save as [A-Za-z0-9_][A-Za-z0-9_-]*-\d+-\d{6}\.csv"));
        _terminal.Press("Escape", screen => !screen.Has("Save as"));
        _terminal.Press("q");
        Assert.Equal(0, _terminal.WaitForEnd());
        AssertTame(sent);
    }

    [Fact]
    public void Of_the_list_of_processes_no_command_is_obeyed_on_the_screen_nor_in_a_spreadsheet()
    {
        var sent = _terminal.Record();
        _terminal.Start("smapstop");
        _terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: > 0 });
        _terminal.Press("/");
        _terminal.Write(_subject.Folder);
        var screen = _terminal.Press("Enter", screen => screen.Has(@"=cmd|' /c calc'!A0\x1b[35;45m\x1b[2J") && !screen.Has("█"));
        AssertAligned(screen);
        _terminal.Press("e");
        _terminal.WaitFor(screen => screen.Has("Save as processes.csv"));
        _terminal.Press("Enter");
        _terminal.WaitFor(screen => screen.Has("Saved "));
        _terminal.Press("q");
        Assert.Equal(0, _terminal.WaitForEnd());
        AssertTame(sent);

        var csv = Outgoing.Text(File.ReadAllBytes(Path.Combine(_terminal.Folder, "processes.csv")));
        Outgoing.AssertPlain(csv);
        var cells = Outgoing.Cells(csv);
        Assert.Equal(_subject.Pid.ToString(CultureInfo.InvariantCulture), Assert.Single(cells.Skip(1))[0]);
        Assert.StartsWith(@"'=cmd|' /c calc'!A0\x1b[35;45m\x1b[2J\x1b]0;owned\x07\u009b35m\u0090\u0085 ", cells[1][^1], StringComparison.Ordinal);
        Assert.EndsWith(@" named line\nPid:\t1\n \u202e自e" + "\u0301" + @" \xff\x9b35m", cells[1][^1], StringComparison.Ordinal);
    }

    /// <summary>The terminal counts cells by itself: if a line has as many as it has columns, both agree.</summary>
    private static void AssertAligned(TerminalScreen screen)
    {
        var rows = screen.Lines.Where(line => line.StartsWith('│')).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.EndsWith("│", row, StringComparison.Ordinal);
            Assert.Equal(Width, CellWidth.Of(row));
        });
    }

    private static void AssertTame(FileInfo sent)
    {
        var bytes = File.ReadAllBytes(sent.FullName);
        Assert.True(bytes.Length > 1000);
        var text = Outgoing.Text(bytes);
        Assert.DoesNotContain("[35;45m\e", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\e]0;owned", text, StringComparison.Ordinal);
        Outgoing.AssertTame(Outgoing.WithoutCommands(text));
    }
}
