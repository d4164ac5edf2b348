using System.Text.RegularExpressions;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>Every key of the help does what the help says, on every screen that it is for, on a small terminal and on a large one.</summary>
[Collection(OneAtATime.Name)]
public sealed class KeyTests : IDisposable
{
    private readonly SubjectProcess _subject = SubjectProcess.Stopped();
    private TmuxTerminal _terminal = null!;

    public void Dispose()
    {
        _terminal?.Dispose();
        _subject.Dispose();
    }

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void On_the_list_of_processes(int width, int height)
    {
        _terminal = new TmuxTerminal(width, height);
        _terminal.Start("smapstop");
        See(screen => screen.Grid("Processes") is { Rows.Length: > 1 });
        SortsAndShowsHelp("Processes", "PSS", "RSS");
        FindsTheSubject();
        foreach (var (key, grid) in new[] { ("1", "1 Private"), ("2", "2 Shared"), ("3", "3 Libraries"), ("4", "4 All mappings") })
        {
            Press(key, screen => screen.Grid(grid) is not null);
            Press("p", screen => screen.Grid("Processes") is { Rows.Length: 1 });
        }
        Press("Escape", screen => screen.Grid("Processes") is { Rows.Length: > 1 });
        Press("Space", screen => screen.Title.EndsWith("frozen", StringComparison.Ordinal));
        Press("Space", screen => screen.Title.EndsWith("live", StringComparison.Ordinal));
        Press("+", screen => screen.Title.Contains("every 0.5 s", StringComparison.Ordinal));
        Press("-", screen => screen.Title.Contains("every 1 s", StringComparison.Ordinal));
        FiltersToNothingAndBack("Processes");
        Leaves("F10");
    }

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void On_the_mappings(int width, int height)
    {
        _terminal = new TmuxTerminal(width, height);
        _terminal.Watch(_subject);
        SortsAndShowsHelp("1 Private", "Δ", "DIRTY");
        Press("Tab", screen => screen.Grid("2 Shared") is not null && (width > 100 || screen.Grid("1 Private") is null));
        Press("r", screen => screen.Grid("2 Shared") is { SortedBy: "SHARED", Descends: false });
        Press("r", screen => screen.Grid("2 Shared") is { SortedBy: "SHARED", Descends: true });
        Press("BTab", screen => screen.Grid("1 Private") is not null);
        Press("2", screen => screen.Grid("2 Shared") is not null);
        Press("Enter", screen => screen.Has("Where and what"));
        Press("BSpace", screen => screen.Grid("2 Shared") is not null);
        Press("1", screen => screen.Grid("1 Private") is not null);
        Press("u", screen => screen.Total("RSS") > 10_000);
        Press("u", screen => screen.Total("RSS") is null);
        FiltersToNothingAndBack("1 Private");
        Press("p", screen => screen.Grid("Processes") is { Rows.Length: > 1 });
        FindsTheSubject();
        Press("1", screen => screen.Grid("1 Private") is { Rows.Length: > 3 });
        Leaves("q");
    }

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void On_the_libraries_and_on_all_mappings(int width, int height)
    {
        _terminal = new TmuxTerminal(width, height);
        _terminal.Watch(_subject);
        Press("3", screen => screen.Grid("3 Libraries") is { Rows.Length: > 3, SortedBy: "PRIVATE" });
        SortsAndShowsHelp("3 Libraries", "SHARED", "PRIVATE");
        FiltersToNothingAndBack("3 Libraries");
        Press("4", screen => screen.Grid("4 All mappings") is { SortedBy: "ADDRESS", Descends: false });
        SortsAndShowsHelp("4 All mappings", "PERM", "ADDRESS");
        FiltersToNothingAndBack("4 All mappings");
        var first = _terminal.Screen.Grid("4 All mappings")!;
        Press("Right", screen => screen.Grid("4 All mappings") is { } grid && screen.Lines[grid.Line].Contains('‹') && !grid.Headers.SequenceEqual(first.Headers));
        Press("h", screen => screen.Grid("4 All mappings") is { } grid && grid.Headers.SequenceEqual(first.Headers));
        Press("End", screen => screen.Grid("4 All mappings") is { Rows.Length: > 3 } grid && grid.Rows.Any(row => row[^1].EndsWith("[vdso]", StringComparison.Ordinal)));
        Press("g", screen => screen.Grid("4 All mappings")?.Cell(0, "ADDRESS") == first.Cell(0, "ADDRESS"));
        Press("NPage", screen => screen.Grid("4 All mappings") is { Rows.Length: > 3 });
        Press("Enter", screen => screen.Has("Where and what") && !screen.Has(first.Cell(0, "ADDRESS")));
        Press("Escape", screen => screen.Grid("4 All mappings") is not null);
        Leaves("q");
    }

    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void Where_columns_are_chosen(int width, int height)
    {
        _terminal = new TmuxTerminal(width, height);
        _terminal.Watch(_subject);
        Press("c", screen => screen.Grid("Columns of Private") is { Rows.Length: 11 });
        Press("Enter", screen => screen.Grid("Columns of Private")?.Cell(0, "ON") == "no");
        Press("Escape", screen => screen.Grid("1 Private") is { } grid && !grid.Headers.Contains("VMSIZE"));
        Press("c", screen => screen.Grid("Columns of Private") is not null);
        Press("Enter", screen => screen.Grid("Columns of Private")?.Cell(0, "ON") == "yes");
        Press("G", screen => screen.Grid("Columns of Private") is not null);
        Press("Enter", screen => screen.Has("This column is always shown."));
        Press("Escape", screen => screen.Grid("1 Private") is { } grid && grid.Headers.Contains("VMSIZE"));
        Leaves("q");
    }

