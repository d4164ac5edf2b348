using System.Runtime.Versioning;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Recording;
using SmapsTop.Core.Reports;
using SmapsTop.Core.Saved;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;
using SmapsTop.Core.Tests.Recording;
using SmapsTop.Core.Tests.Reports;
using SmapsTop.Core.Tests.Saved;
using SmapsTop.Core.Tests.Smaps;
using SmapsTop.Core.Tests.State;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Tests.Fuzz;

/// <summary>
/// Whatever comes in, nothing crashes, hangs or fills the memory, and what is wrong is said. All of it takes a minute; ten with
/// <c>SMAPSTOP_FUZZ_MINUTES=10 dotnet test --project tests/SmapsTop.Core.Tests --filter-class SmapsTop.Core.Tests.Fuzz.FuzzTests</c>.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class FuzzTests : SavedFiles
{
    private static readonly string[] Words =
        ["", "text", "json", "csv", "tsv", "all", "private", "shared", "libraries", "totals", "mappings", "kinds", "kb", "auto", "rss", "pss_kb", "RSS:asc", "mapping:desc", "rss,pss",
        "Δ", ",", ":", "rss:", ":asc", "\e[31m", "\u202e", "自", "\0", "-1", "4567", "99999999999", "-", "./x", "app"];

    private static readonly (byte[] Bytes, Dictionary<DateTimeOffset, Snapshot> Samples)[] Tapes = [MadeTapes.Recorded(3, 1), MadeTapes.Recorded(20, 2), MadeTapes.Recorded(80, 3)];

    [Fact]
    public void Every_way_to_read_a_text_gives_the_same_mappings_or_the_same_error() => Fuzzing.Holds(
        Gen.Select(Fuzzing.Texts, Gen.Int[2, 5000]),
        (input, piece) =>
        {
            var text = input.Text;
            var parser = new SmapsParser();
            var whole = SmapsText.Read(parser, text, null, int.MaxValue, out var error);
            var lines = SmapsText.Read(new SmapsParser(), text, null, 1, out var other);
            var pieces = SmapsText.Read(new SmapsParser(), text, null, piece, out var third);
            Assert.Equal((error, error), (other, third));
            if (whole is null)
            {
                Assert.InRange(error!.Line, 0, text.Count(letter => letter == '\n') + 1);
                Fuzzing.AssertPrintable(error.ToString());
                return;
            }
            AssertSame(whole, lines!);
            AssertSame(whole, pieces!);
            Assert.Same(whole, SmapsText.Read(parser, text, whole, piece, out _));
            Assert.Same(whole, SmapsText.Read(parser, text, whole, int.MaxValue, out _));
            Assert.Equal(whole.Mappings.Length, whole.Mappings.Select(mapping => mapping.Id).Distinct().Count());
            using var written = new MemoryStream();
            SmapsWriter.Write(written, whole);
            // Of a range that stands there twice the first record counts; if that is short and the last one, it looks cut off.
            if (SmapsText.Read(new SmapsParser(), written.ToArray(), null, 4096, out var cut) is { } again)
                AssertSame(whole, again);
            else
                Assert.Equal("the last record is cut off", cut!.Problem);
        },
        input => input.Item1.What);

    [Fact]
    public void What_was_understood_is_shown_and_reported_in_every_form() => Fuzzing.Holds(
        Gen.Select(Fuzzing.Texts, Fuzzing.Texts, Gen.Int[0, 3]),
        (first, second, format) =>
        {
            if (!SmapsParser.TryParse(first.Text, out var old, out _) || old.Mappings.IsEmpty || SmapsText.Read(new SmapsParser(), second.Text, old, 4096, out _) is not { Mappings.Length: > 0 } now)
                return;
            var form = ReportFormat.All[format];
            foreach (var view in ReportView.All)
                AssertClean(form, Reported.Bytes(States.Sample(now), new(form.Name, view.Name)));
            AssertClean(form, Reported.Difference(States.Sample(old), States.Sample(now), new(form.Name, "mappings")));
            var state = ReportRequest.StateOf(States.Sample(old), States.Sample(now));
            foreach (var grid in AllGrids.Every)
                Fuzzing.AssertPrintable(PaneTitle.Of(state, grid.Show(state, null)).Name);
            foreach (var entry in now.Mappings.SelectMany(mapping => MappingPage.Of(mapping, SizeUnit.Auto)))
                Fuzzing.AssertPrintable(entry.Term + entry.Value + entry.Meaning);
        },
        input => $"{input.Item1.What} and {input.Item2.What}");

    [Fact]
    public void A_saved_file_is_read_or_refused_with_its_name_and_line() => Fuzzing.Holds(
        Fuzzing.Texts,
        input =>
        {
            var (sample, trouble) = SavedSample.Load(Write("file" + Environment.CurrentManagedThreadId, input.Text));
            Assert.True(sample is null != trouble is null);
            if (trouble is null)
                return;
            Assert.Equal(TroubleKind.NotSmaps, trouble.Kind);
            Assert.Matches(@"/file\d+, line \d+: ", trouble.Sentence);
            Fuzzing.AssertPrintable(trouble.Sentence);
        },
        input => input.What);

    [Fact]
    public void A_saved_folder_says_of_its_process_what_can_be_understood() => Fuzzing.Holds(
        Gen.Select(Gen.OneOf([.. Fixture.Names]), Mutation.Some, Gen.OneOf("stat", "status", "comm", "cmdline", "statm"), Gen.OneOf("stat", "none")),
        (capture, wrong, file, missing) =>
        {
            var folder = $"folder{Environment.CurrentManagedThreadId}";
            foreach (var name in new[] { "stat", "status", "comm", "cmdline", "statm" })
                Write($"{folder}/{name}", name == missing ? [] : name == file ? Mutation.Apply(wrong, Fixture.Bytes(capture, name)) : Fixture.Bytes(capture, name));
            var process = SavedProcess.In(PathOf(folder));
            Fuzzing.AssertPrintable(process.Name + process.Command + process.User + process.StateWord);
            Assert.True(process is { Pid: >= 0, Threads: >= 0 });
            Assert.NotEmpty(TitleLine.Of(AppState.OfSaved(process)).Mode);
        },
        input => $"{input.Item1}/{input.Item3} without {input.Item4}, mutations {string.Join(' ', input.Item2)}");

    [Fact]
    public void A_recording_gives_what_was_recorded_and_nothing_else() => Fuzzing.Holds(
        Gen.Select(Gen.Int[0, Tapes.Length - 1], Mutation.Some),
        (tape, wrong) =>
        {
            var bytes = Mutation.Apply(wrong, Tapes[tape].Bytes);
            if (!RecordingReader.TryOpen(new MemoryStream(bytes), "tape", out var reader, out var problem))
            {
                Assert.StartsWith("tape ", problem, StringComparison.Ordinal);
                return;
            }
            using (reader)
            {
                foreach (var sample in reader.Rest())
                    AssertSame(Tapes[tape].Samples[sample.Time], sample.Snapshot, withIds: false);
                Fuzzing.AssertPrintable(reader.Damage?.Sentence("tape", reader.Count));
            }
        },
        input => $"tape {input.Item1}, mutations {string.Join(' ', input.Item2)}");

    [Fact]
    public void A_recording_that_was_forged_gives_mappings_each_once_or_nothing() => Fuzzing.Holds(
        Gen.Select(Fuzzing.Texts, Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Fuzzing.Texts).Array[0, 4], Mutation.Some),
        (full, parts, wrong) =>
        {
            using var reader = Tape.Open(MadeTapes.Forged(full.Text, parts, wrong));
            foreach (var sample in reader.Rest())
            {
                Assert.Equal(sample.Snapshot.Mappings.Length, sample.Snapshot.Mappings.Select(mapping => mapping.Id).Distinct().Count());
                Fuzzing.AssertPrintable(sample.Process.Command + sample.Process.Name + sample.Process.User + sample.Process.StateWord);
            }
        },
        input => $"{input.Item1.What}; parts {string.Join("; ", input.Item2.Select(part => $"{part.Item1} {part.Item2} {part.Item3.What}"))}; mutations {string.Join(' ', input.Item3)}");

    [Fact]
    public void Words_of_the_command_line_and_small_files_of_the_kernel_are_understood_or_refused() => Fuzzing.Holds(
        Gen.Select(Gen.OneOf(Words).Array[6], Gen.OneOf([.. Fixture.Names]), Mutation.Some, Gen.Bool),
        (words, capture, wrong, isDifference) =>
        {
            words = [.. words.Select(word => Encoding.UTF8.GetString(Mutation.Apply(wrong.Where(one => one.Choice % 3 == 0), Encoding.UTF8.GetBytes(word))))];
            var (request, problem) = ReportRequest.Of(new(words[0], words[1], words[2], words[3], words[4], words[5]), isDifference ? ReportKind.Difference : ReportKind.OneSample);
            Assert.True(request is null != problem is null);
            Fuzzing.AssertPrintable(problem);
            Fuzzing.AssertPrintable(StartAt.Target(new Nothing(), words[0], new AppState()).Problem);
            Fuzzing.AssertPrintable(LiveTarget.Find(new Nothing(), words[1]).Trouble!.Sentence);

            string Text(string file) => Encoding.UTF8.GetString(Mutation.Apply(wrong, Fixture.Bytes(capture, file)));
            Assert.True(Glance.Of(Text("status"), Text("smaps_rollup")) is { Rss: var rss } && rss is null or >= 0);
            Fuzzing.AssertPrintable(ProcStat.Parse(Mutation.Apply(wrong, Fixture.Bytes(capture, "stat")))?.Comm);
            Assert.Equal(default, CgroupMemory.Read(Text("status") + "\n0::/../../etc\n" + words[2], PathOf("none")));
        },
        input => $"{string.Join(" | ", input.Item1)}; {input.Item2}, mutations {string.Join(' ', input.Item3)}");

    private static void AssertSame(Snapshot expected, Snapshot read, bool withIds = true)
    {
        Assert.Equal(expected.Mappings.Length, read.Mappings.Length);
        for (var i = 0; i < read.Mappings.Length; i++)
        {
            Assert.True(expected.Mappings[i].SaysTheSame(read.Mappings[i]));
            Assert.Same(expected.Mappings[i].Kind, read.Mappings[i].Kind);
            Assert.True(!withIds || expected.Mappings[i].Id == read.Mappings[i].Id);
        }
        Assert.Equal((expected.Totals, expected.VmSize, expected.Reserved), (read.Totals, read.VmSize, read.Reserved));
    }

    /// <summary>Nothing that a terminal would obey, and of JSON that it is JSON.</summary>
    private static void AssertClean(ReportFormat format, byte[] report)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(report);
        Assert.DoesNotContain(text, letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));
        Assert.DoesNotContain(text, letter => char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format);
        Assert.True(format != ReportFormat.Json || JsonNode.Parse(text) is JsonObject);
    }
}
