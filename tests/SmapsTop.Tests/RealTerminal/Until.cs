using System.Diagnostics;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>The only places where a test waits.</summary>
internal static class Until
{
    /// <summary>How long anything may take on a machine that is busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again and again until the answer is true.</summary>
    /// <returns>False if that took longer than <paramref name="limit"/>.</returns>
    public static bool True(Func<bool> condition, TimeSpan limit)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(begun) > limit)
                return false;
            Thread.Sleep(Pause);
        }
        return true;
    }

    /// <summary>As <see cref="True"/>, without a pause between: for what is measured.</summary>
    public static bool AtOnce(Func<bool> condition, TimeSpan limit)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!condition())
            if (Stopwatch.GetElapsedTime(begun) > limit)
                return false;
        return true;
    }

    /// <summary>Waits until a process has ended; one that does not is ended, and the test with it.</summary>
    public static void Ended(Process process)
    {
        if (process.WaitForExit(4 * Patience))
            return;
        process.Kill();
        Assert.Fail($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} does not end.");
    }

    /// <summary>Asks again and again for as long as given whether something still holds.</summary>
    public static bool Stays(Func<bool> condition, TimeSpan time) => !True(() => !condition(), time);
}
