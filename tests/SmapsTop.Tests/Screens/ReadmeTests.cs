using System.Runtime.CompilerServices;

namespace SmapsTop.Tests.Screens;

/// <summary>The README's picture is a golden screen. With SMAPSTOP_ACCEPT=1 in the environment it is written anew.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_picture_is_what_the_program_shows() => Matches("maps-dotnet.120x36");

    private static void Matches(string name, [CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        var file = Path.GetFullPath(Path.Combine(folder, "../../../README.md"));
        var mark = $"<!-- picture: {name} -->\n```\n";
        var text = File.ReadAllText(file);
        var start = text.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        var end = text.IndexOf("```\n<!-- end -->", start, StringComparison.Ordinal);
        var picture = File.ReadAllText(Path.Combine(folder, name + ".txt"));
        if (Environment.GetEnvironmentVariable("SMAPSTOP_ACCEPT") == "1")
            File.WriteAllText(file, text[..start] + picture + text[end..]);
        else
            Assert.Equal(picture, text[start..end]);
    }
}
