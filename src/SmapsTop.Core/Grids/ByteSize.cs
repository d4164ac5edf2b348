using System.Globalization;

namespace SmapsTop.Core.Grids;

/// <summary>How amounts of memory are written.</summary>
public enum SizeUnit
{
    /// <summary>With the unit that fits: 28K, 1.2M, 52.0G.</summary>
    Auto,

    /// <summary>In kB of 1024 bytes, exactly.</summary>
    Kilobytes,
}

/// <summary>Writes amounts of memory. Zero is <c>0</c>; what is not known is <c>–</c>, never zero.</summary>
public static class ByteSize
{
    /// <summary>What stands for a number that is not known.</summary>
    public const string Unknown = "–";

    private static readonly string[] Units = ["K", "M", "G", "T", "P"];

    /// <summary>The most cells a written amount takes.</summary>
    public static int Width(SizeUnit unit) => unit == SizeUnit.Kilobytes ? 10 : 7;

    /// <summary>Writes an amount given in kB.</summary>
    public static string Format(long? kilobytes, SizeUnit unit)
    {
        if (kilobytes is not { } amount)
            return Unknown;
        if (amount == 0)
            return "0";
        if (unit == SizeUnit.Kilobytes)
        {
            var exact = amount.ToString(CultureInfo.InvariantCulture);
            if (exact.Length <= Width(unit))
                return exact;
        }
        double size = Math.Abs((double)amount);
        var step = 0;
        // 1023.95 would be written as 1024.0 of the smaller unit.
        while (step + 1 < Units.Length && size >= (step == 0 ? 1024 : 1023.95))
        {
            size /= 1024;
            step++;
        }
        var sign = amount < 0 ? "-" : "";
        return sign + size.ToString(step == 0 ? "0" : "0.0", CultureInfo.InvariantCulture) + Units[step];
    }

    /// <summary>Writes a change given in kB, with its sign.</summary>
    public static string FormatChange(long? kilobytes, SizeUnit unit) =>
        (kilobytes > 0 ? "+" : "") + Format(kilobytes, unit);

    /// <summary>Writes a number that is no amount of memory, with its thousands set apart.</summary>
    public static string FormatCount(long? count) => count?.ToString("#,0", CultureInfo.InvariantCulture) ?? Unknown;
}
