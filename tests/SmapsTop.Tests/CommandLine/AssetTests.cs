using SmapsTop.Tests.RealTerminal;

namespace SmapsTop.Tests.CommandLine;

public class AssetTests
{
    private static readonly Dictionary<string, string?> Plain = new() { ["LC_ALL"] = "C.UTF-8" };

    [Fact]
    public void The_man_page_is_that_of_the_declarations() => Asset.Matches("smapstop.1", ManPage.Make());

    [Fact]
    public void The_completion_of_bash_is_that_of_the_declarations() => Asset.Matches("smapstop.bash", Completion.Bash());

    [Fact]
    public void The_completion_of_zsh_is_that_of_the_declarations() => Asset.Matches("_smapstop", Completion.Zsh());

    [Fact]
    public void The_completion_of_fish_is_that_of_the_declarations() => Asset.Matches("smapstop.fish", Completion.Fish());

    [Fact]
    public void The_man_page_is_set_without_a_warning()
    {
        var set = Run("groff", "-man", "-ww", "-Tutf8", "-P-cbou", Asset.PathOf("smapstop.1"));
        Assert.Equal("", set.Errors);
        Assert.Contains("smapstop report TARGET", set.Output, StringComparison.Ordinal);
        Assert.Contains("Δ/MIN", set.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "smapstop.bash")]
    [InlineData("zsh", "_smapstop")]
    [InlineData("fish", "smapstop.fish")]
    public void Its_shell_understands_each_completion(string shell, string asset) =>
        Assert.Equal(new ToolResult(0, "", ""), Run(shell, "-n", Asset.PathOf(asset)));

    [Theory]
    [InlineData("rep", "report")]
    [InlineData("report --form", "--format")]
    [InlineData("report 1 --format c", "csv")]
    [InlineData("report --view l", "libraries")]
    [InlineData("report --sort private_d", "private_dirty_kb")]
    [InlineData("--de", "--delay")]
    [InlineData("diff a b --view ki", "kinds")]
    [InlineData("watch 1 --format nd", "ndjson")]
    public void Bash_and_fish_complete_what_is_declared(string typed, string completed)
    {
        var words = typed.Split(' ');
        var bash = Run("bash", "-c", $"source {Asset.PathOf("smapstop.bash")}; COMP_WORDS=(smapstop {typed}); COMP_CWORD={words.Length}; _smapstop; printf '%s\\n' \"${{COMPREPLY[@]}}\"");
        Assert.Equal(completed + "\n", bash.Output);
        var fish = Run("fish", "--no-config", "-c", $"source {Asset.PathOf("smapstop.fish")}; complete -C 'smapstop {typed}'");
        Assert.Equal(completed, fish.Output.TrimEnd('\n').Split('\t')[0]);
    }

    [Fact]
    public void Bash_completes_a_process_by_its_number_and_a_file_by_its_name()
    {
        var folder = Directory.CreateTempSubdirectory("smapstop-completion-");
        File.WriteAllText(Path.Combine(folder.FullName, "saved smaps"), "");
        var typed = $"source {Asset.PathOf("smapstop.bash")}; COMP_CWORD=2; compopt() {{ :; }}; ";
        Assert.Equal($"{folder.FullName}/saved smaps\n", Run("bash", "-c", $"{typed} COMP_WORDS=(smapstop report {folder.FullName}/sav); _smapstop; printf '%s\\n' \"${{COMPREPLY[@]}}\"").Output);
        Assert.Contains($"{Environment.ProcessId}\n", Run("bash", "-c", $"{typed} COMP_WORDS=(smapstop report {Environment.ProcessId}); _smapstop; printf '%s\\n' \"${{COMPREPLY[@]}}\"").Output, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static ToolResult Run(string tool, params string[] arguments)
    {
        Assert.SkipUnless(Tool.Exists(tool), $"{tool} is not on this machine");
        return Tool.Run(tool, Plain, arguments);
    }
}