    private void SortsAndShowsHelp(string grid, string right, string sorted)
    {
        var descends = See(screen => screen.Grid(grid)?.SortedBy == sorted).Grid(grid)!.Descends;
        Press(">", screen => screen.Grid(grid)?.SortedBy == right);
        Press("<", screen => screen.Grid(grid)?.SortedBy == sorted);
        if (See(screen => screen.Grid(grid) is not null).Grid(grid)!.Descends != descends)
            Press("r", screen => screen.Grid(grid)?.Descends == descends);
        Press("r", screen => screen.Grid(grid)?.Descends == !descends);
        Press("r", screen => screen.Grid(grid)?.Descends == descends);
        Press("?", screen => Regex.IsMatch(screen.Lines[1], "^[┌─] Help  1–"));
        Press("End", screen => screen.Has("reserved") && !screen.Lines[1].Contains(" 1–", StringComparison.Ordinal));
        Press("Home", screen => screen.Lines[1].Contains(" 1–", StringComparison.Ordinal));
        Press("j", screen => screen.Lines[1].Contains(" 2–", StringComparison.Ordinal));
        Press("k", screen => screen.Lines[1].Contains(" 1–", StringComparison.Ordinal));
        Press("Escape", screen => screen.Grid(grid) is not null);
        Press("F1", screen => screen.Lines[1].Contains(" Help ", StringComparison.Ordinal) && !screen.StatusBar.Contains("? Help", StringComparison.Ordinal));
        Press("Escape", screen => screen.Grid(grid) is not null);
    }

    /// <summary>A grid without rows takes keys like any other.</summary>
    private void FiltersToNothingAndBack(string grid)
    {
        See(screen => screen.Grid(grid) is { Rows.Length: > 1 });
        _terminal.Write("/no such row");
        See(screen => screen.Has("No row contains “no such row”."));
        Press("Enter", screen => !screen.Has("row█") && screen.Has("/no such row"));
        Press("Enter", screen => screen.Has("There is nothing here to open."));
        Press("?", screen => screen.Lines[1].Contains(" Help ", StringComparison.Ordinal));
        Press("Escape", screen => screen.Has("No row contains"));
        Press("/", screen => screen.Has("/no such row█"));
        Press("BSpace", screen => screen.Has("/no such ro█"));
        Press("C-u", screen => screen.Grid(grid) is { Rows.Length: > 1 } && screen.Has("/█"));
        Press("x", screen => screen.Has("/x█"));
        // As many rows as before are not to be had for sure: processes end.
        Press("Escape", screen => screen.Grid(grid) is { Rows.Length: > 1 } now && !now.Title.Contains("/x", StringComparison.Ordinal));
    }

    /// <summary>Other processes come and go; this one stays.</summary>
    private void FindsTheSubject()
    {
        _terminal.Write("/" + Path.GetFileName(_subject.Folder));
        Press("Enter", screen => screen.Grid("Processes") is { Rows.Length: 1 });
    }

    private void Leaves(string key)
    {
        _terminal.Write("/no such row");
        _terminal.Press("Enter");
        See(screen => screen.Has("No row contains “no such row”.") && !screen.Has("row█"));
        _terminal.Press(key);
        Assert.Equal(0, _terminal.WaitForEnd());
    }

    private void Press(string key, Predicate<TerminalScreen> effect, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(effect))] string what = "") =>
        _terminal.Press(key, effect, what);

    private TerminalScreen See(Predicate<TerminalScreen> effect, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(effect))] string what = "") =>
        _terminal.WaitFor(effect, what);
}
