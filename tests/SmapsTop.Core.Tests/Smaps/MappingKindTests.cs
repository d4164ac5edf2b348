using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class MappingKindTests
{
    [Theory]
    [InlineData("heap", "[heap]")]
    [InlineData("stack", "[stack]")]
    [InlineData("stack", "[stack:1234]")]
    [InlineData("lib", "/usr/lib/libc.so.6", "r-xp")]
    [InlineData("file", "/usr/lib/libc.so.6")]
    [InlineData("file", "/tmp/[heap]")]
    [InlineData("file", "/x (deleted)")]
    [InlineData("file", "/dev/zero")]
    [InlineData("file", "/dev/shmx", "rw-s")]
    [InlineData("file", "socket:[1234]", "rw-s")]
    [InlineData("file", "anon_inode:[perf_event]", "rw-s")]
    [InlineData("anon", "")]
    [InlineData("anon", "", "rwxp")]
    [InlineData("anon", "[anon:x]")]
    [InlineData("anon", "[heap", "rwxp")]
    [InlineData("shm", "[anon_shmem:x]", "rw-s")]
    [InlineData("shm", "/SYSV0000002a (deleted)", "rw-s")]
    [InlineData("shm", "/dev/zero (deleted)", "rw-s")]
    [InlineData("shm", "/dev/shm/x", "rw-s")]
    [InlineData("shm", "/dev/shm/x", "r-xs")]
    [InlineData("memfd", "/memfd:pool one (deleted)", "rw-s")]
    [InlineData("memfd", "/memfd:doublemapper (deleted)", "r-xs")]
    [InlineData("huge", "/anon_hugepage (deleted)")]
    [InlineData("huge", "/dev/hugepages/x", "rw-s", "rd wr sh ht")]
    [InlineData("huge", "/memfd:x (deleted)", "rw-s", "rd wr ht sh")]
    [InlineData("huge", "", "rw-p", "ht")]
    [InlineData("anon", "", "rw-p", "rd hg")]
    [InlineData("vdso", "[vdso]", "r-xp")]
    [InlineData("vdso", "[vvar]", "r--p")]
    [InlineData("vdso", "[vvar_vclock]", "r--p")]
    [InlineData("vdso", "[vsyscall]", "--xp")]
    [InlineData("reserved", "", "---p")]
    [InlineData("reserved", "/usr/lib/libc.so.6", "---p")]
    [InlineData("reserved", "/memfd:doublemapper (deleted)", "---s")]
    public void The_header_and_flags_tell_the_kind(string kind, string name, string permissions = "rw-p", string flags = "rd") =>
        Assert.Equal(kind, SmapsText.One(SmapsText.Vm(0x1000, 0x2000, name, permissions) + SmapsText.Lines("VmFlags: " + flags)).Kind.Name);

    [Theory]
    [InlineData("huge", 2048)]
    [InlineData("anon", 64)]
    public void The_page_size_tells_huge_pages_on_a_kernel_without_flags(string kind, int size) =>
        Assert.Equal(kind, SmapsText.Record($"KernelPageSize: {size} kB").Kind.Name);

    [Fact]
    public void Every_mapping_of_a_library_is_the_librarys()
    {
        var kinds = SmapsText.Parse(
            SmapsText.Vm(0x1000, 0x2000, "/lib/x.so", "r--p") + SmapsText.Vm(0x2000, 0x3000, "/lib/x.so", "r-xp")
            + SmapsText.Vm(0x3000, 0x4000, "/lib/x.so", "---p") + SmapsText.Vm(0x4000, 0x5000, "/lib/x.so") + SmapsText.Vm(0x5000, 0x6000)
            + SmapsText.Vm(0x6000, 0x7000, "/lib/x.dat")).Mappings.Select(mapping => mapping.Kind.Name);
        Assert.Equal(["lib", "lib", "reserved", "lib", "anon", "file"], kinds);
    }

    [Fact]
    public void The_zoo_has_every_kind() =>
        Assert.Equal(MappingKind.All.ToHashSet(), Fixture.Smaps("zoo").Mappings.Select(mapping => mapping.Kind).ToHashSet());

    [Fact]
    public void Every_kind_has_a_name_and_a_meaning()
    {
        Assert.Equal(10, MappingKind.All.Length);
        Assert.Distinct(MappingKind.All.Select(kind => kind.Name));
        Assert.All(MappingKind.All, kind => Assert.NotEmpty(kind.Meaning));
        Assert.All(MappingKind.All, kind => Assert.Equal(kind.Name, kind.ToString()));
    }

    [Fact]
    public void Reserved_address_space_is_told_apart()
    {
        var dotnet = Fixture.Smaps("dotnet");
        Assert.True(dotnet.Reserved > 52_000_000);
        Assert.Equal(dotnet.Reserved, dotnet.Mappings.Where(mapping => mapping.Permissions.StartsWith("---", StringComparison.Ordinal)).Sum(mapping => mapping.Amounts[SmapsField.Size]));
        Assert.Null(Snapshot.Empty.Reserved);
    }
}
