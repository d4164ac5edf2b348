using System.Collections.Immutable;
using System.Text;

namespace SmapsTop.Core.Smaps;

/// <summary>What a mapping is for, as far as its header and flags tell.</summary>
public sealed class MappingKind
{
    private static readonly List<MappingKind> Declared = [];

    /// <summary>The brk heap.</summary>
    public static readonly MappingKind Heap = new("heap", "the heap that grows by brk; malloc also uses anon");

    /// <summary>The main thread's stack.</summary>
    public static readonly MappingKind Stack = new("stack", "the main thread's stack; other threads' stacks are anon");

    /// <summary>A file with an executable mapping, with all mappings of that file.</summary>
    public static readonly MappingKind Lib = new("lib", "a program or library: a file with an executable mapping, and that file's other mappings");

    /// <summary>Another mapped file.</summary>
    public static readonly MappingKind File = new("file", "another mapped file");

    /// <summary>Memory of no file.</summary>
    public static readonly MappingKind Anon = new("anon", "memory of no file: malloc, thread stacks, what runtimes allocate");

    /// <summary>Shared memory: System V, /dev/shm, shared anonymous.</summary>
    public static readonly MappingKind Shm = new("shm", "shared memory: System V, /dev/shm, or anonymous and shared");

    /// <summary>A memfd.</summary>
    public static readonly MappingKind Memfd = new("memfd", "a file that lives in memory only (memfd_create)");

    /// <summary>Hugetlb pages.</summary>
    public static readonly MappingKind Huge = new("huge", "hugetlb pages, which no Rss and no Pss counts");

    /// <summary>What the kernel maps into every process.</summary>
    public static readonly MappingKind Vdso = new("vdso", "what the kernel maps into every process: vdso, vvar, vsyscall");

    /// <summary>Address space without access.</summary>
    public static readonly MappingKind Reserved = new("reserved", "address space without access (---p): set aside, mostly without memory");

    private MappingKind(string name, string meaning)
    {
        Name = name;
        Meaning = meaning;
        Declared.Add(this);
    }

    /// <summary>Every kind.</summary>
    public static ImmutableArray<MappingKind> All { get; } = [.. Declared];

    /// <summary>The word in the column KIND.</summary>
    public string Name { get; }

    /// <summary>What the word says, in one line.</summary>
    public string Meaning { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>
    /// The kind of a mapping by itself. Whether a file is a library is told by its siblings:
    /// see <see cref="IsLibraryCode"/>.
    /// </summary>
    public static MappingKind Of(Mapping mapping)
    {
        if (mapping.Permissions.StartsWith("---", StringComparison.Ordinal) && !mapping.IsOfKernel)
            return Reserved;
        if (mapping.HasFlag("ht") || mapping.Amounts[SmapsField.KernelPageSize] >= 2048)
            return Huge;
        var name = mapping.Name.Bytes;
        if (name.IsEmpty)
            return Anon;
        return name[0] switch
        {
            (byte)'[' => OfPseudoPath(name),
            (byte)'/' => OfPath(name),
            _ => File,
        };
    }

    /// <summary>True if the mapping makes every mapping of its file a library's.</summary>
    public static bool IsLibraryCode(Mapping mapping) =>
        mapping.Name.IsPath && mapping.Permissions[2] == 'x' && Of(mapping) == File;

    private static MappingKind OfPseudoPath(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name) switch
    {
        "[heap]" => Heap,
        "[stack]" => Stack,
        "[vdso]" or "[vvar]" or "[vvar_vclock]" or "[vsyscall]" or "[vectors]" or "[sigpage]" or "[uprobes]" => Vdso,
        var other when other.StartsWith("[stack:", StringComparison.Ordinal) => Stack,
        var other when other.StartsWith("[anon_shmem:", StringComparison.Ordinal) => Shm,
        _ => Anon,
    };

    private static MappingKind OfPath(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith("/memfd:"u8))
            return Memfd;
        if (name.StartsWith("/SYSV"u8) || name.StartsWith("/dev/shm/"u8) || name.SequenceEqual("/dev/zero (deleted)"u8))
            return Shm;
        return name.StartsWith("/anon_hugepage"u8) ? Huge : File;
    }
}
