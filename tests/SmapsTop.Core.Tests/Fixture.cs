using System.Collections.Immutable;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.Smaps;

namespace SmapsTop.Core.Tests;

/// <summary>Captures of real processes, each taken at one moment.</summary>
public static class Fixture
{
    public static ImmutableArray<string> Names { get; } = ["zoo", "swapped", "dotnet", "node", "postgres", "python"];

    /// <summary>The names for a theory.</summary>
    public static TheoryData<string> Captures { get; } = [.. Names];

    public static string Folder(string capture) => Path.Combine(AppContext.BaseDirectory, "Fixtures", capture);

    public static byte[] Bytes(string capture, string file) => File.ReadAllBytes(Path.Combine(Folder(capture), file));

    public static string[] Lines(string capture, string file) => File.ReadAllLines(Path.Combine(Folder(capture), file));

    public static Snapshot Smaps(string capture) => SmapsText.Parse(Bytes(capture, "smaps"));
}
