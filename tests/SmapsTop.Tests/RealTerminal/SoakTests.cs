using System.Diagnostics;
using System.Globalization;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>
/// A night in short: ten looks a second at a process of 5,000 mappings that come and go, with keys pressed all along. SMAPSTOP_SOAK_MINUTES says
/// how long; every run holds to the same limits, but for the course of the memory, which a short run cannot tell from the history that still fills.
/// </summary>
[Collection(OneAtATime.Name)]
public sealed class SoakTests(ITestOutputHelper report) : IDisposable
{
    private const double UsualMinutes = 0.5;

    /// <summary>From so many minutes on the history has reached its budget in the first third; shorter runs have looser limits.</summary>
    private const double LongMinutes = 10;

    /// <summary>kB: twice the budget of the history, for the program itself and for what the collector has not collected yet.</summary>
    private const long MostMemory = 2 * 64 * 1024;

    /// <summary>kB an hour.</summary>
    private const double MostSlope = 1024;

    /// <summary>kB: less than the budget of the history, for thinned it takes half of that, and most of the rest is given back.</summary>
    private const long MostOnceThinned = 64 * 1024;

    /// <summary>The history is thinned at least once in such a stretch; what counts is how high the memory gets, and how far it falls.</summary>
    private const double HoursOfStretch = 65.0 / 3600;

    private const int Mappings = 5000;
    private static readonly string[] Keys = ["3", "Down", "PPage", "4", "NPage", ">", "r", "End", "5", "v", "f", "z", "1", "Tab", "b", "m", "Home", "Space", "Left", "Space", "M", "Z"];

    private readonly SubjectProcess _subject = new("moves", Mappings.ToString(CultureInfo.InvariantCulture));
    private readonly TmuxTerminal _terminal = new(120, 36);
    private readonly Stopwatch _time = new();
    private readonly List<(double Hours, long Memory)> _memory = [];
    private readonly List<(double Hours, double Milliseconds)> _keys = [];
    private readonly List<(double Hours, double Milliseconds)> _captures = [];
    private int _pressed;

    public void Dispose()
    {
        _terminal.Dispose();
        _subject.Dispose();
    }

