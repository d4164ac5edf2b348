using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace SmapsTop.Subject;

/// <summary>The mappings, made by system calls alone.</summary>
internal static unsafe class Zoo
{
    private const long Megabyte = 1 << 20;
    private const int Page = 4096;

    /// <summary>0644.</summary>
    private const int ForAllToRead = 0x1a4;

    /// <summary>Of so many small mappings one changes at a time: 2 %.</summary>
    private const int Rarity = 50;

    /// <summary>The small mappings.</summary>
    private static readonly List<nint> Small = [];

    private const int MovedAtOnce = 5;

    private static bool _isLarge;
    private static int _moved;

    /// <summary>A name that would switch colours and move the cursor of a terminal that it reached, with a byte that is no UTF-8.</summary>
    private static readonly byte[] HostileName = [.. "esc\e[31mred\e[2Jtab\tinvalid"u8, 0xff, .. ".bin\0"u8];

    /// <summary>Maps what every mode has.</summary>
    public static void Map(string folder)
    {
        File(PathOf(folder, "private.bin\0"u8), 3 * Megabyte, Libc.Private);
        File(PathOf(folder, "shared.bin\0"u8), 2 * Megabyte, Libc.Shared);
        File(PathOf(folder, HostileName), Megabyte, Libc.Private);
        fixed (byte* name = "pool one\0"u8)
            Touch(Descriptor(Libc.CreateMemory(name, 0), 5 * Megabyte, Libc.Shared), 5 * Megabyte);
        Touch(Anonymous(7 * Megabyte, Libc.Read | Libc.Write), 7 * Megabyte);
        _ = Anonymous(64 * Megabyte, Libc.NoAccess);
    }

