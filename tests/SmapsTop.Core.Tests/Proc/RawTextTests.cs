using System.Buffers;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Proc;

public sealed class RawTextTests : IDisposable
{
    private readonly ProcTree _tree = new();
    private readonly ArrayBufferWriter<byte> _text = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void A_look_gives_the_text_that_it_read(string capture)
    {
        var process = _tree.Add(capture);
        for (var i = 0; i < 2; i++)
        {
            Look(process);
            Assert.True(_text.WrittenSpan.SequenceEqual(Fixture.Bytes(capture, "smaps")));
        }
    }

    [Fact]
    public void The_text_read_through_a_thread_is_that_of_the_thread()
    {
        var process = _tree.Add();
        _tree.SetStat($"{process.Pid}/stat", (3, "Z"));
        _tree.Write($"{process.Pid}/smaps", "");
        _tree.Write($"{process.Pid}/task/1005/stat", File.ReadAllBytes(_tree.PathOf($"{process.Pid}/stat")));
        _tree.SetStat($"{process.Pid}/task/1005/stat", (1, "1005"), (3, "S"));
        _tree.Write($"{process.Pid}/task/1005/smaps", Fixture.Bytes("node", "smaps"));
        Assert.Equal(1005, Look(process).Thread);
        Assert.True(_text.WrittenSpan.SequenceEqual(Fixture.Bytes("node", "smaps")));
    }

    [Fact]
    public void Of_parts_that_were_joined_meanwhile_the_text_has_only_the_whole()
    {
        var process = _tree.Add();
        var smaps = System.Text.Encoding.Latin1.GetString(Fixture.Bytes("zoo", "smaps"));
        var end = smaps.IndexOf("VmFlags", StringComparison.Ordinal);
        var first = smaps[..(smaps.IndexOf('\n', end) + 1)];
        var range = first[..first.IndexOf(' ', StringComparison.Ordinal)].Split('-');
        // The first mapping once more, a page longer, as the kernel prints it when it has grown into what follows.
        var longer = first.Replace(range[1], $"{Convert.ToUInt64(range[1], 16) + 4096:x}", StringComparison.Ordinal);
        var joined = longer + smaps[first.Length..];
        _tree.Write($"{process.Pid}/smaps", System.Text.Encoding.Latin1.GetBytes(first + joined));
        Look(process);
        Assert.Equal(joined, System.Text.Encoding.Latin1.GetString(_text.WrittenSpan));
    }

    [Fact]
    public void The_mappings_are_those_of_the_text()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        var proc = new LinuxProc();
        var reading = proc.Look(proc.Find(self.Id)!.Identity, null, _text, TestContext.Current.CancellationToken);
        var read = Assert.IsType<Reading.Seen>(reading).Sample.Snapshot;
        Assert.True(SmapsParser.TryParse(_text.WrittenSpan, out var parsed, out var error), error?.ToString());
        Assert.Equal(parsed.Mappings.Length, read.Mappings.Length);
        Assert.All(parsed.Mappings.Zip(read.Mappings), pair => Assert.True(pair.First.SaysTheSame(pair.Second)));
    }

    private Sample Look(ProcessIdentity process) =>
        Assert.IsType<Reading.Seen>(_tree.Proc.Look(process, null, _text, TestContext.Current.CancellationToken)).Sample;
}
