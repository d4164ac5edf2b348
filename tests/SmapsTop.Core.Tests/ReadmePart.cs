using System.Runtime.CompilerServices;

namespace SmapsTop.Core.Tests;

/// <summary>A part of the README that is made from the program. With SMAPSTOP_ACCEPT=1 in the environment it is written anew.</summary>
internal static class ReadmePart
{
    private static readonly string File = Path.GetFullPath(Path.Combine(Folder(), "../../README.md"));

    /// <summary>Asserts that a part is as expected.</summary>
    /// <param name="name">What its opening comment says.</param>
    /// <param name="expected">What is to stand between that and the closing comment.</param>
    public static void Matches(string name, string expected)
    {
        var text = System.IO.File.ReadAllText(File);
        var mark = $"<!-- {name} -->\n";
        var start = text.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        Assert.True(start >= mark.Length, $"The README has no part {name}.");
        var end = text.IndexOf("<!-- end -->", start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("SMAPSTOP_ACCEPT") == "1")
            System.IO.File.WriteAllText(File, text[..start] + expected + text[end..]);
        else
            Assert.Equal(expected, text[start..end]);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
