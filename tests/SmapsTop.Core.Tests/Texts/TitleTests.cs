using SmapsTop.Core.Grids;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;
using SmapsTop.Core.Tests.State;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Tests.Texts;

public class TitleTests
{
    private static readonly AppState Watching = States.Watching();

    [Fact]
    public void The_list_says_how_many_processes_there_are()
    {
        var title = TitleLine.Of(States.List());
        Assert.Equal(("smapstop", "3 processes", "every 1 s", "live", false), (title.Subject, title.Facts[0], Assert.Single(title.Pace), title.Mode, title.IsAlarm));
        Assert.Null(TitleLine.Banner(States.List()));
    }

    [Fact]
    public void A_live_process_says_who_it_is_and_how_it_is_read()
    {
        var title = TitleLine.Of(Watching);
        Assert.Equal(("4567 /bin/app --run", "live", false), (title.Subject, title.Mode, title.IsAlarm));
        Assert.Equal(["me", "sleeping", "1 thread"], title.Facts);
        Assert.Equal(["every 1 s", "read 3.1 ms, 0.3 %", "#1"], title.Pace);
        Assert.Null(TitleLine.Banner(Watching));
    }

    [Theory]
    [InlineData(0, "up under 1 min")]
    [InlineData(59, "up 59 min")]
    [InlineData(60, "up 1:00 h")]
    [InlineData(1439, "up 23:59 h")]
    [InlineData(3 * 1440 + 251, "up 3d 04:11")]
    public void Age_is_said_in_words(int minutes, string words) =>
        Assert.Contains(words, TitleLine.Of(Seen(sample => sample with { Process = States.App with { Age = TimeSpan.FromMinutes(minutes), Threads = 1234 } })).Facts);

    [Theory]
    [InlineData(0.04, "read 0.0 ms")]
    [InlineData(9.94, "read 9.9 ms")]
    [InlineData(10, "read 10 ms")]
    [InlineData(999.4, "read 999 ms")]
    [InlineData(1000, "read 1.0 s")]
    [InlineData(12345, "read 12.3 s")]
    public void Cost_is_said_in_the_unit_that_fits(double milliseconds, string words) =>
        Assert.StartsWith(words + ", ", TitleLine.Of(Costing(milliseconds)).Pace[1]);

    [Theory]
    [InlineData(3, 0.05, "every 1 s", "read 3.0 ms, 0.3 %")]
    [InlineData(0.04, 0.05, "every 1 s", "read 0.0 ms, 0 %")]
    [InlineData(310, 0.05, "every 6.2 s, not 1 s", "read 310 ms, 4.8 %")]
    [InlineData(310, 0.2, "every 1.6 s, not 1 s", "read 310 ms, 16 %")]
    [InlineData(12345, 0.05, "every 4.1 min, not 1 s", "read 12.3 s, 4.8 %")]
    [InlineData(1000, 1, "every 1 s", "read 1.0 s, 50 %")]
    public void A_dear_look_stretches_the_interval_and_the_title_says_so(double milliseconds, double most, string every, string read) =>
        Assert.Equal([every, read], TitleLine.Of(Costing(milliseconds) with { MostDuty = most }).Pace[..2]);

    private static Reading.Seen Later(double milliseconds) =>
        new(Watching.Sample! with { Time = States.Noon.AddSeconds(1), Cost = TimeSpan.FromMilliseconds(milliseconds) });

    private static AppState Costing(double milliseconds) => Seen(sample => sample with { Cost = TimeSpan.FromMilliseconds(milliseconds) });

    [Theory]
    [InlineData(0.1, "every 0.1 s")]
    [InlineData(60, "every 60 s")]
    [InlineData(300, "every 5 min")]
    [InlineData(3600, "every 60 min")]
    public void The_interval_is_said(double seconds, string words) =>
        Assert.Equal(words, TitleLine.Of(Watching with { Interval = TimeSpan.FromSeconds(seconds) }).Pace[0]);

    [Fact]
    public void Frozen_says_since_when()
    {
        var frozen = Watching.Press("Space").See(new Reading.Seen(States.Sample(Snapshot.Empty, time: States.Noon.AddHours(1))));
        Assert.Equal(("frozen 12:00:00", true), Mode(frozen));
        Assert.Equal("frozen", TitleLine.Of(States.List().Press("Space")).Mode);
        Assert.Equal("live", TitleLine.Of(frozen.Press("Space")).Mode);
    }

    [Fact]
    public void Frozen_it_says_nothing_of_looks_that_are_not_shown()
    {
        var frozen = Watching.Press("Space");
        Assert.Equal(TitleLine.Of(frozen).Pace, TitleLine.Of(frozen.See(Later(310))).Pace);
    }

