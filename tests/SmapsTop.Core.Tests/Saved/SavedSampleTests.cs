using System.Runtime.Versioning;
using System.Text;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Saved;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.Proc;
using SmapsTop.Core.Tests.Smaps;

namespace SmapsTop.Core.Tests.Saved;

[SupportedOSPlatform("linux")]
public sealed class SavedSampleTests : SavedFiles
{
    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void A_file_has_the_mappings_and_says_nothing_of_the_process(string capture)
    {
        var path = Path.Combine(Fixture.Folder(capture), "smaps");
        var sample = Loaded(SavedSample.Load(path));
        Assert.Equal(Fixture.Smaps(capture).Mappings.Length, sample.Snapshot.Mappings.Length);
        Assert.All(sample.Snapshot.Mappings.Zip(Fixture.Smaps(capture).Mappings), pair => Assert.True(pair.First.SaysTheSame(pair.Second)));
        Assert.Same(ProcessInfo.Unknown, sample.Process);
        Assert.Equal(File.GetLastWriteTime(path), sample.Time.LocalDateTime);
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void A_folder_has_the_process_too(string capture)
    {
        var process = Loaded(SavedSample.Load(Fixture.Folder(capture))).Process;
        Assert.Equal(Fixture.Lines(capture, "comm")[0], process.Name);
        Assert.Equal(int.Parse(Fixture.Lines(capture, "stat")[0].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), process.Pid);
        Assert.Equal(Printable.From(Encoding.UTF8.GetString(Fixture.Bytes(capture, "cmdline")).TrimEnd('\0').Replace('\0', ' ')), process.Command);
        Assert.True(process.Threads > 0);
        Assert.Matches("^[0-9]+$", process.User);
    }

    [Fact]
    public void What_stat_would_tell_is_taken_from_status_and_comm_where_that_is_missing()
    {
        foreach (var file in new[] { "smaps", "status", "comm" })
            Write($"half/{file}", Fixture.Bytes("zoo", file));
        var whole = Loaded(SavedSample.Load(Fixture.Folder("zoo"))).Process;
        var half = Loaded(SavedSample.Load(PathOf("half"))).Process;
        Assert.Equal((whole.Pid, whole.Name, whole.State, whole.Threads, whole.User, "[zoo]"), (half.Pid, half.Name, half.State, half.Threads, half.User, half.Command));
    }

    [Fact]
    public void Smaps_alone_is_enough()
    {
        Write("alone/smaps", Fixture.Bytes("zoo", "smaps"));
        Assert.Equal(ProcessInfo.Unknown, Loaded(SavedSample.Load(PathOf("alone"))).Process with { IsReadable = true });
    }

    [Theory]
    [InlineData("stat", "7 (x) \e 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 -3 0 5 0 0 0 0 0 0 0")]
    [InlineData("status", "Name:\tx\nState:\t\e[31m\nPid:\t7\n")]
    public void A_state_that_is_no_letter_is_unknown(string file, string text)
    {
        Write("f/smaps", Fixture.Bytes("zoo", "smaps"));
        Write($"f/{file}", Encoding.ASCII.GetBytes(text));
        var process = Loaded(SavedSample.Load(PathOf("f"))).Process;
        Assert.Equal((7, "state ?"), (process.Pid, process.StateWord));
    }

    [Fact]
    public void What_is_not_there_is_not_found() => Refused(SavedSample.Load(PathOf("no\e[31mne")), TroubleKind.NotFound, "no\\x1b[31mne");

    [Fact]
    public void Below_a_file_nothing_is_found() => Refused(SavedSample.Load(Write("f", 1) + "/x"), TroubleKind.NotFound, "f/x");

    [Fact]
    public void A_circle_of_links_is_not_found()
    {
        File.CreateSymbolicLink(PathOf("a"), PathOf("a"));
        Refused(SavedSample.Load(PathOf("a")), TroubleKind.NotFound);
    }

    [Fact]
    public void What_may_not_be_read_is_not_permitted()
    {
        var file = Write("secret", Fixture.Bytes("zoo", "smaps"));
        File.SetUnixFileMode(file, UnixFileMode.None);
        using (new Nobody())
            Refused(SavedSample.Load(file), TroubleKind.NotPermitted, "secret", "root");
    }

    [Fact]
    public void An_empty_file_is_no_smaps() => Refused(SavedSample.Load(Write("empty")), TroubleKind.NotSmaps, "empty, line 1");

    [Fact]
    public void A_folder_without_smaps_is_no_smaps() => Refused(SavedSample.Load(Path.GetDirectoryName(Write("other/file"))!), TroubleKind.NotSmaps, "other", "smaps");

    [Fact]
    public void A_folder_called_smaps_is_no_smaps()
    {
        Directory.CreateDirectory(PathOf("f/smaps"));
        Refused(SavedSample.Load(PathOf("f")), TroubleKind.NotSmaps, "f/smaps is a folder");
    }

    [Fact]
    public void Garbage_is_named_with_its_line()
    {
        var text = SmapsText.Vm(0x1000, 0x2000) + "Rss: lots\e[31m\n";
        Refused(SavedSample.Load(Write("garbage", Encoding.UTF8.GetBytes(text))), TroubleKind.NotSmaps, "garbage, line 4", "cat /proc/PID/smaps");
    }

    [Theory]
    [InlineData("maps")]
    [InlineData("smaps_rollup")]
    [InlineData("status")]
    [InlineData("stat")]
    [InlineData("cmdline")]
    public void Other_files_of_the_kernel_are_no_smaps(string file) =>
        Refused(SavedSample.Load(Path.Combine(Fixture.Folder("zoo"), file)), TroubleKind.NotSmaps, $"{file}, line 1");

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    [InlineData("/dev/urandom")]
    public void A_device_is_not_read(string device)
    {
        Refused(SavedSample.Load(device), TroubleKind.NotSmaps, $"{device} is a device");
        Directory.CreateDirectory(PathOf("f"));
        File.CreateSymbolicLink(PathOf("f/smaps"), device);
        Refused(SavedSample.Load(PathOf("f")), TroubleKind.NotSmaps, "f/smaps is a device");
    }

    [Fact]
    public void A_folder_whose_other_files_are_devices_and_pipes_is_read_all_the_same()
    {
        Write("f/smaps", Fixture.Bytes("zoo", "smaps"));
        File.CreateSymbolicLink(PathOf("f/stat"), "/dev/zero");
        Pipe("f/status");
        Assert.Equal(59, Loaded(SavedSample.Load(PathOf("f"))).Snapshot.Mappings.Length);
    }

    [Fact]
    public void A_pipe_that_nobody_writes_is_empty() => Refused(SavedSample.Load(Pipe("pipe")), TroubleKind.NotSmaps, "pipe, line 1");

    [Fact]
    public async Task A_pipe_whose_writer_waits_for_a_reader_is_opened_once()
    {
        var pipe = Pipe("pipe");
        var writing = Task.Run(() => WriteWhole(pipe, Fixture.Bytes("dotnet", "smaps")), TestContext.Current.CancellationToken);
        // Before the writer has come there is nothing to read.
        Sample? sample = null;
        Assert.True(SpinWait.SpinUntil(() => (sample = SavedSample.Load(pipe).Sample) is not null, TimeSpan.FromSeconds(30)));
        Assert.Equal(559, sample!.Snapshot.Mappings.Length);
        await writing;
    }

    [Fact]
    public async Task A_pipe_is_read_until_its_writer_has_gone()
    {
        var pipe = Pipe("pipe");
        // Open both ways, so that neither side waits for the other.
        await using var writer = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 1);
        var loading = Task.Run(() => SavedSample.Load(pipe), TestContext.Current.CancellationToken);
        foreach (var part in Fixture.Bytes("zoo", "smaps").Chunk(10_000))
            await writer.WriteAsync(part, TestContext.Current.CancellationToken);
        // What fits into the pipe may not have been read yet; who closes it now must not take it along.
        Assert.True(SpinWait.SpinUntil(() => loading.IsCompleted || IsDrained(writer), TimeSpan.FromSeconds(30)));
        await writer.DisposeAsync();
        Assert.Equal(59, Loaded(await loading).Snapshot.Mappings.Length);
    }

