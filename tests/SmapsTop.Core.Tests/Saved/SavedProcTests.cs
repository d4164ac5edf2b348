using System.Runtime.Versioning;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Saved;
using SmapsTop.Core.State;
using SmapsTop.Core.Tests.Recording;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Tests.Saved;

/// <summary>What was saved is looked at like a machine.</summary>
[SupportedOSPlatform("linux")]
public sealed class SavedProcTests : SavedFiles
{
    [Fact]
    public void A_recording_gives_its_samples_one_after_the_other_and_then_says_why_it_ends()
    {
        using var tape = Recorded(12);
        tape.End("The process has ended.");
        using var saved = Opened(Write("tape", tape.Bytes));
        Assert.Equal(tape.Samples[0].Process, saved.Process);
        var (samples, end) = Looks(saved);
        Tape.AssertSame(tape.Samples, samples);
        Assert.Equal((UnseenReason.Recorded, "The process has ended."), (end.Reason, end.Detail));
        Assert.True(end.Reason.IsFinal);
    }

    [Fact]
    public void One_that_was_cut_off_says_so_after_what_can_be_read()
    {
        using var tape = Recorded(12);
        using var saved = Opened(Write("tape", tape.Bytes.AsSpan()[..^5]));
        var (samples, end) = Looks(saved);
        Tape.AssertSame(tape.Samples[..^1], samples);
        Assert.Contains("11 samples", end.Detail, StringComparison.Ordinal);
        using var whole = Opened(Write("whole", tape.Bytes));
        Assert.Equal("It was not ended.", Looks(whole).End.Detail);
    }

    [Fact]
    public void One_without_a_sample_is_refused()
    {
        using var tape = Recorded(1);
        var (proc, trouble) = SavedProc.Open(Write("tape", tape.Bytes.AsSpan(0, 40)));
        Assert.Null(proc);
        Assert.Equal(TroubleKind.NotSmaps, trouble!.Kind);
        Assert.Contains("0 samples", trouble.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void A_folder_and_a_file_give_one_sample(string capture)
    {
        using var folder = Opened(Fixture.Folder(capture));
        Assert.Equal(Fixture.Smaps(capture).Mappings.Length, Assert.Single(Looks(folder).Samples).Snapshot.Mappings.Length);
        Assert.NotEqual(0, folder.Process.Pid);
        using var file = Opened(Path.Combine(Fixture.Folder(capture), "smaps"));
        var (samples, end) = Looks(file);
        Assert.Single(samples);
        Assert.Same(UnseenReason.Saved, end.Reason);
        Assert.Equal("smaps", file.Process.Command);
    }

    [Fact]
    public void What_is_not_there_or_no_smaps_is_refused()
    {
        Assert.Equal(TroubleKind.NotFound, SavedProc.Open(PathOf("nothing")).Trouble!.Kind);
        Assert.Equal(TroubleKind.NotSmaps, SavedProc.Open(Write("words", "some words"u8)).Trouble!.Kind);
        Assert.Equal(TroubleKind.NotSmaps, SavedProc.Open(Write("empty")).Trouble!.Kind);
    }

    [Fact]
    public void The_screens_show_the_whole_of_it_and_go_through_its_past()
    {
        using var tape = Recorded(30);
        using var saved = Opened(Write("tape", tape.Bytes));
        var state = AppState.OfSaved(saved.Process);
        Assert.Equal("reading it", TitleLine.Of(state).Mode);
        for (Reading reading; !state.CanTravel; state = state.Receive(saved.Process.Identity, reading, tape.Samples[^1].Time))
            reading = saved.Look(saved.Process.Identity, null, TestContext.Current.CancellationToken);
        Assert.Equal(30, state.Watch!.Shown!.History.Moments.Count);
        Assert.Equal($"recorded {tape.Samples[^1].Time:HH:mm:ss}", TitleLine.Of(state).Mode);
        Assert.Contains(tape.Samples[^1].Time.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), TitleLine.Of(state).Facts);
        Assert.Empty(TitleLine.Of(state).Pace);
        Assert.StartsWith("It was not ended. The recording ends here.", TitleLine.Banner(state), StringComparison.Ordinal);
        state = state.Travel(-1);
        Assert.Equal(tape.Samples[28].Snapshot.Totals, state.Snapshot!.Totals);
    }

    [Fact]
    public void There_is_no_list_of_processes_and_no_pace()
    {
        var state = AppState.OfSaved(ProcessInfo.Unknown);
        Assert.Contains("no other processes", state.GoProcesses().Hint!, StringComparison.Ordinal);
        Assert.Contains("not read again", state.Pace(1).Hint!, StringComparison.Ordinal);
        Assert.Equal("Nothing lies behind this screen: q quits.", state.Back().Hint);
    }

    [Fact]
    public void A_report_takes_the_last_sample_of_a_recording_and_a_difference_the_first_of_the_old_one()
    {
        using var tape = Recorded(12);
        var path = Write("tape", tape.Bytes);
        Tape.AssertSame(tape.Samples[^1], Loaded(SavedSample.Load(path)));
        var first = Loaded(SavedSample.Load(path, isFirst: true));
        Tape.AssertSame(tape.Samples[0], first);
        // Whatever it was in its own recording: the mappings are told apart from those of the other.
        var last = Loaded(SavedSample.Load(path, first.Snapshot));
        Assert.All(last.Snapshot.Mappings, mapping => Assert.Equal(
            tape.Samples[0].Snapshot.Mappings.Any(old => old.Start < mapping.End && mapping.Start < old.End && old.Id == mapping.Id),
            mapping.Id < tape.Samples[0].Snapshot.NextId));
    }

    [Fact]
    public void What_of_a_damaged_recording_could_not_be_read_is_told_beside_the_sample()
    {
        using var tape = Recorded(12);
        var bytes = tape.Bytes;
        bytes[^3] ^= 1;
        var (sample, trouble) = SavedSample.Load(Write("tape", bytes));
        Tape.AssertSame(tape.Samples[^2], sample!);
        Assert.Contains("11 samples could be read", trouble!.Sentence, StringComparison.Ordinal);
    }

    private static Tape Recorded(int samples)
    {
        var (tape, process) = (new Tape(), new Changing(7));
        for (var i = 0; i < samples; i++)
            Assert.Null(tape.Add(process.Next()));
        return tape;
    }

    private static SavedProc Opened(string path)
    {
        var (proc, trouble) = SavedProc.Open(path);
        Assert.Null(trouble);
        return proc!;
    }

    private static (List<Sample> Samples, Reading.Unseen End) Looks(SavedProc saved)
    {
        var samples = new List<Sample>();
        while (true)
        {
            switch (saved.Look(saved.Process.Identity, samples.LastOrDefault(), TestContext.Current.CancellationToken))
            {
                case Reading.Seen seen:
                    samples.Add(seen.Sample);
                    break;
                case Reading.Unseen unseen:
                    return (samples, unseen);
            }
        }
    }
}
