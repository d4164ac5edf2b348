using SmapsTop.Tty;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>The line to a terminal, to be filled with bytes that mean nothing while the terminal reads none.</summary>
/// <param name="device">The terminal's device.</param>
internal sealed unsafe class Line(string device) : IDisposable
{
    /// <summary>O_NOCTTY and O_NONBLOCK.</summary>
    private const int Aside = 0x100 | 0x800;

    private readonly int _file = Libc.Open(device, Libc.WriteOnly | Aside);

    /// <summary>Writes byte after byte, until it takes no more.</summary>
    /// <param name="most">How many at most.</param>
    /// <returns>How many it took.</returns>
    public int Fill(int most = int.MaxValue)
    {
        var nothing = (byte)0;
        var count = 0;
        while (count < most && TakesMore() && Libc.Write(_file, &nothing, 1) == 1)
            count++;
        return count;
    }

    /// <summary>Drops what has been written and not been read.</summary>
    public void Drop() => Assert.Equal(0, Libc.Drop(_file, Libc.Unsent));

    /// <inheritdoc/>
    public void Dispose() => Assert.Equal(0, Libc.Close(_file));

    private bool TakesMore()
    {
        var entry = new Libc.PollEntry { File = _file, Wanted = Libc.Writable };
        return Libc.Poll(&entry, 1, 0) > 0;
    }
}
