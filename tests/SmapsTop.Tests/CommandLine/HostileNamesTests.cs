using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using SmapsTop.Core.Smaps;
using SmapsTop.Tests.RealTerminal;

namespace SmapsTop.Tests.CommandLine;

/// <summary>A real process with names that want to be obeyed, on the bytes that leave the program.</summary>
public sealed class HostileNamesTests : IDisposable
{
    private static readonly Dictionary<string, string?> Plain = new() { ["LC_ALL"] = "C.UTF-8" };

    private readonly SubjectProcess _subject = SubjectProcess.Stopped("hostile");

    private string Pid => _subject.Pid.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => _subject.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("--view private")]
    [InlineData("--view shared")]
    [InlineData("--view libraries")]
    [InlineData("--view all")]
    [InlineData("--view all --format csv")]
    [InlineData("--view libraries --format csv")]
    [InlineData("--view all --format tsv")]
    public void A_report_is_text_and_nothing_else(string options)
    {
        var report = Started.With(["report", Pid, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal((0, ""), (report.ExitCode, report.Errors));
        var text = Outgoing.Text(report.Output);
        Outgoing.AssertPlain(options.EndsWith("tsv", StringComparison.Ordinal) ? text.Replace('\t', ' ') : text);
        if (!options.Contains("shared", StringComparison.Ordinal))
            Assert.Contains(@"/commands\x1b[35;45m\x1b[2J\x1b]0;owned\x07\u009b35m\u0090\u0085", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_look_like_fields_and_headers_are_names()
    {
        var kernel = File.ReadAllBytes($"/proc/{Pid}/maps").Count(letter => letter == '\n');
        var json = JsonNode.Parse(Started.With("report", Pid, "--format", "json").Output)!;
        Assert.Equal(kernel, json["mappings"]!.AsArray().Count);
        Assert.Equal(ProcFiles.Rollup(_subject.Pid, "Rss"), (long?)json["totals"]!["rss_kb"]);
        var names = json["mappings"]!.AsArray().Select(mapping => (string?)mapping!["pathname"]).ToList();
        Assert.Contains($"{_subject.Folder}/Size:                  99 kB", names);
        Assert.Contains($"{_subject.Folder}/lines\\012Rss:                   99 kB\\0127f0000000000-7f0000001000 rw-p 00000000 00:00 0 [heap]\\012VmFlags: rd", names);
        Assert.Contains($"{_subject.Folder}/7f0000000000-7f0000001000 rw-p 00000000 00:00 0                          [heap]", names);
        Assert.Contains($"{_subject.Folder}/blanks at the end  ", names);
    }

    [Fact]
    public void Json_has_every_name_exactly_and_no_terminal_obeys_it()
    {
        var output = Started.With("report", Pid, "--format", "json").Output;
        Outgoing.AssertTame(Outgoing.Text(output));
        var json = JsonNode.Parse(output)!;
        var told = json["mappings"]!.AsArray().Select(mapping =>
            mapping!["pathname_base64"] is { } bytes ? Convert.FromBase64String((string)bytes!) : Encoding.UTF8.GetBytes((string?)mapping["pathname"] ?? "")).ToList();
        Assert.All(_subject.Snapshot().Mappings, mapping => Assert.Contains(told, name => mapping.Name.Bytes.SequenceEqual(name)));
        Assert.Contains(told, name => name.Length == 4095 && !Utf8.IsValid(name));
        Assert.Equal(@") S 1\n\x1b[2J\xff", (string?)json["process"]!["comm"]);
        Assert.StartsWith(@"=cmd|' /c calc'!A0\x1b[35;45m\x1b[2J\x1b]0;owned\x07\u009b35m\u0090\u0085 ", (string?)json["process"]!["command"], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_mapping_is_a_line_of_csv_with_all_its_cells()
    {
        var cells = Outgoing.Cells(Outgoing.Text(Started.With("report", Pid, "--format", "csv").Output));
        Assert.Equal(_subject.Snapshot().Mappings.Length + 1, cells.Count);
        Assert.All(cells, row => Assert.Equal(cells[0].Count, row.Count));
        var names = cells[0].IndexOf("mapping");
        Assert.Equal(_subject.Snapshot().Mappings.Select(mapping => mapping.Name.Text).Order(StringComparer.Ordinal), cells.Skip(1).Select(row => row[names]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(cells.SelectMany(row => row), cell => cell is ['=' or '+' or '-' or '@', ..]);
    }

    [Fact]
    public void Columns_behind_every_name_are_aligned()
    {
        var lines = Outgoing.Text(Started.With("report", Pid, "--view", "all", "--columns", "rss,mapping,pss").Output).Split('\n')[..^1];
        Assert.Single(lines.Select(CellWidth.Of).Distinct());
    }

    [Fact]
    public void What_is_watched_recorded_and_compared_is_text_too()
    {
        var recording = Path.Combine(_subject.Folder, "tape");
        var watched = Started.With("watch", Pid, "--samples", "1");
        var recorded = Started.With("record", Pid, "-o", recording, "-d", "0.1", "--samples", "2");
        Outgoing.AssertTame(Outgoing.Text(watched.Output));
        Assert.Contains($@"{Pid} ) S 1\n\x1b[2J\xff are in ", recorded.Errors, StringComparison.Ordinal);
        Outgoing.AssertPlain(watched.Errors + recorded.Errors);
        Outgoing.AssertPlain(Outgoing.Text(Started.With("report", recording, "--view", "all").Output));
        Outgoing.AssertPlain(Outgoing.Text(Started.With("diff", "/proc/self", Pid, "--view", "mappings").Output));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("diff x")]
    [InlineData("watch")]
    [InlineData("report x --format")]
    [InlineData("report x --view all --sort")]
    [InlineData("report x --view all --columns")]
    [InlineData("report x --units")]
    [InlineData("watch x --for")]
    [InlineData("record x -o y --samples")]
    [InlineData("report x -d")]
    public void What_is_wrong_with_a_word_is_said_in_text(string command)
    {
        var run = Started.With([.. command.Split(' '), "a\e[35;45m\u009b\u202e\nb"]);
        Assert.NotEqual(0, run.ExitCode);
        run.Refused(run.ExitCode);
        Outgoing.AssertPlain(run.Errors);
    }

    [Fact]
    public void A_completion_of_processes_is_text_whatever_they_are_called()
    {
        Assert.SkipUnless(Tool.Exists("fish") && Tool.Exists("zsh"), "fish and zsh are not both on this machine");
        const string Stubs = "_describe() { print -rl -- ${(P)2} }; _arguments() { state=first }; ";
        var zsh = Tool.Run("zsh", Plain, "-f", "-c", $"{Stubs}source {Asset.PathOf("_smapstop")}");
        var fish = Tool.Run("fish", Plain, "--no-config", "-c", $"source {Asset.PathOf("smapstop.fish")}; complete -C 'smapstop {Pid}'");
        Assert.Equal("", zsh.Errors);
        Assert.Matches($"(?m)^{Pid}:.*S 1", zsh.Output);
        Assert.Matches($"(?m)^{Pid}\t", fish.Output);
        Outgoing.AssertPlain(zsh.Output + fish.Output.Replace('\t', ' '));
    }
}
