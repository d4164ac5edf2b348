using SmapsTop.Core.Proc;
using SmapsTop.Core.Saved;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Proc;

public sealed class LookTests : IDisposable
{
    private readonly ProcTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void A_look_sees_the_mappings(string capture)
    {
        var process = _tree.Add(capture);
        var sample = _tree.Sample(process);
        Assert.Equal(ProcTree.Numbers(_tree.PathOf($"{process.Pid}/smaps_rollup"))["Rss"], sample.Snapshot.Totals[SmapsField.Rss]);
        Assert.Equal(Fixture.Smaps(capture).Mappings.Select(mapping => mapping.Start), sample.Snapshot.Mappings.Select(mapping => mapping.Start));
        Assert.Equal(_tree[process.Pid], sample.Process);
        Assert.Equal((ProcTree.Now, TimeSpan.FromSeconds(1), null, 65530), (sample.Time, sample.Cost, sample.Thread, sample.Limits.MostMappings));
    }

    [Fact]
    public void An_unchanged_process_has_the_same_snapshot()
    {
        var process = _tree.Add();
        var first = _tree.Sample(process);
        var second = _tree.Sample(process, first);
        Assert.Same(first.Snapshot, second.Snapshot);
        Assert.True(second.ShowsTheSame(first));
        _tree.SetStat(Stat(process), (3, "R"));
        Assert.False(_tree.Sample(process, first).ShowsTheSame(first));
    }

    [Fact]
    public void Another_start_is_another_process()
    {
        var process = _tree.Add();
        _tree.SetStat(Stat(process), (22, "86925"));
        Assert.Equal("zoo zoodir", _tree.Unseen(process, UnseenReason.Replaced));
    }

    [Theory]
    [InlineData(26)]
    [InlineData(28)]
    public void Another_address_of_code_or_stack_is_another_program(int field)
    {
        var process = _tree.Add();
        _tree.SetStat(Stat(process), (field, "4096"));
        Assert.Equal("zoo zoodir", _tree.Unseen(process, UnseenReason.OtherProgram));
    }

    [Fact]
    public void Addresses_that_are_kept_from_us_say_nothing()
    {
        var process = _tree.Add();
        _tree.SetStat(Stat(process), (26, "1"), (28, "0"));
        _tree.Sample(process);
        var unknown = _tree[process.Pid].Identity;
        _tree.SetStat(Stat(process), (26, "4096"), (28, "4096"));
        _tree.Sample(unknown);
    }

    [Fact]
    public void Mappings_of_a_process_that_has_none_any_more_are_torn_and_not_shown()
    {
        var process = _tree.Add();
        _tree.SetStat(Stat(process), (26, "0"), (28, "0"));
        _tree.Unseen(process, UnseenReason.NoMemory);
        _tree.SetStat(Stat(process), (3, "Z"));
        _tree.Unseen(process, UnseenReason.Zombie);
        AddThread(process, 201, "S");
        _tree.SetStat($"{process.Pid}/task/201/stat", (26, "0"));
        _tree.Unseen(process, UnseenReason.NoMemory);
    }

    [Fact]
    public void A_kernel_thread_has_no_memory()
    {
        var process = Empty();
        _tree.SetStat(Stat(process), (9, $"{0x208040}"), (26, "0"), (28, "0"));
        _tree.Unseen(_tree[process.Pid].Identity, UnseenReason.KernelThread);
    }

    [Fact]
    public void A_zombie_has_no_memory_any_more()
    {
        var process = Empty();
        _tree.SetStat(Stat(process), (3, "Z"));
        AddThread(process, process.Pid, "Z");
        AddThread(process, 201, "Z");
        _tree.Unseen(process, UnseenReason.Zombie);
        Directory.Delete(_tree.PathOf($"{process.Pid}/task"), recursive: true);
        _tree.Unseen(process, UnseenReason.Zombie);
    }

    [Fact]
    public void A_process_whose_leader_is_gone_is_read_through_a_thread()
    {
        var process = Empty();
        _tree.SetStat(Stat(process), (3, "Z"));
        AddThread(process, process.Pid, "Z");
        AddThread(process, 201, "X");
        AddThread(process, 1005, "S");
        var sample = _tree.Sample(process);
        Assert.Equal((1005, 33868), (sample.Thread, sample.Snapshot.Totals[SmapsField.Rss]));
        Assert.Same(sample.Snapshot, _tree.Sample(process, sample).Snapshot);
    }

    [Fact]
    public void A_living_process_without_mappings_is_just_starting_or_ending()
    {
        _tree.Unseen(Empty(), UnseenReason.NoMemory);
        Assert.False(UnseenReason.NoMemory.IsFinal);
    }