    [Fact]
    public void A_file_that_is_no_smaps_is_not_read_to_its_end()
    {
        var path = PathOf("sparse");
        using (var file = File.Create(path))
            file.SetLength(1L << 40);
        Refused(SavedSample.Load(path), TroubleKind.NotSmaps, "sparse, line 1");
    }

    [Fact]
    public void The_second_of_two_knows_the_mappings_of_the_first()
    {
        var first = Loaded(SavedSample.Load(Fixture.Folder("zoo")));
        var second = Loaded(SavedSample.Load(Fixture.Folder("zoo"), first.Snapshot));
        Assert.Same(first.Snapshot, second.Snapshot);
    }

    /// <summary>Writes into a pipe, again if its reader has gone: it may have looked just before there was anything.</summary>
    private static void WriteWhole(string pipe, byte[] bytes)
    {
        var isWritten = false;
        while (!isWritten)
        {
            try
            {
                File.WriteAllBytes(pipe, bytes);
                isWritten = true;
            }
            catch (IOException)
            {
                Thread.Yield();
            }
        }
    }

    private static unsafe bool IsDrained(FileStream pipe)
    {
        var left = 0;
        Assert.Equal(0, HowMuch((int)pipe.SafeFileHandle.DangerousGetHandle(), 0x541B, &left));
        return left == 0;
    }

    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "ioctl")]
    private static extern unsafe int HowMuch(int file, ulong request, int* answer);
}
