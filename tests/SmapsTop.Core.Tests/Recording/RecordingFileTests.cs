using System.Runtime.Versioning;
using SmapsTop.Core.Recording;

namespace SmapsTop.Core.Tests.Recording;

[SupportedOSPlatform("linux")]
public sealed class RecordingFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smapstop-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_appended_stands_in_the_file_at_once()
    {
        using var file = Create("new");
        Assert.Null(file.Append("one"u8));
        Assert.Null(file.Append("two"u8));
        Assert.Equal("onetwo", File.ReadAllText(PathOf("new")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_for_its_owner_alone(bool replaces)
    {
        if (replaces)
            File.WriteAllText(PathOf("new"), "old");
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_111_111);
        using var file = Create("new", replaces);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("new")));
    }

    [Fact]
    public void A_file_that_is_there_stays_as_it_is()
    {
        File.WriteAllText(PathOf("old"), "old");
        Assert.Contains("already", Refusal("old"));
        Assert.Equal("old", File.ReadAllText(PathOf("old")));
    }

    [Fact]
    public void By_force_it_is_another_file_and_who_has_the_old_one_open_reads_that()
    {
        File.WriteAllText(PathOf("old"), "old");
        using var reader = new StreamReader(PathOf("old"));
        using var file = Create("old", replaces: true);
        Assert.Null(file.Append("new"u8));
        Assert.Equal(("old", "new"), (reader.ReadToEnd(), File.ReadAllText(PathOf("old"))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_link_is_not_followed(bool replaces)
    {
        File.WriteAllText(PathOf("mine"), "mine");
        File.CreateSymbolicLink(PathOf("link"), PathOf("mine"));
        File.CreateSymbolicLink(PathOf("dangling"), PathOf("nothing"));
        Assert.NotEmpty(Refusal("link", replaces));
        Assert.NotEmpty(Refusal("dangling", replaces));
        Assert.Equal("mine", File.ReadAllText(PathOf("mine")));
        Assert.False(File.Exists(PathOf("nothing")));
        Assert.NotNull(new FileInfo(PathOf("link")).LinkTarget);
    }

    [Theory]
    [InlineData("/dev/full", "regular")]
    [InlineData("/dev/null", "regular")]
    [InlineData("/", "regular")]
    [InlineData("/dev/null/x", "folder")]
    public void What_is_no_file_is_not_replaced(string path, string word)
    {
        Assert.Contains(word, Refusal(path, replaces: true));
        Assert.True(Path.Exists("/dev/null"));
    }

    [Fact]
    public void Where_nothing_is_recorded_nothing_is_left_or_lost()
    {
        File.WriteAllText(PathOf("old"), "old");
        new RecordingFile(PathOf("old"), replaces: true).Dispose();
        new RecordingFile(PathOf("new"), replaces: true).Dispose();
        Assert.Equal(("old", false), (File.ReadAllText(PathOf("old")), File.Exists(PathOf("new"))));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() => Assert.Contains("folder", Refusal("nosuch/file"));

    private string PathOf(string name) => Path.Combine(_folder, name);

    private RecordingFile Create(string name, bool replaces = false)
    {
        var file = new RecordingFile(PathOf(name), replaces);
        Assert.Null(file.Append([]));
        return file;
    }

    private string Refusal(string name, bool replaces = false)
    {
        using var file = new RecordingFile(PathOf(name), replaces);
        return Assert.IsType<string>(file.Append("x"u8));
    }
}
