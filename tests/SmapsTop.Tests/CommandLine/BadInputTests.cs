using System.Runtime.Versioning;
using System.Text;
using SmapsTop.Tests.RealTerminal;

namespace SmapsTop.Tests.CommandLine;

/// <summary>What is no smaps, or is one that was damaged or forged, given to the real executable.</summary>
[SupportedOSPlatform("linux")]
public sealed class BadInputTests : IDisposable
{
    /// <summary>Less memory than the input has bytes, in kB; a shell's <c>ulimit -d</c> takes it.</summary>
    private const int Little = 400_000;

    private static readonly string Smaps = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Started.Capture("zoo"), "smaps")));

    private readonly string _folder = Directory.CreateTempSubdirectory("smapstop-bad-").FullName;

    public static TheoryData<string, Func<string, string>, string> Damages { get; } = new()
    {
        { "empty", _ => "", "empty, line 1: there is nothing in it" },
        { "nul", text => text.Replace("Rss:", "R\0s:", StringComparison.Ordinal).Replace(" kB", "\0kB", StringComparison.Ordinal), "nul, line 2" },
        { "crlf", text => text.Replace("\n", "\r\n", StringComparison.Ordinal), "crlf, line 2" },
        { "cut", text => text[..(text.Length / 2)], "cut, line " },
        { "unended", text => text[..^1], "unended, line 1475: the last line is cut off" },
        { "huge", text => text.Replace("Rss:                   ", "Rss: " + new string('9', 30), StringComparison.Ordinal), "huge, line 5: Rss has no valid number" },
        { "negative", text => text.Replace("Rss:                   ", "Rss:                  -", StringComparison.Ordinal), "negative, line 5: Rss has no valid number" },
        { "swapped", text => string.Join('\n', text.Split('\n').Reverse()), "swapped, line 1" },
    };

    public void Dispose() => Tool.Remove(_folder);

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_file_is_5_with_its_name_and_line(string name, Func<string, string> damage, string says)
    {
        File.WriteAllText(PathOf(name), damage(Smaps));
        Started.With("report", PathOf(name)).Refused(5, says);
        Started.With("diff", PathOf(name), Started.Capture("zoo")).Refused(5, says);
        Started.With("diff", Started.Capture("zoo"), PathOf(name)).Refused(5, says);
    }

    [Fact]
    public void A_line_of_a_hundred_megabytes_is_5_and_takes_no_memory()
    {
        using (var file = File.Create(PathOf("line")))
            file.SetLength(100 << 20);
        InLittleMemory($"$smapstop report {PathOf("line")}").Refused(5, "line, line 1: the line is longer than any line of smaps");
        InLittleMemory("yes header 2> /dev/null | tr -d '\\n' 2> /dev/null | $smapstop report -").Refused(5, "standard input, line 1: the line is longer than any line of smaps");
        InLittleMemory($"(cat {Started.Capture("zoo")}/smaps; yes 'Rss: ' 2> /dev/null | tr -d '\\n' 2> /dev/null) | $smapstop report -").Refused(5, "standard input, line 1476: the line is longer than any line of smaps");
    }

    [Fact]
    public void Text_without_an_end_is_5_and_takes_no_memory()
    {
        InLittleMemory("(echo '1000-2000 rw-p 00000000 00:00 0'; echo 'Rss: 4 kB'; yes 'New: 4 kB' 2> /dev/null) | $smapstop report -").Refused(5, "standard input, line 103: more fields than any kernel prints");
        InLittleMemory("(echo '1000-2000 rw-p 00000000 00:00 0'; yes 'Rss: 4 kB' 2> /dev/null) | $smapstop report -").Refused(5, "standard input, line 3: Rss stands twice");
    }

    [Fact]
    public void A_hundred_megabytes_of_names_take_little_more()
    {
        using (var file = File.Create(PathOf("names")))
            for (var i = 1; i <= 2000; i++)
                file.Write([.. Encoding.ASCII.GetBytes($"{i:x}000-{i:x}800 rw-p 00000000 00:00 0 /{i}"), .. Enumerable.Repeat((byte)0xff, 50_000), .. "\nRss: 4 kB\n"u8]);
        var run = InLittleMemory($"$smapstop report {PathOf("names")} --view totals --columns figure,now");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("RSS", Outgoing.Text(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void Mappings_that_overlap_as_none_do_are_compared_in_little_memory()
    {
        foreach (var (name, more) in new[] { ("old", 0), ("new", 1) })
            File.WriteAllText(PathOf(name), string.Concat(Enumerable.Range(1, 20_000).Select(i => $"1000-{0x2000 + (2 * i + more) * 0x800:x} rw-p 00000000 00:00 0 \nRss: 4 kB\nPrivate_Dirty: 4 kB\n")));
        var run = InLittleMemory($"$smapstop diff {PathOf("old")} {PathOf("new")} --view totals");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public void A_folder_a_pipe_and_an_endless_device_are_5_at_once()
    {
        Started.With("report", _folder).Refused(5, "holds no file called smaps");
        Started.InShell($"mkfifo {PathOf("pipe")}; $smapstop report {PathOf("pipe")}").Refused(5, "pipe, line 1: there is nothing in it, a pipe that nobody has written into");
        Started.InShell($"$smapstop diff {PathOf("pipe")} {Started.Capture("zoo")}").Refused(5, "pipe, line 1");
        Started.With("report", "/dev/urandom").Refused(5, "/dev/urandom is a device");
    }

    [Fact]
    public void A_pipe_with_a_name_is_read_once_its_writer_is_there()
    {
        var run = Started.InShell($"mkfifo {PathOf("pipe")}; (cat {Started.Capture("dotnet")}/smaps > {PathOf("pipe")}) & until out=$($smapstop report {PathOf("pipe")} 2>&1); do :; done; echo \"$out\"");
        Assert.Equal(File.ReadAllText(Path.Combine(Started.Capture("dotnet"), "report.txt")), Outgoing.Text(run.Output));
    }

    [Fact]
    public void A_recording_with_flipped_bits_is_read_as_far_as_it_is_good_and_else_5()
    {
        using var subject = new SubjectProcess("steady");
        Started.With("record", $"{subject.Pid}", "-o", PathOf("tape"), "-d", "0.1", "--samples", "3");
        var tape = File.ReadAllBytes(PathOf("tape"));
        tape[^40] ^= 0x10;
        File.WriteAllBytes(PathOf("tape"), tape);
        var run = Started.With("report", PathOf("tape"));
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"tape is .*damaged from byte [\d,]+ on .*could be read\.\n\z", run.Errors);
        tape[30] ^= 0x10;
        File.WriteAllBytes(PathOf("tape"), tape);
        Started.With("report", PathOf("tape")).Refused(5, "tape", "from byte 21 on", "0 samples could be read");
        File.WriteAllBytes(PathOf("tape"), tape[..10]);
        Started.With("report", PathOf("tape")).Refused(5, "tape");
    }

    private static Started InLittleMemory(string line) => Started.InShell($"ulimit -d {Little}; {line}");

    private string PathOf(string name) => Path.Combine(_folder, name);
}
