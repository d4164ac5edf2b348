using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SmapsTop.Core.Tests;

/// <summary>What SECURITY.md promises is held by tests that there are.</summary>
public sealed partial class SecurityTests
{
    [Fact]
    public void Every_test_that_is_named_there_is_one()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Folder(), ".."), "*Tests.cs", SearchOption.AllDirectories).ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        var named = Test().Matches(File.ReadAllText(Path.Combine(Folder(), "../../.github/SECURITY.md")));
        Assert.InRange(named.Count, 50, 500);
        Assert.All(named, name => Assert.Contains(
            files[name.Groups["class"].Value],
            text => !name.Groups["method"].Success || text.Contains($" {name.Groups["method"].Value}(", StringComparison.Ordinal)));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    [GeneratedRegex(@"`(?<class>[A-Za-z]+Tests)(?:\.(?<method>\w+))?`")]
    private static partial Regex Test();
}
