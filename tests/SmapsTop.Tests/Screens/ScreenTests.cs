using SmapsTop.Core.Proc;
using SmapsTop.Core.State;

namespace SmapsTop.Tests.Screens;

/// <summary>Every screen and every state, at three sizes, reached by keys.</summary>
public sealed class ScreenTests
{
    private const int Zoo = 4567;

    private static readonly (int Columns, int Rows)[] Sizes = [(80, 24), (120, 36), (200, 60)];

    private static readonly Dictionary<string, Action<Try>> Scenes = new()
    {
        ["processes"] = screen => screen.Pass(2),
        ["processes-growing"] = screen =>
        {
            screen.Machine.Replace(screen.Machine[2101] with { Rss = 88_220 + 6_000 });
            screen.Pass(60);
        },
        ["processes-typing-filter"] = screen => screen.Press("/").Type("app"),
        ["processes-no-hit"] = screen => screen.Press("/").Type("nothing").Press("Enter"),
        ["processes-frozen"] = screen => screen.Press("Space"),
        ["maps"] = screen => Open(screen),
        ["maps-shared"] = screen => Open(screen).Press("Tab", "Down", "Down"),
        ["maps-in-kB"] = screen => Open(screen).Press("u"),
        ["maps-sorted-by-name"] = screen => Open(screen).Press(">", ">", ">", ">", ">"),
        ["maps-filtered"] = screen => Open(screen).Press("/").Type("zoo/files").Press("Enter"),
        ["maps-no-hit"] = screen => Open(screen).Press("/").Type("nothing").Press("Enter"),
        ["maps-changed"] = screen =>
        {
            Open(screen);
            Grow(screen);
            screen.Pass(1);
        },
        ["maps-leaking"] = screen => Leak(Open(screen), 40),
        ["libraries-leaking"] = screen => Leak(Open(screen).Press("3"), 40),
        ["maps-baseline"] = screen =>
        {
            Leak(Open(screen), 12);
            screen.Press("b");
            Leak(screen, 3);
        },
        ["maps-frozen"] = screen =>
        {
            Open(screen).Press("Space");
            Grow(screen);
            screen.Pass(1);
        },
        ["maps-waiting"] = screen => Open(screen).Session.Do(state => state.Wait($"/proc/{Zoo}/smaps")),
        ["maps-stretched"] = screen =>
        {
            screen.Machine.Cost = TimeSpan.FromSeconds(0.31);
            screen.Machine.Glanced = new() { VmSize = 110_000, Rss = 34_567, Swap = 512 };
            Open(screen).Pass(1);
        },
        ["maps-leader-gone"] = screen =>
        {
            screen.Machine.Thread = 4571;
            screen.Machine.Replace(screen.Machine[Zoo] with { State = 'Z' });
            Open(screen);
        },
        ["maps-dotnet"] = screen =>
        {
            Open(screen, 1204).Press("z", "z");
            for (var i = 0; i < 45; i++)
            {
                // It allocates, and its collector runs now and then.
                screen.Machine.Leak(1204, "55b2a1294000-", i % 15 == 14 ? -5600 : 400);
                screen.Pass(1);
            }
        },
        ["maps-swapped"] = screen => Open(screen, 5001),
        ["state-ended"] = screen => Lose(Open(screen), UnseenReason.Ended),
        ["state-hidden"] = screen => Lose(Open(screen), UnseenReason.Hidden),
        ["state-zombie"] = screen => Lose(Open(screen), UnseenReason.Zombie),
        ["state-other-program"] = screen => Lose(Open(screen), UnseenReason.OtherProgram, "sleep 600"),
        ["state-replaced"] = screen => Lose(Open(screen), UnseenReason.Replaced, "cron -f"),
        ["state-denied-later"] = screen => Lose(Open(screen), UnseenReason.Denied, "root"),
        ["state-denied"] = screen => Refuse(screen, UnseenReason.Denied, "root"),
        ["state-ended-at-once"] = screen => Refuse(screen, UnseenReason.Ended),
        ["state-kernel-thread"] = screen => Refuse(screen, UnseenReason.KernelThread),
        ["state-no-memory"] = screen => Refuse(screen, UnseenReason.NoMemory),
        ["state-not-understood"] = screen => Refuse(screen, UnseenReason.NotUnderstood, "line 12: Rss is not in kB"),
        ["state-failed"] = screen => Refuse(screen, UnseenReason.Failed, "5"),
        ["libraries"] = screen => Open(screen).Press("3"),
        ["libraries-python"] = screen => Open(screen, 3003).Press("3", "Down"),
        ["library-mappings"] = screen => Open(screen).Press("3", "/").Type("libc").Press("Enter", "Enter"),
        ["all"] = screen => Open(screen).Press("4", "Down", "Down"),
        ["all-sideways"] = screen => Open(screen).Press("4", "Right", "Right", "l", "l"),
        ["all-at-the-end"] = screen => Open(screen).Press("4", "End"),
        ["mapping"] = screen => Open(screen).Press("4", "/").Type("heap").Press("Enter", "Enter"),
        ["mapping-flags"] = screen => Open(screen).Press("4", "/").Type("heap").Press("Enter", "Enter", "End"),
        ["mapping-gone"] = screen =>
        {
            Open(screen).Press("4", "/").Type("[heap]").Press("Enter", "Enter");
            screen.Machine.Unmap(Zoo, "55db6babd000-");
            screen.Pass(1);
        },
        ["maps-gone"] = screen =>
        {
            Open(screen);
            screen.Machine.Unmap(Zoo, "55db6babd000-");
            screen.Pass(5);
        },
        ["maps-marked"] = screen => Leak(Open(screen).Press("m", "Down", "m", "Down", "Down"), 12),
        ["maps-past"] = screen =>
        {
            Leak(Open(screen).Press("z"), 40);
            screen.Press("Space", "Left", "Left", "Left", "Left");
        },
        ["maps-two-moments"] = screen =>
        {
            Leak(Open(screen).Press("z", "z"), 40);
            screen.Press("Space", "Left", "Left", "Left", "Left", "b", "Left", "Left", "Left", "Left");
        },
        ["maps-chart-rss"] = screen => Leak(Open(screen).Press("f"), 40),
        ["maps-chart-row"] = screen => Leak(Open(screen).Press("f", "f", "f", "End"), 40),
        ["maps-kinds"] = screen => Leak(Open(screen).Press("f", "f", "f", "f"), 40),
        ["maps-ended-past"] = screen =>
        {
            Leak(Open(screen).Press("z", "z"), 40);
            Lose(screen, UnseenReason.Ended);
            screen.Press("Left", "Left");
        },
        ["growth"] = screen => Live(Open(screen).Press("5")),
        ["growth-by-library"] = screen => Live(Open(screen).Press("5", "v")),
        ["growth-by-kind"] = screen => Live(Open(screen).Press("5", "v", "v")),
        ["growth-of-a-row"] = screen => Live(Open(screen).Press("5", "f", "f", "f", "z", "z")),
        ["growth-blocks"] = screen =>
        {
            Open(screen).Session.Do(state => state with { HasBraille = false });
            Live(screen.Press("5"));
        },
        ["ascii-maps"] = screen =>
        {
            Open(Ascii(screen)).Press("Tab");
            Grow(screen);
            screen.Pass(1);
        },
        ["ascii-processes"] = screen => Ascii(screen).Press("/").Type("evil"),
        ["ascii-kinds"] = screen => Leak(Open(Ascii(screen)).Press("f", "f", "f", "f"), 40),
        ["ascii-growth"] = screen => Live(Open(Ascii(screen)).Press("5")),
        ["ascii-past"] = screen =>
        {
            Live(Open(Ascii(screen)).Press("5", "z", "z", "b"));
            screen.Press("Space", "Left", "Left", "Left", "Left", "Left", "Left");
        },
        ["ascii-libraries"] = screen => Open(Ascii(screen)).Press("3", "/").Type("zoo/"),
        ["ascii-help"] = screen => Ascii(screen).Press("?"),
        ["growth-past"] = screen =>
        {
            Live(Open(screen).Press("5", "z", "z"));
            screen.Press("Space", "Left", "Left", "Left", "Left", "Left", "Left");
        },
        ["growth-all"] = screen => Live(Open(screen).Press("5", "Z", "Z", "Z", "Z", "Z", "Z", "Z", "Z")),
        ["growth-nothing"] = screen => Open(screen).Press("5"),
        ["saving"] = screen => Open(screen).Press("e"),
        ["saving-refused"] = screen =>
        {
            screen.Machine.Saving = new SaveResult(0, "There is such a file already; choose another name.");
            Open(screen).Press("e", "Enter");
        },
        ["saved"] = screen => Open(screen).Press("e", "Enter"),
        ["columns"] = screen => Open(screen).Press("c", "Down", "Down", "Enter"),
        ["columns-chosen"] = screen => Open(screen).Press("c", "Down", "Down", "Down", "Enter", "Esc"),
        ["help"] = screen => Open(screen).Press("?"),
        ["help-at-the-end"] = screen => Open(screen).Press("F1", "End"),
        ["hint"] = screen => screen.Press("/").Type("nothing").Press("Enter", "3"),
    };

