using System.Runtime.CompilerServices;

namespace SmapsTop.Tests.Screens;

/// <summary>
/// Compares a screen with the text file that holds how it is to look. With SMAPSTOP_ACCEPT=1 in the environment the files are written
/// anew: read the difference like code before it is committed.
/// </summary>
internal static class GoldenScreen
{
    public static void Matches(string name, string screen, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, name + ".txt");
        if (Environment.GetEnvironmentVariable("SMAPSTOP_ACCEPT") == "1")
            File.WriteAllText(file, screen);
        Assert.True(File.Exists(file), $"There is no {file} yet. The screen is\n{screen}");
        Assert.Equal(File.ReadAllText(file), screen);
    }
}