    [Theory]
    [InlineData("what is this\n", 1)]
    [InlineData("1000-2000 rw-p 00000000 00:00 0 \nSize: 4 kB\nRss: four kB\n", 3)]
    public void Smaps_that_cannot_be_understood_names_the_line(string smaps, int line)
    {
        var process = _tree.Add();
        _tree.Write(Smaps(process), smaps);
        Assert.StartsWith($"line {line}: ", _tree.Unseen(process, UnseenReason.NotUnderstood));
        Assert.Contains($"line {line}: ", UnseenReason.NotUnderstood.Sentence(_tree.Unseen(process, UnseenReason.NotUnderstood)));
    }

    [Fact]
    public void A_folder_that_is_gone_is_a_process_that_has_ended()
    {
        var process = _tree.Add();
        File.Delete(_tree.PathOf(Smaps(process)));
        _tree.Unseen(process, UnseenReason.Ended);
        Directory.Delete(_tree.PathOf($"{process.Pid}"), recursive: true);
        _tree.Unseen(process, UnseenReason.Ended);
    }

    [Theory]
    [InlineData("hidepid=invisible", "0000000000000000", true)]
    [InlineData("gid=7,hidepid=2", "fffffffffff7ffff", true)]
    [InlineData("hidepid=1", "0000000000080000", false)]
    [InlineData("hidepid=0", "0000000000000000", false)]
    [InlineData("gid=7", "0000000000000000", false)]
    public void A_process_that_is_not_there_may_be_hidden(string options, string capabilities, bool isHidden)
    {
        var process = _tree.Add();
        var root = _tree.PathOf("").TrimEnd('/');
        _tree.Write("self/mountinfo", $"22 1 0:21 / / rw - ext4 /dev/x rw\n23 22 0:22 / {root} rw - proc proc rw,hidepid=2\n23 22 0:22 / {root} rw,nosuid shared:13 - proc proc rw,{options}\n");
        _tree.Write("self/status", $"Name:\tx\nCapPrm:\t0\nCapEff:\t{capabilities}\n");
        Directory.Delete(_tree.PathOf($"{process.Pid}"), recursive: true);
        _tree.Unseen(process, isHidden ? UnseenReason.Hidden : UnseenReason.Ended);
        Assert.Equal(isHidden, _tree.Proc.HidesProcesses);
        Assert.Equal(isHidden, LiveTarget.Find(_tree.Proc, "7").Trouble!.Sentence.Contains("hidepid", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_answer_of_the_kernel_is_named_by_its_number()
    {
        var process = _tree.Add();
        File.Delete(_tree.PathOf(Smaps(process)));
        Directory.CreateDirectory(_tree.PathOf(Smaps(process)));
        Assert.Equal("21", _tree.Unseen(process, UnseenReason.Failed));
    }

    [Fact]
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    public void What_may_not_be_read_says_whose_it_is()
    {
        var process = _tree.Add();
        var other = _tree.Add("node");
        File.SetUnixFileMode(_tree.PathOf(""), (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(_tree.PathOf(Smaps(process)), UnixFileMode.None);
        File.SetUnixFileMode(_tree.PathOf(Stat(other)), UnixFileMode.None);
        File.SetUnixFileMode(_tree.PathOf($"{other.Pid}/status"), UnixFileMode.None);
        using var nobody = new Nobody();
        Assert.Equal("root", _tree.Unseen(process, UnseenReason.Denied));
        Assert.False(_tree[process.Pid].IsReadable);
        // With hidepid=1 not even these may be read, but they are there.
        Assert.Equal("another user", _tree.Unseen(other, UnseenReason.Denied));
    }

    [Fact]
    public void A_cancelled_look_stops()
    {
        var process = _tree.Add();
        Assert.Throws<OperationCanceledException>(() => _tree.Proc.Look(process, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Every_reason_has_a_sentence_and_a_remedy() => Assert.All(UnseenReason.All, reason =>
    {
        Assert.DoesNotContain("{0}", reason.Sentence("detail"));
        Assert.EndsWith(".", reason.Sentence("detail"));
        Assert.EndsWith(".", reason.Remedy);
        Assert.NotEmpty(reason.Word);
    });

    private static string Stat(ProcessIdentity process) => $"{process.Pid}/stat";

    private static string Smaps(ProcessIdentity process) => $"{process.Pid}/smaps";

    private ProcessIdentity Empty()
    {
        var process = _tree.Add();
        _tree.Write(Smaps(process), "");
        return process;
    }

    private void AddThread(ProcessIdentity process, int thread, string state)
    {
        var folder = $"{process.Pid}/task/{thread}/";
        _tree.Write(folder + "stat", File.ReadAllBytes(_tree.PathOf(Stat(process))));
        _tree.SetStat(folder + "stat", (1, $"{thread}"), (3, state));
        _tree.Write(folder + "smaps", state == "S" ? Fixture.Bytes("zoo", "smaps") : []);
    }
}