    public static TheoryData<string, int, int> Every { get; } =
        [.. from scene in Scenes.Keys from size in Sizes select new TheoryDataRow<string, int, int>(scene, size.Columns, size.Rows)];

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_screen_looks_as_accepted(string scene, int columns, int rows)
    {
        using var screen = new Try(columns, rows);
        Scenes[scene](screen);
        screen.Settle();
        Assert.All(screen.Lines, line => Assert.True(Fit(line) <= columns, line));
        Assert.True(!screen.State.IsAscii || System.Text.Ascii.IsValid(screen.Text), screen.Text);
        GoldenScreen.Matches($"{scene}.{columns}x{rows}", screen.Text);
    }

    [Theory]
    [InlineData(39, 24)]
    [InlineData(80, 9)]
    [InlineData(12, 4)]
    [InlineData(1, 1)]
    public void A_screen_too_small_asks_for_room(int columns, int rows)
    {
        using var screen = new Try(80, 24);
        Open(screen);
        screen.Resize(columns, rows);
        Assert.StartsWith("smapstop"[..Math.Min(columns, 8)], screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Private", screen.Text, StringComparison.Ordinal);
        screen.Resize(80, 24);
        Assert.Contains("1 Private", screen.Text, StringComparison.Ordinal);
    }

    private static Try Open(Try screen, int pid = Zoo)
    {
        screen.Press("/").Type(pid.ToString(System.Globalization.CultureInfo.InvariantCulture)).Press("Enter", "Enter");
        Assert.Equal(pid, screen.State.Watch?.Process.Pid);
        return screen;
    }

    /// <summary>As on a terminal that shows ASCII only.</summary>
    private static Try Ascii(Try screen)
    {
        screen.Session.Do(state => state with { IsAscii = true, HasBraille = false });
        screen.Settle();
        return screen;
    }

    private static void Grow(Try screen)
    {
        screen.Machine.Change(Zoo, "55db6babd000-55db6bade000", "55db6babd000-55db6cade000");
        screen.Machine.Change(Zoo, "Size:                132 kB\nKernelPageSize:        4 kB\nMMUPageSize:           4 kB\nRss:                 104 kB", "Size:              16516 kB\nKernelPageSize:        4 kB\nMMUPageSize:           4 kB\nRss:               16488 kB");
    }

    private static void Leak(Try screen, int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            screen.Machine.Leak(Zoo, "55db6babd000-", 1024);
            screen.Pass(1);
        }
    }

    /// <summary>One mapping leaks, another shrinks, one comes and goes, and one is lost.</summary>
    private static void Live(Try screen)
    {
        screen.Machine.Leak(Zoo, "7f955d49f000-", 2048);
        screen.Pass(1);
        for (var i = 0; i < 50; i++)
        {
            if (i == 10)
                screen.Machine.Map(Zoo, "60000000-60100000 rw-p 00000000 00:00 0", 512);
            if (i == 30)
                screen.Machine.Unmap(Zoo, "7f955d49f000-");
            if (i > 35)
                screen.Machine.Leak(Zoo, "60000000-", i % 2 == 0 ? 100 : -40);
            Leak(screen, 1);
        }
    }

    private static void Lose(Try screen, UnseenReason reason, string detail = "")
    {
        screen.Machine.Give(Zoo, new Reading.Unseen(reason, detail));
        screen.Pass(1);
    }

    private static void Refuse(Try screen, UnseenReason reason, string detail = "")
    {
        screen.Machine.Give(Zoo, new Reading.Unseen(reason, detail));
        Open(screen);
    }

    private static int Fit(string line) => Drawing.Fit.Cells(line);
}
