using System.Globalization;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Reports;

/// <summary>The report that this program descends from: five totals, the private mappings, the shared mappings.</summary>
internal static class OriginReport
{
    private const int TotalDigits = 9;
    private const int CellWidth = 11;

    public static void Write(TextWriter output, Snapshot snapshot)
    {
        // Here VMSIZE is the sum over every mapping, the kernel's own page too, as it was in the origin.
        var sums = snapshot.Totals;
        (string Label, long? Amount, string What)[] totals =
        [
            ("VMSIZE:", sums[SmapsField.Size], ""),
            ("RSS:", sums[SmapsField.Rss], " total"),
            ("", sums.Shared, " shared"),
            ("", sums[SmapsField.PrivateClean], " private clean"),
            ("", sums[SmapsField.PrivateDirty], " private dirty"),
        ];
        var digits = Math.Max(TotalDigits, totals.Max(total => Number(total.Amount).Length));
        foreach (var (label, amount, what) in totals)
            output.WriteLine($"{label,-7}  {Number(amount).PadLeft(digits)} kb{what}");

        var mappings = snapshot.Mappings;
        Section(output, "PRIVATE MAPPINGS", mappings.Where(m => m.HasPrivatePages), SmapsField.PrivateClean, SmapsField.PrivateDirty, m => m.Amounts[SmapsField.PrivateDirty]);
        Section(output, "SHARED MAPPINGS", mappings.Where(m => m.HasSharedPages), SmapsField.SharedClean, SmapsField.SharedDirty, m => m.Amounts.Shared);
    }

    private static void Section(
        TextWriter output, string title, IEnumerable<Mapping> mappings, SmapsField clean, SmapsField dirty, Func<Mapping, long?> order)
    {
        SmapsField[] fields = [SmapsField.Size, clean, dirty];
        string[][] rows = [["vmsize", "rss clean", "rss dirty", "file"],
            .. mappings.OrderByDescending(order).Select(mapping =>
                (string[])[.. fields.Select(field => Number(mapping.Amounts[field]) + " kb"), mapping.Name.Text])];
        var widths = Enumerable.Range(0, fields.Length).Select(i => Math.Max(CellWidth, rows.Max(row => row[i].Length))).ToArray();
        output.WriteLine(title);
        foreach (var row in rows)
        {
            var numbers = string.Join(' ', widths.Select((width, i) => row[i].PadLeft(width)));
            output.WriteLine(row[^1].Length == 0 ? numbers : $"{numbers}   {row[^1]}");
        }
    }

    private static string Number(long? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? Grids.ByteSize.Unknown;
}
