using SmapsTop.Core.Grids;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Tests.State;

/// <summary>What has become of everything since the baseline.</summary>
public sealed class BaselineTests
{
    private readonly SmapsParser _parser = new();
    private Snapshot? _before;
    private AppState _state = States.List().StartWatch(States.App);
    private DateTimeOffset _time = States.Noon;

    [Fact]
    public void Changes_are_counted_from_the_first_sample_until_the_baseline_is_set()
    {
        See(100, 1);
        See(160, 10);
        Assert.Equal("+60K", Cell("Δ"));
        Assert.Equal(States.Noon, _state.Watch!.Shown!.Baseline.Time);

        _state = _state.Press("b");
        Assert.Equal("0", Cell("Δ"));
        See(150, 1);
        Assert.Equal("-10K", Cell("Δ"));
    }

    [Fact]
    public void A_rate_is_known_after_some_samples_and_is_that_of_the_last_minutes()
    {
        See(100, 1);
        Assert.Equal(ByteSize.Unknown, Cell("Δ/MIN"));
        for (var i = 1; i <= 60; i++)
            See(100 + 16 * i, 1);
        Assert.Equal("+960K", Cell("Δ/MIN"));
    }

    [Fact]
    public void A_rate_that_becomes_known_is_shown_though_nothing_has_changed()
    {
        See(100, 1);
        See(100, 1);
        var table = _state.Grid!.Show(_state, null);
        for (var i = 0; i < 12; i++)
            See(100, 1);
        table = _state.Grid.Show(_state, table);
        Assert.Equal("0", table.Cell(0, _state.Grid["Δ/MIN"]));
        See(100, 1);
        Assert.Same(table, _state.Grid.Show(_state, table));
    }

    [Fact]
    public void The_age_of_what_was_there_before_is_not_known()
    {
        See(100, 1);
        See(100, 30);
        Assert.Equal(ByteSize.Unknown, Cell("AGE"));
        See(100, 1, "9000-a000 rw-p 00000000 00:00 0\nSize: 4 kB\nRss: 4 kB\nPrivate_Dirty: 4 kB\n");
        See(100, 45, "9000-a000 rw-p 00000000 00:00 0\nSize: 4 kB\nRss: 4 kB\nPrivate_Dirty: 4 kB\n");
        See(100, 1, "9000-a000 rw-p 00000000 00:00 0\nSize: 4 kB\nRss: 4 kB\nPrivate_Dirty: 4 kB\n");
        Assert.Equal("40s", Cell("AGE", 1));
    }

    [Fact]
    public void The_totals_have_change_rate_and_peak()
    {
        See(100, 1);
        for (var i = 1; i <= 30; i++)
            See(100 + 10 * i, 1);
        See(200, 1);
        var (line, look) = (TotalsLine.Main[4], _state.Watch!.Shown);
        Assert.Equal((200, 100, 400), (line.Now(look), line.Since(look), line.Peak(look)));
        Assert.InRange(line.PerMinute(look)!.Value, 500, 700);
    }

    [Fact]
    public void A_baseline_before_the_first_sample_is_refused_with_a_word()
    {
        Assert.Contains("nothing", States.List().StartWatch(States.App).Press("b").Hint!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frozen_screen_sets_the_baseline_where_it_stands()
    {
        See(100, 1);
        See(140, 1);
        _state = _state.Press("Space");
        See(300, 1);
        _state = _state.Press("b");
        Assert.Equal("0", Cell("Δ"));
        _state = _state.Press("Space");
        Assert.Equal("+160K", Cell("Δ"));
    }

    private void See(int dirty, double seconds, string more = "")
    {
        _parser.Begin(_before);
        _parser.Feed(System.Text.Encoding.UTF8.GetBytes(
            $"1000-2000 rw-p 00000000 00:00 0 [heap]\nSize: 4 kB\nRss: {dirty} kB\nPrivate_Dirty: {dirty} kB\n{more}"));
        Assert.True(_parser.TryEnd(out _before, out var error), error?.ToString());
        _state = _state.See(_before!, _time);
        _time += TimeSpan.FromSeconds(seconds);
    }

    private string Cell(string header, int row = 0) => _state.Grid!.Show(_state, null) is var table && table.Count > row
        ? table.Cell(row, _state.Grid[header])
        : "no such row";
}
