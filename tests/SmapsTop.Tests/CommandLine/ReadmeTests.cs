using System.Runtime.CompilerServices;
using System.Text;
using SmapsTop.Commands;

namespace SmapsTop.Tests.CommandLine;

/// <summary>What the README shows of the command line is what the program writes. With SMAPSTOP_ACCEPT=1 in the environment it is written anew.</summary>
public class ReadmeTests
{
    private static readonly string[] Lines =
    [
        "smapstop report zoo/ | head -n 9",
        "smapstop report zoo/ --view libraries --sort pss --columns private,pss,maps,kind,library | head -n 5",
        "smapstop report zoo/ --view private --format csv --filter stack",
        "sed 's/^Private_Dirty: .*1024 kB/Private_Dirty: 512 kB/' zoo/smaps | smapstop diff - zoo/ --view mappings",
    ];

    [Fact]
    public void The_output_is_what_the_program_writes()
    {
        var output = new StringBuilder("```\n");
        foreach (var line in Lines)
            output.Append("$ ").Append(line).Append('\n').Append(Encoding.UTF8.GetString(Started.InShell(
                $"smapstop() {{ {RealTerminal.TmuxTerminal.Executable} \"$@\"; }}; cd {Path.GetDirectoryName(Started.Capture("zoo"))}; {line}").Output).ReplaceLineEndings("\n"));
        Matches("output", output.Append("```\n").ToString());
    }

    [Fact]
    public void The_exit_codes_are_the_declared_ones() => Matches(
        "codes", "| code | what it says |\n|---|---|\n" + string.Concat(ExitCode.Explained.Select(one => $"| {one.Code} | {one.Meaning} |\n")));

    private static void Matches(string part, string expected, [CallerFilePath] string here = "")
    {
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../README.md"));
        var text = File.ReadAllText(file);
        var start = text.IndexOf($"<!-- {part} -->\n", StringComparison.Ordinal) + $"<!-- {part} -->\n".Length;
        var end = text.IndexOf("<!-- end -->", start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("SMAPSTOP_ACCEPT") == "1")
            File.WriteAllText(file, text[..start] + expected + text[end..]);
        else
            Assert.Equal(expected, text[start..end]);
    }
}
