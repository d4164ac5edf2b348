using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SmapsTop.Core.History;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;
using SmapsTop.Core.Tests.History;
using SmapsTop.Core.Tests.Smaps;

namespace SmapsTop.Core.Tests.State;

/// <summary>What the garbage collector counts is the whole process's: no other test may run beside this one.</summary>
[Collection(nameof(TenHoursTests))]
public sealed class LongDayTests
{
    private const int Hours = 24;

    /// <summary>From so many hours on the history has reached its budget.</summary>
    private const int WarmUp = 12;

    /// <summary>Bytes an hour.</summary>
    private const double MostSlope = 1 << 20;

    private readonly Changing _process = new();
    private AppState _state = new AppState().StartWatch(States.App);
    private AppView? _view;
    private int _looks;
    private int _keys;

    [Fact]
    public void A_day_of_one_sample_a_second_with_keys_on_every_screen_takes_no_more_memory_from_the_twelfth_hour_on()
    {
        var bytes = new List<double>();
        for (var hour = 0; hour < Hours; hour++)
        {
            Live();
            bytes.Add(Settled());
        }
        Assert.Equal(Hours * 3600, _state.Watch!.Latest!.Number);
        Assert.NotEmpty(_view!.Tables);
        Assert.InRange(SlopeOf([.. bytes.Skip(WarmUp)]), double.NegativeInfinity, MostSlope);
        Assert.InRange(bytes.Max(), 0, 2 * Timeline.UsualBudget);
    }

    /// <summary>An hour; once a minute somebody looks at another screen.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Live()
    {
        Func<AppState, AppState>[] keys =
        [
            state => state.Go(new Place.Libraries()), state => state.SortBeside(1), state => state.SetFilter("lib"), state => state.Back(),
            state => state.Go(new Place.All()), state => state.Reverse(), state => state.ToggleUnit(), state => state.Go(new Place.Growth()),
            state => state.TurnGrowth(), state => state.TurnChart(), state => state.SetZoom(1), state => state.Freeze(), state => state.Travel(-1, isFar: true),
            state => state.Freeze(), state => state.SetBaseline(), state => state.GoMaps(0), state => state.SetZoom(-1),
        ];
        for (var minute = 0; minute < 60; minute++)
        {
            _state = keys[_keys++ % keys.Length](_state);
            for (var second = 0; second < 60; second++)
            {
                var now = States.Noon + TimeSpan.FromSeconds(_looks);
                _state = _state.Receive(States.App.Identity, _process.Look(_looks++, now), now);
            }
            _view = AppView.Of(_state, _view);
        }
    }

    private static double Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>By least squares, for each step.</summary>
    private static double SlopeOf(double[] values)
    {
        var (middle, average) = ((values.Length - 1) / 2.0, values.Average());
        return values.Select((value, i) => (i - middle) * (value - average)).Sum() / values.Select((_, i) => (i - middle) * (i - middle)).Sum();
    }

    /// <summary>A process of which some mappings change at each look, and one now and then comes or goes.</summary>
    private sealed class Changing
    {
        private const int Mappings = 150;
        private const int Changes = 30;

        private readonly Mapping[] _mappings = [.. SmapsText.Parse(string.Concat(Enumerable.Range(0, Mappings).Select(i => SmapsText.Lines(
            $"{0x10000000 + i * 0x100000L:x}-{0x10080000 + i * 0x100000L:x} rw-p 00000000 00:00 0 {(i % 3 == 0 ? $"/usr/lib/lib{i}.so" : "")}",
            "Size: 512 kB", "Rss: 0 kB", "Private_Dirty: 0 kB", "VmFlags: rd wr mr mw me ac")))).Mappings];

        public Reading.Seen Look(int number, DateTimeOffset now)
        {
            for (var k = 0; k < Changes; k++)
            {
                ref var mapping = ref _mappings[(k * 7 + number * 13) % Mappings];
                var amounts = mapping.Amounts;
                amounts.Set(SmapsField.PrivateDirty, (number * 31 + k) % 512);
                mapping = mapping with { Amounts = amounts };
            }
            ImmutableArray<Mapping> all = [.. number % 600 < 300 ? _mappings : _mappings.AsSpan()[..^1]];
            return new Reading.Seen(States.Sample(new Snapshot(all, all.Length + 1), time: now));
        }
    }
}