    /// <summary>Maps small pieces whose protection alternates, so that the kernel does not join them.</summary>
    public static void MapSmall(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var start = Anonymous(2 * Page, i % 2 == 0 ? Libc.Read | Libc.Write : Libc.Read | Libc.Write | Libc.Execute);
            Touch(start, Page);
            Small.Add((nint)start);
        }
    }

    /// <summary>Makes 2 % of the small pieces one page larger in memory, or as they were.</summary>
    public static void ChangeSmall()
    {
        _isLarge = !_isLarge;
        for (var i = 0; i < Small.Count; i += Rarity)
        {
            var page = (byte*)Small[i] + Page;
            if (_isLarge)
                Touch(page, Page);
            else
                _ = Libc.Advise(page, Page, Libc.NotNeeded);
        }
    }

    /// <summary>Makes a few of the small pieces anew in another place.</summary>
    public static void MoveSmall()
    {
        for (var i = 0; i < MovedAtOnce; i++)
        {
            _moved = (_moved + 1) % Small.Count;
            var start = Anonymous(2 * Page, _moved % 2 == 0 ? Libc.Read | Libc.Write : Libc.Read | Libc.Write | Libc.Execute);
            Touch(start, Page);
            _ = Libc.Unmap((void*)Small[_moved], 2 * Page);
            Small[_moved] = (nint)start;
        }
    }

    /// <summary>Grows for ever, by a megabyte at a time.</summary>
    public static void Leak(int kilobytesPerSecond)
    {
        var begun = Stopwatch.GetTimestamp();
        for (long done = 0; ; done += Megabyte)
        {
            while (done > Stopwatch.GetElapsedTime(begun).TotalSeconds * kilobytesPerSecond * 1024)
                Thread.Sleep(10);
            Touch(Anonymous(Megabyte, Libc.Read | Libc.Write), Megabyte);
        }
    }

    /// <summary>For ever makes many mappings of one and one of many, and takes them away.</summary>
    public static void Churn()
    {
        const int pages = 1024;
        while (true)
        {
            var start = Anonymous(pages * Page, Libc.Read | Libc.Write);
            for (var i = 0; i < pages; i += 2)
                _ = Libc.Protect(start + i * Page, Page, Libc.Read);
            _ = Libc.Protect(start, pages * Page, Libc.Read | Libc.Write);
            _ = Libc.Unmap(start, pages * Page);
        }
    }

    /// <summary>Ends the calling thread as pthread_exit does, without the runtime hearing of it.</summary>
    public static void EndThisThread() => _ = Libc.Call(Libc.EndThread, 0);

    /// <summary>Grows mappings by some pages each, every second, each by another number; returns never.</summary>
    public static void Grow(int count)
    {
        const int most = 256;
        var random = new Random(1);
        // Neighbours differ, so that the kernel keeps them apart.
        var mappings = Enumerable.Range(0, count).Select(i => (nint)Anonymous(most * Megabyte, Libc.Read | Libc.Write | (i % 2 == 0 ? 0 : Libc.Execute))).ToArray();
        var touched = mappings.Select((_, i) => (count - i) * 4 * Megabyte).ToArray();
        for (var i = 0; i < count; i++)
            Touch((byte*)mappings[i], touched[i]);
        while (true)
        {
            Thread.Sleep(1000);
            for (var i = 0; i < count; i++)
            {
                var more = Math.Min(random.Next(30, 230) * (long)Environment.SystemPageSize, most * Megabyte - touched[i]);
                Touch((byte*)mappings[i] + touched[i], more);
                touched[i] += more;
            }
        }
    }

    /// <summary>Maps and unmaps without pause, and prints how long the slowest took in each second; returns never.</summary>
    public static void Wait(int count)
    {
        const int size = 8192;
        while (true)
        {
            var (begun, worst) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
            while (Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(1))
                for (var i = 0; i < count; i++)
                {
                    var one = Stopwatch.GetTimestamp();
                    var mapped = Anonymous(size, Libc.Read | Libc.Write);
                    *mapped = 1;
                    _ = Libc.Unmap(mapped, size);
                    var took = Stopwatch.GetElapsedTime(one);
                    worst = took > worst ? took : worst;
                }
            Console.WriteLine(worst.TotalMilliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Becomes another program.</summary>
    public static void Become(string program, params string[] arguments) =>
        Become(Ended(program), [.. arguments.Select(Ended)], keepsEnvironment: false);

    /// <summary>Becomes another program; every text ends with a zero.</summary>
    public static void Become(byte[] program, byte[][] arguments, bool keepsEnvironment)
    {
        var environment = !keepsEnvironment ? [] : Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(entry => Ended($"{entry.Key}={entry.Value}"));
        fixed (byte* path = program)
            _ = Libc.Replace(path, Pointers(arguments), Pointers(environment));
        throw new Win32Exception();
    }

    /// <summary>Maps a file's first bytes, with all pages of them in memory.</summary>
    public static void MapAndTouch(int file, long size) => Touch(Descriptor(file, size, Libc.Private), size);

    /// <summary>A list of texts as the kernel takes it, that nothing frees: this program is about to be no more.</summary>
    private static byte** Pointers(IEnumerable<byte[]> texts)
    {
        var all = texts.ToList();
        var pointers = (byte**)NativeMemory.AllocZeroed((nuint)(all.Count + 1), (nuint)sizeof(byte*));
        for (var i = 0; i < all.Count; i++)
        {
            pointers[i] = (byte*)NativeMemory.Alloc((nuint)all[i].Length);
            all[i].CopyTo(new Span<byte>(pointers[i], all[i].Length));
        }
        return pointers;
    }

    private static byte[] Ended(string text) => Encoding.UTF8.GetBytes(text + '\0');

    private static void File(byte[] path, long size, int sharing)
    {
        fixed (byte* name = path)
            Touch(Descriptor(Libc.Open(name, Libc.ReadWrite | Libc.Create, ForAllToRead), size, sharing), size);
    }

    private static byte* Descriptor(int file, long size, int sharing)
    {
        if (file < 0 || Libc.Resize(file, (nint)size) < 0)
            throw new Win32Exception();
        var start = Mapped(Libc.Map(null, (nuint)size, Libc.Read | Libc.Write, sharing, file, 0));
        _ = Libc.Close(file);
        return start;
    }

    private static byte* Anonymous(long size, int protection) =>
        Mapped(Libc.Map(null, (nuint)size, protection, Libc.Private | Libc.AnonymousMemory, -1, 0));

    private static byte* Mapped(void* start) => (nint)start == -1 ? throw new Win32Exception() : (byte*)start;

    private static void Touch(byte* start, long size)
    {
        for (long i = 0; i < size; i += Page)
            start[i] = 1;
    }

    private static byte[] PathOf(string folder, ReadOnlySpan<byte> name) => [.. Encoding.UTF8.GetBytes(folder + "/"), .. name];
}
