using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SmapsTop.Core.History;

/// <summary>The values of one row over a few moments, as the sum of its changes; 0 at the first moment.</summary>
internal sealed class Series(int length)
{
    private readonly long[] _values = new long[length];
    private int _filled;

    /// <summary>The first moment at which the row was there.</summary>
    public int Born { get; private set; }

    /// <summary>The value at the last moment.</summary>
    public long Last { get; private set; }

    /// <summary>Adds a change that came with a moment.</summary>
    public void Add(int moment, long change)
    {
        _values.AsSpan(_filled, moment - _filled).Fill(Last);
        _filled = moment;
        Last += change;
    }

    /// <summary>Says that the row came with a moment.</summary>
    public void BornAt(int moment) => Born = moment;

    /// <summary>The values at the moments since the row is there.</summary>
    public ImmutableArray<Point> Points(double[] minutes)
    {
        var points = new Point[_values.Length - Born];
        for (var i = 0; i < points.Length; i++)
            points[i] = new Point(minutes[Born + i], Born + i < _filled ? _values[Born + i] : Last);
        return ImmutableCollectionsMarshal.AsImmutableArray(points);
    }
}
