using BenchmarkDotNet.Attributes;
using SmapsTop.Core.Grids;
using SmapsTop.Core.History;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Benchmarks.Parts;

/// <summary>What is made of five minutes of samples in which 2 % of the mappings change each time.</summary>
[MemoryDiagnoser]
public class WatchParts
{
    private const int Samples = 300;

    private AppState _state = new();
    private Look _look = null!;
    private Sample _next = null!;
    private Table _table = null!;

    /// <summary>How many mappings the process has.</summary>
    [Params(600, 60_000)]
    public int Mappings { get; set; }

    /// <summary>Makes the history.</summary>
    [GlobalSetup]
    public void Make()
    {
        var process = new LinuxProc().Find(Environment.ProcessId)!;
        byte[][] texts = [MadeText.Of(Mappings, changed: false), MadeText.Of(Mappings, changed: true)];
        var parser = new SmapsParser();
        Snapshot? before = null;
        var time = DateTimeOffset.UnixEpoch;
        _state = _state.StartWatch(process);
        for (var i = 0; i <= Samples; i++)
        {
            parser.Begin(before);
            parser.Feed(texts[i % 2]);
            _ = parser.TryEnd(out before, out _);
            _next = new Sample(process, before!, time = time.AddSeconds(1), TimeSpan.Zero, null, Limits.None);
            if (i < Samples)
                _state = _state.Receive(process.Identity, new Reading.Seen(_next), time);
        }
        _look = _state.Watch!.Latest!;
        _table = AllGrids.All.Show(_state, null);
    }

    /// <summary>One more sample beside the last.</summary>
    [Benchmark]
    public AppState Receive() => _state.Receive(_next.Process.Identity, new Reading.Seen(_next), _next.Time);

    /// <summary>What every row has grown by.</summary>
    [Benchmark]
    public Growth Growth() => new(_look.History, _look.Baseline, _look.Moment);

    /// <summary>The chart of private + swap over all the time there is.</summary>
    [Benchmark]
    public Chart Chart() => Core.History.Chart.Of(_look.History, Figure.Own, null, _look.Moment, 100);

    /// <summary>The grid of all mappings, sorted.</summary>
    [Benchmark]
    public Table Sort() => AllGrids.All.Show(_state, null);

    /// <summary>The same grid where nothing has changed.</summary>
    [Benchmark]
    public Table SortAgain() => AllGrids.All.Show(_state, _table);

    /// <summary>The grid of all mappings, filtered by a name.</summary>
    [Benchmark]
    public Table Filter() => AllGrids.All.Show(
        _state with { Settings = _state.Settings.SetItem(AllGrids.All.Name, _state.SettingsOf(AllGrids.All) with { Filter = "rwx" }) }, null);
}
