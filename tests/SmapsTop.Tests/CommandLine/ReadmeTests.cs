using System.Text;
using SmapsTop.Commands;
using SmapsTop.Core.Tests;

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
        ReadmePart.Matches("output", output.Append("```\n").ToString());
    }

    [Fact]
    public void The_exit_codes_are_the_declared_ones() => ReadmePart.Matches(
        "codes", "| code | what it says |\n|---|---|\n" + string.Concat(ExitCode.Explained.Select(one => $"| {one.Code} | {one.Meaning} |\n")));
}
