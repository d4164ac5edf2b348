using System.Globalization;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Saved;

/// <summary>
/// A sample that was saved: the text of smaps in a file or from standard input, a folder that holds <c>smaps</c>, with the other
/// small files of <c>/proc/PID</c> where they were saved too, or a recording.
/// </summary>
public static class SavedSample
{
    /// <summary>No process has so much smaps, in bytes: some 1.4 million mappings.</summary>
    private const long MostBytes = 1L << 30;

    private const string HowTo = "save one with cat /proc/PID/smaps > FILE";

    /// <summary>Reads a file or a folder; of a recording its last sample, or its first.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="before">The mappings that are to be told apart from these; null for none.</param>
    /// <param name="isFirst">Whether of several samples the first is wanted.</param>
    /// <returns>The sample, or what is the matter; both if of a recording not all could be read.</returns>
    public static (Sample? Sample, Trouble? Trouble) Load(string path, Snapshot? before = null, bool isFirst = false)
    {
        var (reader, problem) = Recorded.Open(path);
        if (problem is not null)
            return (null, problem);
        if (reader is not null)
        {
            var (recorded, matter) = Recorded.One(reader, path, isFirst);
            return (recorded is null || before is null ? recorded : recorded with { Snapshot = recorded.Snapshot.After(before) }, matter);
        }
        var name = Printable.From(path);
        if (KernelFile.Open(path) is not (>= 0 and var file))
            return (null, Refused(name, KernelFile.LastError()));
        try
        {
            if (FileKinds.Of(file) == FileKind.Folder)
                return LoadFolder(path, before);
            var (snapshot, trouble) = Parse(file, name, before);
            return snapshot is null ? (null, trouble) : (Sample(ProcessInfo.Unknown, snapshot, WrittenAt(path)), null);
        }
        finally
        {
            _ = KernelFile.Close(file);
        }
    }

    /// <summary>Reads the text of smaps from standard input, to its end.</summary>
    /// <param name="before">The mappings that are to be told apart from these; null for none.</param>
    /// <param name="file">The descriptor that is read.</param>
    /// <returns>The sample, or what is the matter.</returns>
    public static (Sample? Sample, Trouble? Trouble) FromInput(Snapshot? before = null, int file = 0)
    {
        var (snapshot, trouble) = Parse(file, "standard input", before);
        return snapshot is null ? (null, trouble) : (Sample(ProcessInfo.Unknown, snapshot, DateTimeOffset.Now), null);
    }

    private static (Sample? Sample, Trouble? Trouble) LoadFolder(string path, Snapshot? before)
    {
        var smaps = Path.Combine(path, "smaps");
        var name = Printable.From(smaps);
        if (KernelFile.Open(smaps) is not (>= 0 and var file))
        {
            var answer = KernelFile.LastError();
            return (null, answer == Errno.NoSuchFile
                ? new(TroubleKind.NotSmaps, $"the folder {Printable.From(path)} holds no file called smaps; {HowTo}")
                : Refused(name, answer));
        }
        try
        {
            var (snapshot, trouble) = Parse(file, name, before);
            return snapshot is null ? (null, trouble) : (Sample(SavedProcess.In(path), snapshot, WrittenAt(smaps)), null);
        }
        finally
        {
            _ = KernelFile.Close(file);
        }
    }

    private static (Snapshot? Snapshot, Trouble? Trouble) Parse(int file, string name, Snapshot? before)
    {
        var kind = FileKinds.Of(file);
        if (kind == FileKind.Device)
            return (null, NotSmaps($"{name} is a device, not a file"));
        if (kind == FileKind.Folder)
            return (null, NotSmaps($"{name} is a folder, not a file"));
        var parser = new SmapsParser();
        parser.Begin(before);
        var read = 0L;
        var answer = KernelFile.Read(
            file,
            bytes =>
            {
                parser.Feed(bytes);
                read += bytes.Length;
                return !parser.HasFailed && read < MostBytes;
            },
            waits: true);
        if (answer != Errno.None)
            return (null, Refused(name, answer));
        if (read >= MostBytes)
            return (null, NotSmaps($"{name} goes on for more than a gibibyte, which no smaps does"));
        if (!parser.TryEnd(out var snapshot, out var error))
            return (null, NotSmaps($"{name}, line {error.Line.ToString(CultureInfo.InvariantCulture)}: {Printable.From(error.Problem)}"));
        if (snapshot.Mappings.IsEmpty)
            return (null, NotSmaps($"{name}, line 1: there is nothing in it{(kind == FileKind.Pipe ? ", a pipe that nobody has written into" : "")}"));
        return snapshot.Mappings[0].Name.Text == "[rollup]"
            ? (null, NotSmaps($"{name}, line 1: this is smaps_rollup, which has only the sums"))
            : (snapshot, null);
    }

    private static Sample Sample(ProcessInfo process, Snapshot snapshot, DateTimeOffset time) =>
        new(process, snapshot, time, TimeSpan.Zero, null, Limits.None);

    /// <summary>When the file was written is when its process was as it says.</summary>
    private static DateTimeOffset WrittenAt(string path) => new(File.GetLastWriteTime(path));

    private static Trouble NotSmaps(string what) => new(TroubleKind.NotSmaps, $"{what}; {HowTo}");

    private static Trouble Refused(string name, Errno answer) => answer switch
    {
        Errno.NoSuchFile or Errno.NoFolder or Errno.NameTooLong or Errno.TooManyLinks => new(
            TroubleKind.NotFound, $"there is no file or folder {name}; give the number or the name of a process, or where its smaps is saved"),
        Errno.NoSuchProcess => new(TroubleKind.NotFound, $"the process of {name} has ended; smapstop without a target lists those there are"),
        Errno.AccessDenied or Errno.NotPermitted => new(
            TroubleKind.NotPermitted, $"{name} may not be read; it takes the user it belongs to, or root"),
        _ => new(TroubleKind.NotPermitted, $"{name} cannot be read: the kernel answers with error {((int)answer).ToString(CultureInfo.InvariantCulture)}; copy it elsewhere and try again"),
    };
}
