using System.Collections.Immutable;

namespace SmapsTop.Core.History;

/// <summary>How a row (a mapping, a library, a kind) has changed.</summary>
public sealed class RowGrowth
{
    /// <summary>A row in which nothing has changed, neither since the baseline nor in the last minutes.</summary>
    public static readonly RowGrowth None = new(0, Fate.Kept);

    /// <summary>So many moments are looked at for the rate of a row.</summary>
    internal const int MostPoints = 30;

    private readonly Func<ImmutableArray<Point>>? _points;
    private readonly int _mostPoints;

    /// <summary>A row in which something changed in the last minutes.</summary>
    internal RowGrowth(long change, Fate fate, long recent, Func<ImmutableArray<Point>> points, int mostPoints)
        : this(change, fate) => (Recent, _points, _mostPoints) = (recent, points, mostPoints);

    /// <summary>A row in which nothing changed in the last minutes.</summary>
    internal RowGrowth(long change, Fate fate) => (Change, Fate) = (change, fate);

    /// <summary>What it is now less what it was at the baseline, in kB; for a gone row the whole, negative.</summary>
    public long Change { get; }

    /// <summary>What became of the row since the baseline; always <see cref="Fate.Kept"/> for libraries and kinds.</summary>
    public Fate Fate { get; }

    /// <summary>The change over the time of <see cref="Points"/>, in kB.</summary>
    public long Recent { get; }

    /// <summary>
    /// The row over the last minutes, in kB, against what it was at their beginning: for the trend line. Begins with the
    /// row if that is younger. Empty if nothing has changed in that time.
    /// </summary>
    public ImmutableArray<Point> Points => _points?.Invoke() ?? [];

    /// <summary>The rate in kB/min with its steadiness; null if the row is too young for one. Worked out at each call.</summary>
    public Slope? Rate => _points is null ? new Slope(0, 0) : Slope.Of(Points.AsSpan(), _mostPoints);
}
