using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>A terminal of 120 columns and 40 lines in which one program runs, with a clock on all that comes out of it.</summary>
internal sealed unsafe partial class Terminal : IDisposable
{
    private const int ReadWrite = 2;
    private const int NoControl = 0x100;
    private const ulong SetSize = 0x5414;
    private const int NameSize = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly int _master;
    private readonly Process _process;
    private readonly List<(long Time, byte[] Bytes)> _chunks = [];
    private long _length;

    /// <summary>Starts a program.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="home">Its home folder; null for the one there is.</param>
    public Terminal(string[] command, string? home = null)
    {
        _master = OpenMaster(ReadWrite | NoControl);
        var name = stackalloc byte[NameSize];
        if (_master < 0 || Grant(_master) != 0 || Unlock(_master) != 0 || NameOf(_master, name, NameSize) != 0)
            throw new IOException("no terminal to be had");
        var size = stackalloc ushort[4] { 40, 120, 0, 0 };
        _ = Control(_master, SetSize, size);
        // The shell opens the terminal, setsid makes it that of a session, and the program takes the place of both.
        var start = new ProcessStartInfo("sh", ["-c", "exec setsid -c \"$@\" < \"$0\" > \"$0\" 2>&1", Marshal.PtrToStringUTF8((nint)name)!, .. command]);
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["HOME"] = home ?? start.Environment["HOME"];
        Begun = Stopwatch.GetTimestamp();
        _process = Process.Start(start)!;
        new Thread(Read) { IsBackground = true }.Start();
    }

    /// <summary>When it was started, in ticks of <see cref="Stopwatch"/>.</summary>
    public long Begun { get; }

    /// <summary>The program.</summary>
    public int Pid => _process.Id;

    /// <summary>How many bytes have come.</summary>
    public long Length => Interlocked.Read(ref _length);

    /// <summary>Types.</summary>
    public void Type(string keys)
    {
        var bytes = Encoding.UTF8.GetBytes(keys);
        fixed (byte* start = bytes)
            _ = Write(_master, start, (nuint)bytes.Length);
    }

    /// <summary>Waits until a text has come.</summary>
    /// <returns>How long after the start that was, in milliseconds.</returns>
    public double TimeOf(string text)
    {
        var (wanted, all) = (Encoding.UTF8.GetBytes(text), new List<byte>());
        lock (_chunks)
            for (var next = 0; next < _chunks.Count || HasCome(next, Patience - Stopwatch.GetElapsedTime(Begun)); next++)
            {
                all.AddRange(_chunks[next].Bytes);
                if (CollectionsMarshal.AsSpan(all).IndexOf(wanted) >= 0)
                    return Stopwatch.GetElapsedTime(Begun, _chunks[next].Time).TotalMilliseconds;
            }
        throw new TimeoutException($"“{text}” did not come");
    }

    /// <summary>Types, and waits until something comes and then nothing more.</summary>
    /// <param name="keys">What is typed.</param>
    /// <param name="quiet">So long without a byte, before it and after it, and the answer is whole.</param>
    /// <param name="patience">How long to wait for the first byte.</param>
    /// <returns>From the key to the last byte; patience if none came.</returns>
    public TimeSpan TimeToAnswer(string keys, TimeSpan quiet, TimeSpan patience)
    {
        lock (_chunks)
        {
            WaitForQuiet(quiet);
            var (count, begun) = (_chunks.Count, Stopwatch.GetTimestamp());
            Type(keys);
            if (!HasCome(count, patience))
                return patience;
            WaitForQuiet(quiet);
            return Stopwatch.GetElapsedTime(begun, _chunks[^1].Time);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _ = Close(_master);
    }

    private void Read()
    {
        var buffer = stackalloc byte[1 << 16];
        while (Read(_master, buffer, 1 << 16) is > 0 and var count)
            lock (_chunks)
            {
                _chunks.Add((Stopwatch.GetTimestamp(), new ReadOnlySpan<byte>(buffer, (int)count).ToArray()));
                Interlocked.Add(ref _length, count);
                Monitor.PulseAll(_chunks);
            }
    }

    /// <summary>True if more than so many chunks have come, within a time; the lock is given back while it waits.</summary>
    private bool HasCome(int count, TimeSpan patience)
    {
        for (var begun = Stopwatch.GetTimestamp(); _chunks.Count <= count;)
            if (patience - Stopwatch.GetElapsedTime(begun) is var left && (left <= TimeSpan.Zero || !Monitor.Wait(_chunks, left)))
                return false;
        return true;
    }

    private void WaitForQuiet(TimeSpan quiet)
    {
        while (HasCome(_chunks.Count, quiet))
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_openpt")]
    private static partial int OpenMaster(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt")]
    private static partial int Grant(int master);

    [LibraryImport("libc", EntryPoint = "unlockpt")]
    private static partial int Unlock(int master);

    [LibraryImport("libc", EntryPoint = "ptsname_r")]
    private static partial int NameOf(int master, byte* name, nuint size);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(int file, ulong request, void* argument);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int file, byte* buffer, nuint size);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int file, byte* buffer, nuint size);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