    [Fact]
    public void A_dear_look_that_saw_nothing_new_is_the_reason_for_the_longer_interval() =>
        Assert.Equal(["every 6.2 s, not 1 s", "read 310 ms, 4.8 %"], TitleLine.Of(Watching.See(Later(310))).Pace[..2]);

    [Fact]
    public void Waiting_says_for_what()
    {
        var waiting = new AppState().StartWatch(States.App).Wait("/proc/4567/smaps");
        Assert.Equal(("waiting for /proc/4567/smaps", true), Mode(waiting));
        Assert.Equal(["every 1 s"], TitleLine.Of(waiting).Pace);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ended_says_when_and_what_stays(bool isFrozen)
    {
        var ended = (Watching with { IsFrozen = isFrozen }).See(States.Unseen(UnseenReason.Ended), minutes: 5);
        Assert.Equal(("ended 12:05:00", true), Mode(ended));
        Assert.Equal("The process has ended. The sample of 12:00:00 stays. p lists the processes.", TitleLine.Banner(ended));
        Assert.Equal("4567 /bin/app --run", TitleLine.Of(ended).Subject);
        Assert.Equal(isFrozen ? "frozen" : "live", TitleLine.Of(ended.Press("p")).Mode);
        Assert.Null(TitleLine.Banner(ended.Press("p")));
    }

    [Fact]
    public void Denied_says_whose_it_is_and_what_helps()
    {
        var denied = new AppState().StartWatch(States.App).See(States.Unseen(UnseenReason.Denied, "postgres"));
        Assert.Equal(("denied 12:00:00", true), Mode(denied));
        var banner = TitleLine.Banner(denied);
        Assert.Contains("belongs to postgres.", banner);
        Assert.Contains("CAP_SYS_PTRACE", banner);
        Assert.DoesNotContain("stays", banner);
    }

    [Fact]
    public void A_leader_that_is_gone_is_said_first() =>
        Assert.Equal("leader gone, read by thread 4570", TitleLine.Of(Seen(sample => sample with { Thread = 4570 })).Facts[0]);

    [Theory]
    [InlineData("1", "1 Private", "", "CLEAN 12.0M, DIRTY 5.2M")]
    [InlineData("2", "2 Shared", "", "CLEAN 2.1M, DIRTY 13.8M")]
    [InlineData("4", "4 All mappings", "", "RSS 33.1M, PSS 22.5M")]
    public void A_pane_says_its_rows_and_sums(string key, string name, string filter, string sums)
    {
        var title = Title(Watching.Press(key), out var table);
        Assert.Equal(($"{name} {table.Count}", filter), (title.Name, title.Filter));
        Assert.Equal(sums, string.Join(", ", title.Sums.Take(2)));
    }

    [Fact]
    public void A_filtered_pane_says_of_how_many()
    {
        var typing = Watching.Press("4", "/");
        Assert.Equal("/", Title(typing, out _).Filter);
        typing = typing.Type("libc");
        Assert.Equal("/libc", Title(typing, out _).Filter);
        var title = Title(typing.Press("Enter"), out var table);
        Assert.Equal(($"4 All mappings {table.Count} of {table.OutOf}", "/libc"), (title.Name, title.Filter));
        Assert.Equal("", Title(typing.Press("Esc"), out _).Filter);
    }

    [Fact]
    public void Typing_shows_in_the_pane_that_it_goes_to()
    {
        var typing = Watching.Press("2", "/");
        Assert.Equal(("", "/"), (PaneTitle.Of(typing, AllGrids.Private.Show(typing, null)).Filter, PaneTitle.Of(typing, AllGrids.Shared.Show(typing, null)).Filter));
    }

    [Fact]
    public void A_pane_without_a_sample_says_neither_rows_nor_sums()
    {
        var title = Title(new AppState().StartWatch(States.App), out _);
        Assert.Equal("1 Private", title.Name);
        Assert.Empty(title.Sums);
    }

    [Fact]
    public void A_pane_says_what_its_rows_are_of()
    {
        var key = Watching.Snapshot!.Libraries.Single(library => library.Key.Text == "[heap]").Key;
        Assert.Equal("Mappings of [heap] 1", Title(Watching.Enter(new Place.OfLibrary(key)), out _).Name);
        Assert.StartsWith("Columns of Private ", Title(Watching.Press("c"), out _).Name);
    }

    private static (string, bool) Mode(AppState state) => (TitleLine.Of(state).Mode, TitleLine.Of(state).IsAlarm);

    private static AppState Seen(Func<Sample, Sample> change) =>
        States.List().StartWatch(States.App).See(new Reading.Seen(change(States.Sample("zoo"))));

    private static PaneTitle Title(AppState state, out Table table)
    {
        table = state.Grid!.Show(state, null);
        return PaneTitle.Of(state, table);
    }
}
