using System.Globalization;

namespace SmapsTop.Core.Grids;

/// <summary>Writes lengths of time in at most six cells.</summary>
public static class Duration
{
    /// <summary>A time in seconds: 35s, 12m, 3h05, 2d04h; – if not known.</summary>
    public static string Text(long? seconds) => seconds is not { } time
        ? ByteSize.Unknown
        : time switch
        {
            < 100 => string.Create(CultureInfo.InvariantCulture, $"{time}s"),
            < 100 * 60 => string.Create(CultureInfo.InvariantCulture, $"{time / 60}m"),
            < 24 * 3600 => string.Create(CultureInfo.InvariantCulture, $"{time / 3600}h{time / 60 % 60:00}"),
            < 100 * 24 * 3600 => string.Create(CultureInfo.InvariantCulture, $"{time / 86400}d{time / 3600 % 24:00}h"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{time / 86400}d"),
        };
}
