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

    private static readonly byte[][] OfKernel =
        [.. from name in (string[])["vdso", "vvar", "vvar_vclock", "vsyscall", "vectors", "sigpage", "uprobes"] select Encoding.ASCII.GetBytes($"[{name}]")];

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
    /// see <see cref="TellLibraries"/>.
    /// </summary>
    /// <param name="header">Its header.</param>
    /// <param name="name">Its name.</param>
    /// <param name="flags">The codes of its VmFlags line; null if it has none.</param>
    /// <param name="pageSize">Its page size in kB; null if it is not known.</param>
    internal static MappingKind Of(in SmapsHeader header, MappingName name, string? flags, long? pageSize)
    {
        if (header.Permissions.StartsWith("---", StringComparison.Ordinal) && !Mapping.IsOfKernelFrom(header.Start))
            return Reserved;
        if (Mapping.HasFlag(flags, "ht") || pageSize >= 2048)
            return Huge;
        if (name.IsEmpty)
            return Anon;
        return name.Bytes[0] switch
        {
            (byte)'[' => OfPseudoPath(name.Bytes),
            (byte)'/' => OfPath(name.Bytes),
            _ => File,
        };
    }

    /// <summary>Tells libraries from other files: a file with an executable mapping is one, in all its mappings.</summary>
    internal static void TellLibraries(Span<Mapping> mappings)
    {
        var libraries = new HashSet<MappingName>();
        foreach (var mapping in mappings)
            if (IsFile(mapping.Kind) && mapping.Name.IsPath && mapping.Permissions[2] == 'x')
                libraries.Add(mapping.Name);
        foreach (ref var mapping in mappings)
            if (IsFile(mapping.Kind) && (libraries.Contains(mapping.Name) ? Lib : File) is var kind && kind != mapping.Kind)
                mapping = mapping with { Kind = kind };
    }

    /// <summary>True for the two kinds of mapped files.</summary>
    private static bool IsFile(MappingKind kind) => kind == File || kind == Lib;

    private static MappingKind OfPseudoPath(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("[heap]"u8))
            return Heap;
        if (name.SequenceEqual("[stack]"u8) || name.StartsWith("[stack:"u8))
            return Stack;
        if (name.StartsWith("[anon_shmem:"u8))
            return Shm;
        foreach (var known in OfKernel)
            if (name.SequenceEqual(known))
                return Vdso;
        return Anon;
    }

    private static MappingKind OfPath(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith("/memfd:"u8))
            return Memfd;
        if (name.StartsWith("/SYSV"u8) || name.StartsWith("/dev/shm/"u8) || name.SequenceEqual("/dev/zero (deleted)"u8))
            return Shm;
        return name.StartsWith("/anon_hugepage"u8) ? Huge : File;
    }
}
