using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Saved;

namespace SmapsTop.Core.Tests.Saved;

/// <summary>A folder for saved things, gone afterwards.</summary>
[SupportedOSPlatform("linux")]
public abstract partial class SavedFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smapstop-saved-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string PathOf(string name) => Path.Combine(_folder, name);

    protected string Write(string name, params ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>Makes a pipe with a name.</summary>
    protected string Pipe(string name)
    {
        Assert.Equal(0, MakePipe(PathOf(name), 0x180));
        return PathOf(name);
    }

    protected static Sample Loaded((Sample? Sample, Trouble? Trouble) result)
    {
        Assert.Null(result.Trouble);
        return result.Sample!;
    }

    /// <summary>Asserts what kind of trouble it is and that its sentence, one printable line, has these words.</summary>
    protected static void Refused((Sample? Sample, Trouble? Trouble) result, TroubleKind kind, params string[] words)
    {
        Assert.Null(result.Sample);
        Assert.Equal(kind, result.Trouble!.Kind);
        Assert.All(words, word => Assert.Contains(word, result.Trouble.Sentence, StringComparison.Ordinal));
        Assert.DoesNotContain(result.Trouble.Sentence, char.IsControl);
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakePipe(string path, uint mode);
}
