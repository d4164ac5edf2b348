using System.Runtime.InteropServices;
using System.Text;

namespace SmapsTop.Tty;

/// <summary>The way to the terminal: one thread at a time writes, and what is to be the last is the last, also on a terminal that takes nothing.</summary>
internal static unsafe class TtyOutput
{
    /// <summary>How long the terminal has to take what is written, and a thread to end its write, in milliseconds.</summary>
    private const int Taking = 100;

    private static readonly Lock Writing = new();

    /// <summary>False if the terminal has been stopped: a write would not come to an end.</summary>
    /// <param name="file">Standard output or the errors.</param>
    public static bool Takes(int file)
    {
        var entry = new Libc.PollEntry { File = file, Wanted = Libc.Writable };
        return Libc.Poll(&entry, 1, Taking) > 0;
    }

    /// <summary>Lets something write that has its own way to standard output.</summary>
    public static void Send(Action write)
    {
        lock (Writing)
            write();
    }

    /// <summary>Writes a text; on a stopped terminal that lasts until it goes on.</summary>
    public static void Write(string text)
    {
        lock (Writing)
            Write(1, text);
    }

    /// <summary>
    /// Writes a text that no other is to follow. If the terminal has been stopped, what it has not taken yet is dropped; a thread that hangs in a
    /// write is woken, and its bytes go nowhere from then on.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="instead">What to write if something had to be dropped.</param>
    public static void WriteLast(string text, string instead)
    {
        // Never given back: who wants to write after this waits until the process ends.
        var isAlone = Writing.TryEnter(Taking);
        if (isAlone && Takes(1))
        {
            Write(1, text);
            return;
        }
        var terminal = Libc.Duplicate(1);
        _ = Libc.Duplicate(Libc.Open("/dev/null", Libc.WriteOnly), 1);
        if (!isAlone)
        {
            // Only the first thread draws. The signal ends its write, and the rest comes to nothing; until then it could come in between.
            _ = Libc.Kill(Environment.ProcessId, Environment.ProcessId, Libc.ResizeSignal);
            _ = Writing.TryEnter(Taking);
        }
        _ = Libc.Drop(terminal, Libc.Unsent);
        if (Takes(terminal))
            Write(terminal, instead);
    }

    private static void Write(int file, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = bytes)
            for (nint sent = 0, count; sent < bytes.Length; sent += Math.Max(count, 0))
            {
                count = Libc.Write(file, start + sent, bytes.Length - sent);
                if (count < 0 && !IsForNow(file))
                    return;
            }
    }

    /// <summary>True if the write that has just failed is to be tried again: a signal came, or another program has set the line so that a write does not wait.</summary>
    private static bool IsForNow(int file)
    {
        var problem = Marshal.GetLastPInvokeError();
        if (problem == Libc.WouldWait)
        {
            var entry = new Libc.PollEntry { File = file, Wanted = Libc.Writable };
            _ = Libc.Poll(&entry, 1, -1);
        }
        return problem is Libc.WouldWait or Libc.Interrupted;
    }
}
