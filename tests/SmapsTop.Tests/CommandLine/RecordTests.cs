using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Recording;
using SmapsTop.Tests.RealTerminal;

namespace SmapsTop.Tests.CommandLine;

[SupportedOSPlatform("linux")]
public sealed class RecordTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smapstop-record-").FullName;
    private readonly SubjectProcess _subject = new("leak", "4000");

    private string File => Path.Combine(_folder, "night.smapstop");

    private string Pid => _subject.Pid.ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _subject.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void So_many_samples_as_asked_for_are_in_a_file_for_its_owner_alone()
    {
        var run = Started.With("record", Pid, "-o", File, "-d", "0.1", "--samples", "5");
        Assert.Equal((0, 0), (run.ExitCode, run.Output.Length));
        Assert.Matches($"^smapstop: Done. 5 samples of {Pid} subject are in [^\n]*\n\\z", run.Errors);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        var (samples, reader) = Read();
        Assert.Equal((5, null, "Done.", TimeSpan.FromSeconds(0.1)), (samples.Count, reader.Damage, reader.End?.Why, reader.Interval));
        Assert.All(samples, sample => Assert.Equal((_subject.Pid, "subject"), (sample.Process.Pid, sample.Process.Name)));
        Assert.True(samples[^1].Snapshot.Totals.Private > samples[0].Snapshot.Totals.Private);
        Assert.Contains(samples[0].Snapshot.Mappings, mapping => mapping.Name.Text.Contains("\\x1b[31m", StringComparison.Ordinal) && mapping.Name.Bytes.Contains((byte)0xff));
    }

    [Fact]
    public void A_time_ends_it()
    {
        Assert.Equal(0, Started.With("record", Pid, "-o", File, "-d", "0.1", "--for", "1s").ExitCode);
        var (samples, _) = Read();
        Assert.InRange(samples.Count, 1, 10);
        Assert.InRange(samples[^1].Time - samples[0].Time, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public void A_signal_ends_it_behind_a_whole_sample(string signal, int code)
    {
        using var recorder = StartAndWait(3);
        Tool.Signal(recorder.Id, signal);
        Until.Ended(recorder);
        Assert.Equal(code, recorder.ExitCode);
        Assert.Contains($"Stopped by signal {code - 128}.", recorder.StandardError.ReadToEnd());
        var (samples, reader) = Read();
        Assert.Equal((null, $"Stopped by signal {code - 128}."), (reader.Damage, reader.End?.Why));
        Assert.True(samples.Count >= 3);
    }

    [Fact]
    public void An_interrupt_is_one_for_what_a_shell_has_started_aside_too()
    {
        var run = Started.InShell($"$smapstop record {Pid} -o {File} -d 0.1 & recorder=$!; until [ -s {File} ]; do :; done; kill -INT $recorder; wait $recorder");
        Assert.Equal(130, run.ExitCode);
        Assert.NotNull(Read().Reader.End);
    }

    [Fact]
    public void A_kill_loses_at_most_the_sample_that_is_being_written()
    {
        using var recorder = StartAndWait(5);
        recorder.Kill();
        Until.Ended(recorder);
        var size = new FileInfo(File).Length;
        var (samples, reader) = Read();
        Assert.True(samples.Count >= 5);
        Assert.Null(reader.End);
        Assert.True(reader.Damage is null or { IsTail: true }, reader.Damage?.ToString());
        Assert.InRange(reader.Damage?.Lost ?? 0, 0, size / 3);
        Assert.All(samples.Zip(samples.Skip(1)), pair => Assert.True(pair.First.Time < pair.Second.Time));
    }

    [Fact]
    public void When_the_process_ends_it_ends_too_and_says_so()
    {
        using var recorder = StartAndWait(2);
        _subject.End();
        Until.Ended(recorder);
        Assert.Equal(0, recorder.ExitCode);
        Assert.Matches("^smapstop: The process has ended.* samples? of ", recorder.StandardError.ReadToEnd());
        Assert.StartsWith("The process has ended", Read().Reader.End?.Why);
    }

    [Fact]
    public void A_file_that_is_there_is_kept_unless_forced()
    {
        System.IO.File.WriteAllText(File, "mine");
        Started.With("record", Pid, "-o", File, "--samples", "1").Refused(6, File, "--force");
        Assert.Equal("mine", System.IO.File.ReadAllText(File));
        Started.With("record", "999999999", "-o", File, "--force").Refused(3, "999999999");
        Assert.Equal("mine", System.IO.File.ReadAllText(File));
        Assert.Equal(0, Started.With("record", Pid, "-o", File, "--samples", "1", "--force").ExitCode);
        Assert.Single(Read().Samples);
    }

    [Fact]
    public void A_link_that_was_planted_is_not_followed()
    {
        var victim = Path.Combine(_folder, "victim");
        System.IO.File.CreateSymbolicLink(File, victim);
        Started.With("record", Pid, "-o", File, "--samples", "1").Refused(6, File);
        Started.With("record", Pid, "-o", File, "--samples", "1", "--force").Refused(6, "symbolic link");
        Assert.False(Path.Exists(victim));
    }

    [Fact]
    public void A_file_that_may_not_grow_is_6_and_still_opens()
    {
        // Without the native executable the runtime would want a large file of its own.
        var run = Started.InShell($"export DOTNET_EnableWriteXorExecute=0; ulimit -f 8; $smapstop record {Pid} -o {File} -d 0.1");
        Assert.Equal(6, run.ExitCode);
        Assert.Matches($"^smapstop: {File} cannot be written: .*largest size.*; \\d+ samples that were recorded before are in it\n\\z", run.Errors);
        var (samples, reader) = Read();
        Assert.NotEmpty(samples);
        Assert.Null(reader.Damage);
    }

    [Theory]
    [InlineData("999999999", 3, "999999999")]
    [InlineData("nosuchname", 3, "nosuchname")]
    public void What_there_is_not_leaves_no_file(string target, int code, string word)
    {
        Started.With("record", target, "-o", File).Refused(code, word);
        Assert.False(Path.Exists(File));
    }

    [Fact]
    public void A_name_that_several_have_is_2_with_their_numbers()
    {
        using var other = new SubjectProcess("steady");
        Started.With("record", "subject", "-o", File).Refused(2, "give the number of one");
    }

    [Theory]
    [InlineData("1", "--output")]
    [InlineData("1 -o x --for 5", "--for")]
    [InlineData("1 -o x --for 5x", "--for")]
    [InlineData("1 -o x --for 0s", "--for")]
    [InlineData("1 -o x --for 46d", "--for")]
    [InlineData("1 -o x --samples 0", "--samples")]
    [InlineData("1 -o x --samples many", "--samples")]
    [InlineData("1 -o x -d 0", "--delay")]
    public void A_command_line_that_is_not_understood_is_2(string arguments, string word) =>
        Started.With(["record", .. arguments.Split(' ')]).Refused(2, word);

    private (List<Sample> Samples, RecordingReader Reader) Read()
    {
        Assert.True(RecordingReader.TryOpen(System.IO.File.OpenRead(File), File, out var reader, out var problem), problem);
        using (reader)
            return ([.. reader.Rest()], reader);
    }

    /// <summary>Starts to record, and waits until the file holds some samples.</summary>
    private Process StartAndWait(int samples)
    {
        var recorder = Started.Start("record", Pid, "-o", File, "-d", "0.1");
        Assert.True(Until.True(() => Path.Exists(File) && new FileInfo(File).Length > 0 && Read().Samples.Count >= samples, Until.Patience));
        return recorder;
    }
}
