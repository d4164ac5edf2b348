using SmapsTop.Core.Proc;

namespace SmapsTop.Core.Tests.Proc;

public sealed class LimitsReaderTests : IDisposable
{
    private const string NoLimits = """
        Limit                     Soft Limit           Hard Limit           Units
        Max data size             unlimited            unlimited            bytes
        Max address space         unlimited            unlimited            bytes

        """;

    private readonly string _root = Directory.CreateTempSubdirectory("smapstop").FullName;

    private Limits Limits => new LimitsReader(_root + "/proc", _root + "/cgroup").Read(7);

    public void Dispose() => Directory.Delete(_root, true);

    [Fact]
    public void What_is_not_there_is_not_known() => Assert.Equal(Limits.None, Limits);

    [Fact]
    public void Unlimited_is_no_limit()
    {
        Write("proc/7/limits", NoLimits);
        Write("proc/7/cgroup", "0::/app\n");
        Write("cgroup/app/memory.max", "max\n");
        Write("cgroup/app/memory.current", "4096\n");
        Assert.Equal(Limits.None, Limits);
    }

    [Theory]
    [InlineData("/自己的\u202eslice")]
    [InlineData("/esc\e[31m: a:b (deleted)")]
    [InlineData("/0::/x.slice")]
    public void A_group_may_be_called_anything(string name)
    {
        Write("proc/7/cgroup", $"0::{name}\n");
        Write($"cgroup{name}/memory.max", "1048576\n");
        Assert.Equal(new Limits { CgroupMost = 1024 }, Limits);
    }

    [Fact]
    public void Limits_of_process_and_machine_are_read_in_kilobytes()
    {
        Write("proc/7/limits", NoLimits.Replace("data size             unlimited", "data size             1048576  ", StringComparison.Ordinal)
            .Replace("space         unlimited", "space         4194304  ", StringComparison.Ordinal));
        Write("proc/meminfo", "MemTotal:       24684472 kB\nMemFree:         1000 kB\nMemAvailable:   23517120 kB\n");
        Write("proc/sys/vm/max_map_count", "65530\n");
        Assert.Equal(new Limits { Data = 1024, AddressSpace = 4096, Available = 23_517_120, MostMappings = 65530 }, Limits);
    }

    [Fact]
    public void Of_the_groups_of_version_2_the_one_with_the_least_room_counts()
    {
        Write("proc/7/cgroup", "0::/a.slice/b.service/c\n");
        Write("cgroup/a.slice/memory.max", "1073741824\n");
        Write("cgroup/a.slice/memory.current", "1048576\n");
        Write("cgroup/a.slice/b.service/memory.max", "max\n");
        Write("cgroup/a.slice/b.service/c/memory.max", "2147483648\n");
        Write("cgroup/a.slice/b.service/c/memory.current", "524288\n");
        Assert.Equal((1024 * 1024, 1024), (Limits.CgroupMost, Limits.CgroupNow));
        Write("cgroup/a.slice/b.service/c/memory.max", "1048576\n");
        Assert.Equal((1024, 512), (Limits.CgroupMost, Limits.CgroupNow));
    }

    [Fact]
    public void In_a_container_the_root_has_the_limit()
    {
        Write("proc/7/cgroup", "0::/\n");
        Write("cgroup/memory.max", "1048576\n");
        Assert.Equal((1024, null), (Limits.CgroupMost, Limits.CgroupNow));
    }

    [Theory]
    [InlineData("cgroup/memory/docker/x/")]
    [InlineData("cgroup/memory/")]
    public void Version_1_has_other_names(string folder)
    {
        Write("proc/7/cgroup", "12:cpu,cpuacct:/docker/x\n5:memory:/docker/x\n0::/docker/x\n");
        Write(folder + "memory.limit_in_bytes", "1048576\n");
        Write(folder + "memory.usage_in_bytes", "4096\n");
        Assert.Equal((1024, 4), (Limits.CgroupMost, Limits.CgroupNow));
        Write(folder + "memory.limit_in_bytes", "9223372036854771712\n");
        Assert.Null(Limits.CgroupMost);
    }

    [Fact]
    public void A_group_outside_of_our_view_is_not_known()
    {
        Write("proc/7/cgroup", "0::/../other\n");
        Write("cgroup/memory.max", "1048576\n");
        Assert.Null(Limits.CgroupMost);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
