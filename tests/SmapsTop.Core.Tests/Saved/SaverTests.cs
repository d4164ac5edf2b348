using System.Runtime.Versioning;
using NSubstitute;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Saved;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Saved;

/// <summary>Saving what a screen shows.</summary>
[SupportedOSPlatform("linux")]
public sealed class SaverTests : SavedFiles
{
    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_sample_is_saved_as_the_kernel_printed_it(string capture)
    {
        Assert.Null(Saver.Save(new SaveJob(PathOf("a.smaps"), States.Watching(capture))).Problem);
        Assert.Equal(Fixture.Bytes(capture, "smaps"), File.ReadAllBytes(PathOf("a.smaps")));
    }

    [Theory]
    [InlineData("a.csv", ',')]
    [InlineData("a.TSV", '\t')]
    public void The_table_is_saved_with_its_rows_its_order_and_its_columns(string name, char separator)
    {
        var state = States.Watching().Press("/", "f", "i", "l", "e", "Enter", "r");
        state = state.Open(null) with { Settings = state.Settings.SetItem("Private", state.Settings["Private"].Toggle(AllGrids.Private["PSS"])) };
        var table = AllGrids.Private.Show(state, null);
        var result = Saver.Save(new SaveJob(PathOf(name), state));
        Assert.Equal((null, new FileInfo(PathOf(name)).Length), (result.Problem, result.Bytes));
        var lines = File.ReadAllLines(PathOf(name));
        Assert.Equal(table.Count + 1, lines.Length);
        Assert.DoesNotContain("pss_kb", lines[0], StringComparison.Ordinal);
        Assert.Equal(AllGrids.Private.Columns.Length - 1, lines[0].Split(separator).Length);
        Assert.EndsWith(table.Cell(0, AllGrids.Private["MAPPING"]), lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt", "VMSIZE")]
    [InlineData("a.json", "\"schema\":1")]
    public void Text_and_json_hold_the_table_too(string name, string word)
    {
        Assert.Null(Saver.Save(new SaveJob(PathOf(name), States.Watching())).Problem);
        var text = File.ReadAllText(PathOf(name));
        Assert.Contains(word, text, StringComparison.Ordinal);
        Assert.Contains("[heap]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_processes_is_a_table_only()
    {
        Assert.Null(Saver.Save(new SaveJob(PathOf("list.csv"), States.List())).Problem);
        Assert.Equal(4, File.ReadAllLines(PathOf("list.csv")).Length);
        foreach (var name in new[] { "list.smaps", "list.json" })
        {
            Assert.Contains(".txt .csv .tsv the table", Saver.Save(new SaveJob(PathOf(name), States.List())).Problem!, StringComparison.Ordinal);
            Assert.False(File.Exists(PathOf(name)));
        }
    }

    [Fact]
    public void A_page_is_saved_as_text_or_with_its_sample()
    {
        var state = States.Watching().Enter(new Place.OneMapping(Fixture.Smaps("zoo").Mappings[0]));
        Assert.EndsWith(".txt", state.StartSave().SaveAs, StringComparison.Ordinal);
        Assert.Null(Saver.Save(new SaveJob(PathOf("page.txt"), state)).Problem);
        Assert.Contains("Private_Dirty", File.ReadAllText(PathOf("page.txt")), StringComparison.Ordinal);
        Assert.Null(Saver.Save(new SaveJob(PathOf("page.smaps"), state)).Problem);
        Assert.Equal(Fixture.Bytes("zoo", "smaps"), File.ReadAllBytes(PathOf("page.smaps")));
        Assert.Contains(".smaps the sample; .txt the page", Saver.Save(new SaveJob(PathOf("page.csv"), state)).Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_table_that_is_saved_as_json_is_as_the_schema_says()
    {
        foreach (var place in new Place[] { new Place.Maps(), new Place.Libraries(), new Place.All(), new Place.Growth() })
            foreach (var by in RollUp.All)
            {
                var path = PathOf($"{place.GetType().Name}-{by.Name}.json");
                Assert.Null(Saver.Save(new SaveJob(path, States.Grown().Go(place) with { GrowthBy = by })).Problem);
                Reports.SchemaTests.AssertValid(File.ReadAllBytes(path));
                Assert.DoesNotContain("trend", File.ReadAllText(path), StringComparison.Ordinal);
            }
        Assert.Null(Saver.Save(new SaveJob(PathOf("library.json"), States.Showing(AllGrids.OfLibrary))).Problem);
        Reports.SchemaTests.AssertValid(File.ReadAllBytes(PathOf("library.json")));
    }

    [Fact]
    public void Nothing_is_written_over_and_no_link_followed()
    {
        Write("old.csv", "old"u8);
        File.CreateSymbolicLink(PathOf("link.csv"), PathOf("elsewhere"));
        foreach (var name in new[] { "old.csv", "link.csv" })
            Assert.Contains("already", Saver.Save(new SaveJob(PathOf(name), States.Watching())).Problem!, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(PathOf("old.csv")));
        Assert.False(File.Exists(PathOf("elsewhere")));
    }

    [Fact]
    public void What_is_saved_is_for_its_owner_alone()
    {
        Assert.Null(Saver.Save(new SaveJob(PathOf("a.csv"), States.Watching())).Problem);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("a.csv")));
    }

    [Theory]
    [InlineData("words", "ending")]
    [InlineData("a.xlsx", "ending")]
    [InlineData("no/such/folder.csv", "no such folder")]
    public void What_cannot_be_saved_is_a_sentence(string name, string word)
    {
        var result = Saver.Save(new SaveJob(PathOf(name), States.Watching()));
        Assert.Contains(word, result.Problem!, StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf(name)));
    }

    [Fact]
    public void The_keys_ask_for_a_name_suggest_one_and_say_where_it_went()
    {
        var state = States.Watching() with { Folder = "/somewhere" };
        var asked = state.Press("e");
        Assert.Equal("app-4567-120000.csv", asked.SaveAs);
        Assert.Null(asked.Press("Esc").SaveAs);
        asked = asked.Press("Backspace", "Backspace", "Backspace", "t", "x", "t");
        Assert.Equal("app-4567-120000.txt", asked.SaveAs);
        Assert.Equal("q", asked.Press("Ctrl+U", "q").SaveAs);

        var saving = asked.Press("Enter");
        Assert.Equal("/somewhere/app-4567-120000.txt", saving.Saving!.Path);
        var done = saving.Saved(saving.Saving, new SaveResult(1234, null));
        Assert.Equal((null, null, "Saved /somewhere/app-4567-120000.txt (1,234 bytes)."), (done.Saving, done.SaveAs, done.Hint));
        var failed = saving.Saved(saving.Saving, new SaveResult(0, "It is full."));
        Assert.Equal((null, "app-4567-120000.txt", "It is full."), (failed.Saving, failed.SaveAs, failed.Hint));
        Assert.Equal("/elsewhere/x.csv", asked.Press("Ctrl+U").Type("/elsewhere/x.csv").Press("Enter").Saving!.Path);
    }

    [Fact]
    public void A_name_from_outside_is_no_path_and_nothing_is_saved_where_there_is_nothing()
    {
        var state = new AppState().StartWatch(States.Process(7, "../../etc/x\\x1b"));
        Assert.Contains("nothing", state.Press("e").Hint!, StringComparison.Ordinal);
        state = state.Receive(state.Watch!.Process.Identity, States.Seen("zoo"), States.Noon);
        Assert.Matches("^[a-z0-9_-]+-4567-120000[.]csv$", state.Press("e").SaveAs!);
        Assert.Contains("takes a name", state.Press("e", "Ctrl+U", "Enter").Hint!, StringComparison.Ordinal);
        Assert.Equal("processes.csv", States.List().Press("e").SaveAs);
    }

    [Fact]
    public void A_session_saves_aside_what_the_state_asks_for()
    {
        var time = new System.Reactive.Concurrency.HistoricalScheduler(States.Noon);
        var saved = new List<SaveJob>();
        var proc = Substitute.For<Core.Proc.IProc>();
        proc.List().Returns([]);
        using var session = new Session(
            proc, States.Watching() with { Place = new Place.Processes() }, new SessionSchedulers(time, time, time, time),
            job =>
            {
                saved.Add(job);
                return new SaveResult(7, null);
            });
        session.Do(state => state.Press("e").Press("Enter"));
        Assert.Empty(saved);
        time.AdvanceBy(TimeSpan.FromTicks(2));
        Assert.EndsWith("processes.csv", Assert.Single(saved).Path, StringComparison.Ordinal);
        Assert.Contains("Saved", session.State.Hint!, StringComparison.Ordinal);
        Assert.Null(session.State.Saving);
    }
    [Theory]
    [InlineData("-rf /")]
    [InlineData("\e[31m\u202e自../x")]
    [InlineData("")]
    [InlineData("=1+1")]
    public void The_name_that_is_suggested_is_one_that_no_shell_and_no_spreadsheet_takes_for_more(string name)
    {
        var state = States.List().StartWatch(States.Process(4567, Printable.From(name))).See(Fixture.Smaps("zoo"));
        Assert.Matches(@"^[A-Za-z0-9_][A-Za-z0-9_-]*-4567-\d{6}\.csv\z", state.StartSave().SaveAs);
    }

}
