using SmapsTop.Core.Proc;

namespace SmapsTop.Core.Tests.Proc;

public sealed class ListTests : IDisposable
{
    private readonly ProcTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Every_process_is_listed_in_the_order_of_its_number()
    {
        foreach (var capture in Fixture.Names.Reverse())
            _tree.Add(capture);
        _tree.Add(pid: 99);
        _tree.Write("self/stat", "1 (x)");
        _tree.Write("1000/stat", "no stat at all");
        var list = _tree.Proc.List();
        Assert.Equal([99, .. Enumerable.Range(ProcTree.Pid, Fixture.Names.Length)], list.Select(process => process.Pid));
        Assert.All(list, process => Assert.Equal(process, _tree.Proc.Find(process.Pid)));
    }

    [Theory]
    [InlineData("zoo", 4, 33868, 0, 35, "zoo", "zoo zoodir")]
    [InlineData("dotnet", 15, 79604, 0, 34, "app", "/opt/app/app")]
    [InlineData("postgres", 1, 29548, 0, 34, "postgres", "/usr/lib/postgresql/15/bin/postgres -D /srv/pg -p 5499 -k /tmp")]
    [InlineData("swapped", 1, 42588, 32768, 33, "sw", "./sw")]
    public void A_process_is_described(string capture, int threads, long rss, long swap, int minutes, string name, string command)
    {
        var process = _tree[_tree.Add(capture).Pid];
        Assert.Equal((name, command, threads), (process.Name, process.Command, process.Threads));
        Assert.Equal((rss, swap, TimeSpan.FromMinutes(minutes)), (process.Rss, process.Swap, process.Age));
        Assert.Equal((ProcTree.PidOf(capture), 'S', "sleeping", true), (process.Pid, process.State, process.StateWord, process.IsReadable));
    }

    [Theory]
    [InlineData("0", "root")]
    [InlineData("66", @"ev\x1bil")]
    [InlineData("67", @"jürgen\u202e")]
    [InlineData("12345", "12345")]
    public void The_user_is_the_effective_one_by_name(string effective, string name)
    {
        var process = _tree.Add();
        Status(process, $"Uid:\t7\t{effective}\t7\t7\n");
        Assert.Equal(name, _tree[process.Pid].User);
    }

    [Fact]
    public void What_the_kernel_does_not_tell_is_not_known()
    {
        var process = _tree.Add();
        Status(process, "Name:\tzoo\n");
        foreach (var file in new[] { $"{process.Pid}/statm", "uptime", "sys/vm/max_map_count" })
            File.Delete(_tree.PathOf(file));
        var described = _tree[process.Pid];
        Assert.Equal(("–", null, null, null), (described.User, described.Rss, described.Swap, described.Age));
        Assert.Null(_tree.Sample(process).Limits.MostMappings);
    }

    [Fact]
    public void A_process_from_the_future_has_no_age()
    {
        var process = _tree.Add();
        _tree.Write("uptime", "1.00 1.00\n");
        Assert.Null(_tree[process.Pid].Age);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0")]
    public void Without_a_command_line_the_name_stands_in_brackets(string cmdline)
    {
        var process = _tree.Add();
        _tree.Write($"{process.Pid}/cmdline", cmdline);
        Assert.Equal("[zoo]", _tree[process.Pid].Command);
    }

    [Fact]
    public void Arguments_are_parted_by_spaces_and_printable()
    {
        var process = _tree.Add();
        _tree.Write($"{process.Pid}/cmdline", "/bin/a\0-b\0\u001b[2J\n\0\0");
        Assert.Equal(@"/bin/a -b \x1b[2J\n", _tree[process.Pid].Command);
    }

    [Fact]
    public void A_hostile_name_moves_no_field_and_is_printable()
    {
        var process = _tree.Add();
        _tree.SetStat($"{process.Pid}/stat", (2, "(a) R 1 (\u001b]0;x\n)"));
        var hostile = _tree[process.Pid];
        Assert.Equal(@"a) R 1 (\x1b]0;x\n", hostile.Name);
        Assert.Equal(('S', 4, process), (hostile.State, hostile.Threads, hostile.Identity));
        Assert.Equal([hostile], _tree.Proc.List());
    }

    [Fact]
    public void Kernel_threads_are_not_listed_but_found()
    {
        var process = _tree.Add();
        Assert.Single(_tree.Proc.List());
        _tree.SetStat($"{process.Pid}/stat", (9, $"{0x200000 | 0x40}"));
        Assert.Empty(_tree.Proc.List());
        Assert.NotNull(_tree.Proc.Find(process.Pid));
    }

    [Fact]
    public void A_number_that_no_process_has_finds_nothing()
    {
        _tree.Add();
        Assert.Null(_tree.Proc.Find(ProcTree.Pid + 1));
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void Pss_is_that_of_the_rollup(string capture)
    {
        var process = _tree.Add(capture);
        Assert.Equal(ProcTree.Numbers(_tree.PathOf($"{process.Pid}/smaps_rollup"))["Pss"], _tree.Proc.Pss(process));
    }

    [Fact]
    public void Pss_is_not_known_where_it_cannot_be_read()
    {
        var process = _tree.Add();
        Assert.Null(_tree.Proc.Pss(process with { StartTicks = process.StartTicks + 1 }));
        Assert.Null(_tree.Proc.Pss(process with { Pid = process.Pid + 1 }));
        _tree.Write($"{process.Pid}/smaps_rollup", "");
        Assert.Null(_tree.Proc.Pss(process));
        File.Delete(_tree.PathOf($"{process.Pid}/smaps_rollup"));
        Assert.Null(_tree.Proc.Pss(process));
    }

    private void Status(ProcessIdentity process, string text) => _tree.Write($"{process.Pid}/status", text);
}