    [Fact]
    public void Memory_files_threads_and_the_time_to_answer_a_key_stay_as_they_are()
    {
        var minutes = Environment.GetEnvironmentVariable("SMAPSTOP_SOAK_MINUTES") is { Length: > 0 } asked ? double.Parse(asked, CultureInfo.InvariantCulture) : UsualMinutes;
        _terminal.Watch(_subject, options: "-d 0.1 --max-duty 100");
        var pid = _terminal.WaitForChild();
        _time.Start();
        Live(pid, minutes / 10);
        var (files, threads) = (ProcFiles.Files(pid), ProcFiles.Threads(pid));
        Live(pid, minutes);

        // The runtime's own threads come and go by one or two.
        Assert.InRange(ProcFiles.Threads(pid), 1, threads + 2);
        // A file that is being read at the moment counts too.
        Assert.InRange(ProcFiles.Files(pid), 1, files + 2);
        var hours = minutes / 60;
        var part = Math.Min(hours / 3, 1 / 60.0);
        double[] First(List<(double Hours, double Milliseconds)> times) => Ordered(times, time => time.Hours < part);
        double[] Last(List<(double Hours, double Milliseconds)> times) => Ordered(times, time => time.Hours > hours - part);
        var (first, last) = (First(_keys), Last(_keys));
        // Of a machine that others use too: what the terminal takes by itself tells how fast it is just now.
        var slower = Math.Max(1, At(Last(_captures), 0.5) / At(First(_captures), 0.5));
        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{minutes} minutes, {_keys.Count} keys: RssAnon {_memory[0].Memory} .. {_memory[^1].Memory} kB, most {_memory.Max(sample => sample.Memory)} kB; files {files} .. {ProcFiles.Files(pid)}, threads {threads} .. {ProcFiles.Threads(pid)}; key p50 {At(first, 0.5):F0} .. {At(last, 0.5):F0} ms, p99 {At(first, 0.99):F0} .. {At(last, 0.99):F0} ms, "
            + $"the terminal by itself {At(First(_captures), 0.5):F1} .. {At(Last(_captures), 0.5):F1} ms"));
        for (var minute = 0; minute < minutes; minute++)
            report.WriteLine(CourseOf(minute));
        Assert.InRange(_memory.Max(sample => sample.Memory), 0, MostMemory);
        Assert.InRange(At(last, 0.5), 0, 1.5 * slower * At(first, 0.5) + 20);
        Assert.InRange(At(last, 0.99), 0, 2 * slower * At(first, 0.99) + 100);
        if (minutes >= LongMinutes)
        {
            var (peaks, floors) = (Course(hours / 3, stretch => stretch.Max()), Course(hours / 3, stretch => stretch.Min()));
            report.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"in the last two thirds peaks up to {peaks.Most} kB with a slope of {peaks.Slope:F0} ± {peaks.Error:F0} kB/h, floors up to {floors.Most} kB with {floors.Slope:F0} ± {floors.Error:F0} kB/h"));
            Assert.InRange(peaks.Slope - 3 * peaks.Error, double.NegativeInfinity, MostSlope);
            Assert.InRange(floors.Slope - 3 * floors.Error, double.NegativeInfinity, MostSlope);
            Assert.InRange(floors.Most, 0, MostOnceThinned);
            Assert.InRange(At(last, 0.5), 0, 1.25 * slower * At(first, 0.5) + 5);
            Assert.InRange(At(last, 0.99), 0, 1.25 * slower * At(first, 0.99) + 20);
        }

        _terminal.Press("C-c");
        Assert.Equal(0, _terminal.WaitForEnd());
    }

    /// <summary>Lets the process change and presses keys until so many minutes have passed since the start.</summary>
    private void Live(int pid, double untilMinutes)
    {
        while (_time.Elapsed.TotalMinutes < untilMinutes)
        {
            _subject.GoOn();
            _terminal.Press(Keys[_pressed++ % Keys.Length]);
            // On every screen the unit is to be seen in the title.
            var isInKilobytes = _terminal.Screen.Title.Contains("in kB", StringComparison.Ordinal);
            var pressed = Stopwatch.GetTimestamp();
            _terminal.Press("u");
            Assert.True(Until.AtOnce(() => _terminal.Screen.Title.Contains("in kB", StringComparison.Ordinal) != isInKilobytes, Until.Patience), _terminal.Screen.Text);
            _keys.Add((_time.Elapsed.TotalHours, Stopwatch.GetElapsedTime(pressed).TotalMilliseconds));
            var captured = Stopwatch.GetTimestamp();
            _ = _terminal.Screen;
            _captures.Add((_time.Elapsed.TotalHours, Stopwatch.GetElapsedTime(captured).TotalMilliseconds));
            _memory.Add((_time.Elapsed.TotalHours, ProcFiles.Status(pid, "RssAnon")));
        }
    }

    private string CourseOf(int minute)
    {
        var memory = _memory.Where(sample => (int)(sample.Hours * 60) == minute).Select(sample => sample.Memory / 1024).ToArray();
        var keys = Ordered(_keys, key => (int)(key.Hours * 60) == minute);
        var captures = Ordered(_captures, capture => (int)(capture.Hours * 60) == minute);
        return memory.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $"minute {minute}: {memory.Min()} .. {memory.Max()} MB; {keys.Length} keys, p50 {At(keys, 0.5):F0} ms, p99 {At(keys, 0.99):F0} ms; the terminal by itself {At(captures, 0.5):F1} ms");
    }

    /// <summary>How one figure of each whole stretch of time goes on since a time; its slope is in kB an hour.</summary>
    private (long Most, double Slope, double Error) Course(double from, Func<IEnumerable<long>, long> figure)
    {
        var stretches = (int)((_memory[^1].Hours - from) / HoursOfStretch);
        var course = _memory.GroupBy(sample => (int)Math.Floor((sample.Hours - from) / HoursOfStretch), sample => sample.Memory).Where(stretch => stretch.Key >= 0 && stretch.Key < stretches)
            .Select(stretch => (Hours: stretch.Key * HoursOfStretch, Memory: (double)figure(stretch))).ToArray();
        var (slope, error) = Slope(course);
        return ((long)course.Max(stretch => stretch.Memory), slope, error);
    }

    private static double[] Ordered(List<(double Hours, double Milliseconds)> times, Func<(double Hours, double Milliseconds), bool> which) => [.. times.Where(which).Select(time => time.Milliseconds).Order()];

    private static double At(double[] ordered, double part) => ordered[(int)(part * (ordered.Length - 1))];

    /// <summary>By least squares, with its standard error, in kB an hour; no slope of fewer than three.</summary>
    private static (double Slope, double Error) Slope((double Hours, double Memory)[] points)
    {
        if (points.Length < 3)
            return (0, double.PositiveInfinity);
        var (hours, memory) = (points.Average(point => point.Hours), points.Average(point => point.Memory));
        var spread = points.Sum(point => Math.Pow(point.Hours - hours, 2));
        var slope = points.Sum(point => (point.Hours - hours) * (point.Memory - memory)) / spread;
        var rest = points.Sum(point => Math.Pow(point.Memory - memory - slope * (point.Hours - hours), 2));
        return (slope, Math.Sqrt(rest / (points.Length - 2) / spread));
    }
}
