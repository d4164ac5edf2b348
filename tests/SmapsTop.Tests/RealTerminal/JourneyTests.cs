using System.Globalization;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Tests.RealTerminal;

[Collection(OneAtATime.Name)]
public sealed class JourneyTests
{
    [Theory]
    [InlineData(120, 36)]
    [InlineData(80, 24)]
    public void From_the_list_to_one_mapping_and_back_to_the_shell_every_number_is_the_kernels(int width, int height)
    {
        using var subject = SubjectProcess.Stopped();
        using var terminal = new TmuxTerminal(width, height);
        terminal.Type("echo printed $((40 + 2))");
        terminal.WaitFor(screen => screen.Matches("^printed 42"));
        var before = terminal.Output("stty -a");

        terminal.Start("smapstop");
        terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: > 1 } && screen.IsWhole(width, height));
        Find(terminal, subject);
        terminal.Press("Enter");
        terminal.WaitFor(screen => screen.Title.StartsWith($" {subject.Pid} ", StringComparison.Ordinal) && screen.Grid("1 Private") is { Rows.Length: > 3 });

        terminal.Press("u");
        ShowsTheKernelsTotals(terminal, subject);
        terminal.WaitFor(screen => screen.Grid("1 Private") is { } grid && ShowsPrivate(grid, subject.Snapshot()));
        terminal.Press("Tab");
        terminal.WaitFor(screen => screen.Grid("2 Shared") is { } grid && ShowsShared(grid, subject.Snapshot()));

        terminal.Press("3");
        OpenLibrary(terminal, "libcoreclr.so", subject);
        StepBack(terminal);
        terminal.WaitFor(screen => screen.IsWhole(width, height));

        terminal.Press("q");
        Assert.Equal(0, terminal.WaitForEnd());
        Assert.True(terminal.Screen.Matches("^printed 42"), terminal.Screen.Text);
        Assert.False(terminal.IsAlternate);
        Assert.False(terminal.HasMouse);
        Assert.Equal(before, terminal.Output("stty -a"));
    }

    private static void Find(TmuxTerminal terminal, SubjectProcess subject)
    {
        var pid = subject.Pid.ToString(CultureInfo.InvariantCulture);
        terminal.Write("/" + pid);
        terminal.WaitFor(screen => screen.Grid("Processes") is { } grid && grid.Title.Contains($"/{pid}█", StringComparison.Ordinal) && grid.Find("PID", pid) >= 0);
        terminal.Press("C-u");
        terminal.Write(Path.GetFileName(subject.Folder));
        terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: 1 } grid && grid.Find("PID", pid) == 0);
        terminal.Press("Enter");
        terminal.WaitFor(screen => screen.StatusBar.Contains("Enter Open", StringComparison.Ordinal));
    }

    private static void ShowsTheKernelsTotals(TmuxTerminal terminal, SubjectProcess subject)
    {
        (string Label, Func<long> Now)[] totals =
        [
            ("VMSIZE", () => ProcFiles.Status(subject.Pid, "VmSize")),
            ("RSS", () => Rollup("Rss")),
            ("shared", () => Rollup("Shared_Clean") + Rollup("Shared_Dirty")),
            ("private clean", () => Rollup("Private_Clean")),
            ("private dirty", () => Rollup("Private_Dirty")),
            ("USS", () => Rollup("Private_Clean") + Rollup("Private_Dirty")),
            ("SWAP", () => Rollup("Swap")),
        ];
        // Who else maps the same files decides what is shared: the numbers agree at a moment, not at all times.
        foreach (var (label, now) in totals)
            terminal.WaitFor(screen => screen.Total(label) == now(), label);
        terminal.WaitFor(screen => screen.Total("PSS") is { } pss && Rollup("Pss") - pss >= 0 && Rollup("Pss") - pss <= subject.Snapshot().Mappings.Length, "PSS");

        long Rollup(string key) => ProcFiles.Rollup(subject.Pid, key);
    }

    private static bool ShowsPrivate(ScreenGrid grid, Snapshot snapshot)
    {
        var mappings = snapshot.Mappings.Where(mapping => mapping.Amounts.Private > 0)
            .OrderByDescending(mapping => mapping.Amounts[SmapsField.PrivateDirty]).ToList();
        return grid is { SortedBy: "DIRTY", Descends: true, Rows.Length: > 3 }
            && Enumerable.Range(0, grid.Rows.Length).All(row =>
                grid.Number(row, "VMSIZE") == mappings[row].Amounts[SmapsField.Size]
                && grid.Number(row, "CLEAN") == mappings[row].Amounts[SmapsField.PrivateClean]
                && grid.Number(row, "DIRTY") == mappings[row].Amounts[SmapsField.PrivateDirty]
                && (!grid.Headers.Contains("PERM") || grid.Cell(row, "PERM") == mappings[row].Permissions));
    }

    private static bool ShowsShared(ScreenGrid grid, Snapshot snapshot)
    {
        var mappings = snapshot.Mappings.Where(mapping => mapping.Amounts.Shared > 0)
            .OrderByDescending(mapping => mapping.Amounts.Shared).ToList();
        return grid is { SortedBy: "SHARED", Descends: true, Rows.Length: > 3 }
            && Enumerable.Range(0, grid.Rows.Length).All(row =>
                grid.Number(row, "CLEAN") == mappings[row].Amounts[SmapsField.SharedClean]
                && grid.Number(row, "DIRTY") == mappings[row].Amounts[SmapsField.SharedDirty]
                && grid.Number(row, "SHARED") == mappings[row].Amounts.Shared);
    }

    private static void OpenLibrary(TmuxTerminal terminal, string name, SubjectProcess subject)
    {
        terminal.WaitFor(screen => screen.Grid("3 Libraries") is { Rows.Length: > 3 });
        terminal.Write("/" + name);
        terminal.Press("Enter");
        var library = terminal.WaitFor(screen => screen.Grid("3 Libraries") is { Rows.Length: 1 } && screen.StatusBar.Contains("Enter Open", StringComparison.Ordinal)).Grid("3 Libraries")!;
        terminal.Press("Enter");
        var mappings = terminal.WaitFor(screen => screen.Grid("Mappings of") is { Rows.Length: > 1 }).Grid("Mappings of")!;
        foreach (var header in mappings.Headers.Intersect(["VMSIZE", "RSS", "SWAP"]))
            if (library.Headers.Contains(header))
                Assert.Equal(library.Number(0, header), mappings.Numbers(header).Sum());

        terminal.Press("Down", "Enter");
        var mapping = terminal.WaitFor(screen => screen.Has("Where and what"));
        var address = mappings.Cell(1, "ADDRESS");
        var told = subject.Snapshot().Mappings.Single(m => m.Start.ToString("x12", CultureInfo.InvariantCulture) == address);
        Assert.True(mapping.Has($"{address}-{told.End:x12}"), mapping.Text);
        Assert.True(mapping.Has(told.Permissions), mapping.Text);
        terminal.Press("End");
        terminal.WaitFor(screen => screen.Has("VmFlags") && told.Flags!.Split(' ').All(flag => screen.Matches($@" {flag} +{VmFlag.Of(flag).Meaning}")));
    }

    private static void StepBack(TmuxTerminal terminal)
    {
        terminal.Press("Escape");
        terminal.WaitFor(screen => screen.Grid("Mappings of") is not null);
        terminal.Press("Escape");
        terminal.WaitFor(screen => screen.Grid("3 Libraries") is { Rows.Length: 1 });
        terminal.Press("Escape");
        terminal.WaitFor(screen => screen.Grid("3 Libraries") is { Rows.Length: > 3 });
        terminal.Press("Escape");
        terminal.WaitFor(screen => screen.Grid("2 Shared") is not null);
        terminal.Press("Escape");
        terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: 1 });
        terminal.Press("Escape");
        terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: > 1 });
        terminal.Press("Escape");
        terminal.WaitFor(screen => screen.Has("Nothing lies behind this screen"));
        terminal.Press("r");
        terminal.WaitFor(screen => screen.StatusBar.EndsWith("q Quit", StringComparison.Ordinal));
    }
}
