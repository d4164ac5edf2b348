using System.Runtime.CompilerServices;

namespace SmapsTop.Tests.CommandLine;

/// <summary>What a user gets besides the program and is made from the declarations. With SMAPSTOP_ACCEPT=1 in the environment it is written anew.</summary>
internal static class Asset
{
    public static string PathOf(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../assets", name));

    public static void Matches(string name, string expected)
    {
        if (Environment.GetEnvironmentVariable("SMAPSTOP_ACCEPT") == "1")
            File.WriteAllText(PathOf(name), expected);
        Assert.Equal(expected, File.ReadAllText(PathOf(name)));
    }
}
