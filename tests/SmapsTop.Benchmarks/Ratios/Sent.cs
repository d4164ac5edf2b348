using System.Globalization;
using System.Text.RegularExpressions;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>The bytes that go to the terminal in a stretch of time, and so it sleeps: what is measured is what comes in that stretch, or that nothing does, for which there is no event to wait for.</summary>
internal static partial class Sent
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Watching = TimeSpan.FromSeconds(30);

    /// <summary>Measures all of it.</summary>
    /// <param name="executable">The native executable.</param>
    /// <param name="subject">The subject's executable.</param>
    public static void Measure(string executable, string subject)
    {
        AtRest(executable, subject);
        OfChanges(executable, subject);
    }

    private static void AtRest(string executable, string subject)
    {
        using var few = new Subject(subject, "maps", Looks.Few);
        few.Stop();
        using var home = new Home();
        using var own = new Terminal([executable, few.Pid.ToString(CultureInfo.InvariantCulture)], home.Path);
        using var other = new Terminal(["htop", "-d", "10"], home.Path);
        Thread.Sleep(Settling);
        var (ownBegun, otherBegun) = (own.Length, other.Length);
        Thread.Sleep(Watching);
        Table.Add(
            "bytes to the terminal while nothing changes", (own.Length - ownBegun) / Watching.TotalSeconds, 30, "B/s",
            $"htop {((other.Length - otherBegun) / Watching.TotalSeconds).ToString("0", CultureInfo.InvariantCulture)} B/s");
        own.Type(" ");
        // The answer to the key comes in this time; what comes after it should not.
        Thread.Sleep(TimeSpan.FromSeconds(2));
        var frozen = own.Length;
        Thread.Sleep(Watching / 3);
        Table.Add("bytes to the terminal when frozen", own.Length - frozen, 0, "B", "");
    }

    private static void OfChanges(string executable, string subject)
    {
        const int looks = 15;
        using var growing = new Subject(subject, "grow", 30);
        using var home = new Home();
        var sent = Path.Combine(home.Path, "sent");
        // So often as asked, however long a look takes: it is what is sent that counts here.
        using var pane = new TmuxPane($"{executable} --max-duty 100 {growing.Pid.ToString(CultureInfo.InvariantCulture)}");
        Thread.Sleep(Settling);
        var before = pane.Lines;
        pane.RecordInto(sent);
        var numbers = 0;
        for (var i = 0; i < looks; i++)
        {
            // As long as there is between two looks: a number that changes twice in between is one number on the screen.
            Thread.Sleep(1000);
            var now = pane.Lines;
            numbers += now.Zip(before).Sum(pair => Changed(pair.First, pair.Second));
            before = now;
        }
        var bytes = new FileInfo(sent).Length;
        Table.Add("bytes for a changed number, 30 rows growing", bytes / (double)Math.Max(1, numbers), 25, "B", $"{numbers / looks} numbers a second");
    }

    /// <summary>How many numbers end where there was another, or none.</summary>
    private static int Changed(string now, string before)
    {
        var old = Number().Matches(before).ToDictionary(number => number.Index + number.Length, number => number.Value);
        return Number().Matches(now).Count(number => !old.TryGetValue(number.Index + number.Length, out var value) || value != number.Value);
    }

    [GeneratedRegex(@"[-+−]?\d[\d.,:]*[KMGT]?")]
    private static partial Regex Number();
}
