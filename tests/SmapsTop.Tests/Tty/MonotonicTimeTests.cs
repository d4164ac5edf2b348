using System.Diagnostics;
using SmapsTop.Tty;

namespace SmapsTop.Tests.Tty;

public sealed class MonotonicTimeTests
{
    [Fact]
    public void It_goes_as_the_stopwatch_goes_and_does_not_ask_the_wall_clock()
    {
        var time = new MonotonicTime();
        var around = Stopwatch.GetTimestamp();
        var first = time.Now;
        var begun = Stopwatch.GetTimestamp();
        Assert.True(SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(begun) > TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(30)));
        var passed = time.Now - first;
        Assert.InRange(passed, TimeSpan.FromMilliseconds(20), Stopwatch.GetElapsedTime(around));
    }

    [Fact]
    public void It_never_goes_backwards()
    {
        var time = new MonotonicTime();
        var last = time.Now;
        for (var i = 0; i < 10_000; i++)
        {
            var now = time.Now;
            Assert.True(now >= last);
            last = now;
        }
    }
}
