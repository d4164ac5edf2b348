using System.Globalization;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Reports;

/// <summary>The report that this program descends from: five totals, the private mappings, the shared mappings.</summary>
internal static class OriginReport
{
    private const int TotalDigits = 9;
    private const int CellWidth = 11;
    private const string Unit = " kb";

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
        Section(output, "PRIVATE MAPPINGS", mappings.Where(m => m.HasPrivatePages), SmapsField.PrivateClean, SmapsField.PrivateDirty, m => m.Numbers[SmapsField.PrivateDirty]);
        Section(output, "SHARED MAPPINGS", mappings.Where(m => m.HasSharedPages), SmapsField.SharedClean, SmapsField.SharedDirty, m => m.Numbers.Shared);
    }

    private static void Section(
        TextWriter output, string title, IEnumerable<Mapping> mappings, SmapsField clean, SmapsField dirty, Func<Mapping, long?> order)
    {
        Mapping[] rows = [.. mappings.OrderByDescending(order)];
        (string Header, SmapsField Field)[] columns = [("vmsize", SmapsField.Size), ("rss clean", clean), ("rss dirty", dirty)];
        int[] widths = [.. columns.Select(column => rows.Length == 0 ? CellWidth : Math.Max(CellWidth, rows.Max(row => Length(row.Numbers[column.Field])) + Unit.Length))];
        output.WriteLine(title);
        output.Write(string.Join(' ', columns.Select((column, i) => column.Header.PadLeft(widths[i]))));
        output.WriteLine("   file");

        // There may be 60,000 rows: one line serves them all.
        Span<char> numbers = new char[widths.Sum() + widths.Length - 1];
        foreach (var row in rows)
        {
            numbers.Fill(' ');
            var end = 0;
            for (var i = 0; i < columns.Length; i++)
            {
                end += widths[i];
                Put(row.Numbers[columns[i].Field], numbers[..end]);
                end++;
            }
            output.Write(numbers);
            if (!row.Name.IsEmpty)
            {
                output.Write("   ");
                output.Write(row.Name.Text);
            }
            output.WriteLine();
        }
    }

    /// <summary>Puts a number with its unit at the end of a line that is blank there.</summary>
    private static void Put(long? amount, Span<char> line)
    {
        Unit.CopyTo(line[^Unit.Length..]);
        line = line[..^Unit.Length];
        if (amount is { } number)
            _ = number.TryFormat(line[^Length(amount)..], out _, provider: CultureInfo.InvariantCulture);
        else
            Grids.ByteSize.Unknown.CopyTo(line[^Grids.ByteSize.Unknown.Length..]);
    }

    /// <summary>How many characters a number has.</summary>
    private static int Length(long? amount)
    {
        if (amount is not { } number)
            return Grids.ByteSize.Unknown.Length;
        var digits = 1;
        for (; number >= 10; number /= 10)
            digits++;
        return digits;
    }

    private static string Number(long? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? Grids.ByteSize.Unknown;
}
