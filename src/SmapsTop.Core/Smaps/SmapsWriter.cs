using System.Globalization;
using System.Text;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// Writes mappings as the kernel prints them (fs/proc/task_mmu.c): of what a kernel from 6.7 on printed, byte for byte the same. Of
/// older ones the fields come in the order of the newest, and what was printed twice comes once.
/// </summary>
public static class SmapsWriter
{
    private const int NameColumn = 73;
    private const int KeyCells = 16;
    private const int NumberCells = 8;

    /// <summary>Writes all mappings of a snapshot.</summary>
    public static void Write(Stream stream, Snapshot snapshot)
    {
        var line = new StringBuilder();
        foreach (var mapping in snapshot.Mappings)
        {
            line.Clear();
            Header(line, mapping);
            stream.Write(Encoding.ASCII.GetBytes(line.ToString()));
            // The name has bytes of any kind: it is written as it was read.
            stream.Write(mapping.Name.Bytes);
            line.Clear().Append('\n');
            Fields(line, mapping);
            stream.Write(Encoding.UTF8.GetBytes(line.ToString()));
        }
    }

    private static void Header(StringBuilder line, Mapping mapping)
    {
        line.Append(CultureInfo.InvariantCulture, $"{mapping.Start:x8}-{mapping.End:x8} {mapping.Permissions} {mapping.Offset:x8} ");
        line.Append(CultureInfo.InvariantCulture, $"{mapping.DeviceMajor:x2}:{mapping.DeviceMinor:x2} {mapping.Inode} ");
        if (!mapping.Name.IsEmpty)
            line.Append(' ', Math.Max(0, NameColumn - line.Length));
    }

    private static void Fields(StringBuilder lines, Mapping mapping)
    {
        foreach (var field in SmapsField.All)
            if (mapping.Amounts[field] is { } number)
                Line(lines, field.Key, number.ToString(CultureInfo.InvariantCulture).PadLeft(NumberCells) + (field.IsKilobytes ? " kB" : ""));
        foreach (var (key, value) in mapping.Unknown)
            Line(lines, key, value);
        if (mapping.Flags is { } flags)
            lines.Append("VmFlags: ").Append(flags).Append(flags.Length > 0 ? " \n" : "\n");
    }

    private static void Line(StringBuilder lines, string key, string value) =>
        lines.Append((key + ":").PadRight(KeyCells)).Append(value).Append('\n');
}
