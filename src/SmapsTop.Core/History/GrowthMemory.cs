using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>What is kept of a watch from one <see cref="Growth"/> to the next: it would be dear to work out at each look. For use by several threads.</summary>
public sealed class GrowthMemory
{
    /// <summary>The baseline, and the ends of two ledgers.</summary>
    private const int MostIndexes = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<Measure, Ledger> _ledgers = [];
    private readonly List<(Moment Moment, IReadOnlyDictionary<long, Mapping> Index)> _indexes = [];

    /// <summary>The changes over some moments; the ones that were asked for last, if they are the same.</summary>
    internal Ledger LedgerOf(List<Moment> moments, Measure measure)
    {
        lock (_gate)
        {
            if (!_ledgers.TryGetValue(measure, out var ledger) || !ledger.Times.SequenceEqual(moments.Select(moment => moment.Time)))
                _ledgers[measure] = ledger = new Ledger(moments, measure);
            return ledger;
        }
    }

    /// <summary>The mappings of a moment by their identities.</summary>
    internal IReadOnlyDictionary<long, Mapping> IndexOf(Moment moment)
    {
        lock (_gate)
        {
            var place = _indexes.FindIndex(entry => entry.Moment.Mappings == moment.Mappings);
            var entry = place >= 0 ? _indexes[place] : (moment, moment.Mappings.ToDictionary(mapping => mapping.Id));
            if (place == 0)
                return entry.Index;
            // What was asked for last is at the front.
            _indexes.RemoveAll(other => other == entry);
            _indexes.Insert(0, entry);
            if (_indexes.Count > MostIndexes)
                _indexes.RemoveAt(MostIndexes);
            return entry.Index;
        }
    }
}
