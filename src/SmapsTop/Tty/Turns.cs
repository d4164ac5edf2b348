using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace SmapsTop.Tty;

/// <summary>
/// When the screen's loop turns. The toolkit would turn at a fixed rate; here it sleeps in one system call until a key, something to
/// show or a signal comes, and draws in that very turn.
/// </summary>
internal sealed unsafe class Turns
{
    /// <summary>So often at least, if nothing comes: what the toolkit asks at each turn, such as the terminal's size, is asked then.</summary>
    private const int Rest = 1000;

    /// <summary>So often while the toolkit waits for what belongs to a key: the rest of an escape sequence, a second click.</summary>
    private const int Beat = 20;

    /// <summary>What is to be shown comes no closer together than this, unless it may be the answer to a key.</summary>
    private const int Frame = 40;

    /// <summary>How long after a key, or after the start, the toolkit may wait for more.</summary>
    private static readonly TimeSpan Alert = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<Action> _posted = [];
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly int _bell = Libc.MakeBell(0, Libc.BellFlags);
    private long _lastKey = Stopwatch.GetTimestamp();
    private long _lastShown;

    /// <summary>Has something done on the screen's thread, at once. From any thread.</summary>
    public void Post(Action action)
    {
        _posted.Enqueue(action);
        Wake();
    }

    /// <summary>Has the loop turn at once. From any thread.</summary>
    public void Wake()
    {
        ulong one = 1;
        _ = Libc.Write(_bell, (byte*)&one, sizeof(ulong));
    }

    /// <summary>Sleeps until there is something to do, does what was posted and hands over what was typed. On the screen's thread, before each turn.</summary>
    /// <param name="keys">Where the toolkit takes the characters that were typed.</param>
    public void Wait(ConcurrentQueue<char> keys)
    {
        var entries = stackalloc Libc.PollEntry[2];
        entries[0] = new Libc.PollEntry { File = 0, Wanted = Libc.Readable };
        entries[1] = new Libc.PollEntry { File = _bell, Wanted = Libc.Readable };
        var isAlert = Stopwatch.GetElapsedTime(_lastKey) < Alert;
        _ = Libc.Poll(entries, 2, isAlert ? Beat : Rest);
        var isCalled = (entries[1].Happened & Libc.Readable) != 0;
        // Who posts in haste is heard after a pause; a key ends the pause.
        if (isCalled && !isAlert && Frame - Stopwatch.GetElapsedTime(_lastShown).TotalMilliseconds is > 0 and var early)
            _ = Libc.Poll(entries, 1, (int)early);
        if ((entries[0].Happened & Libc.Readable) != 0)
            ReadKeys(keys);
        if (isCalled)
            Answer();
    }

    private void Answer()
    {
        ulong rings;
        _ = Libc.Read(_bell, (byte*)&rings, sizeof(ulong));
        while (_posted.TryDequeue(out var action))
            action();
        _lastShown = Stopwatch.GetTimestamp();
    }

    /// <summary>Takes what there is, in pieces: the rest of a long paste comes at the next turn.</summary>
    private void ReadKeys(ConcurrentQueue<char> keys)
    {
        var bytes = stackalloc byte[4096];
        var count = (int)Libc.Read(0, bytes, 4096);
        if (count <= 0)
            return;
        var text = stackalloc char[4096 + 1];
        var length = _decoder.GetChars(bytes, count, text, 4096 + 1, flush: false);
        for (var i = 0; i < length; i++)
            keys.Enqueue(text[i]);
        _lastKey = Stopwatch.GetTimestamp();
    }
}
