using System.Collections.Immutable;
using System.Globalization;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Texts;

/// <summary>Every field of one mapping, in the kernel's own words.</summary>
public static class MappingPage
{
    /// <summary>Its lines.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="unit">How amounts are written.</param>
    public static ImmutableArray<Entry> Of(Mapping mapping, SizeUnit unit)
    {
        var entries = ImmutableArray.CreateBuilder<Entry>();
        entries.Add(Entry.Heading("Where and what"));
        entries.Add(new("address", Range(mapping), ""));
        entries.Add(new("perms", mapping.Permissions, Words(mapping.Permissions)));
        entries.Add(new("offset", mapping.Offset.ToString("x8", CultureInfo.InvariantCulture), "where in the file it begins, in bytes, hexadecimal"));
        entries.Add(new("dev", $"{mapping.DeviceMajor:x2}:{mapping.DeviceMinor:x2}", "major and minor number of the file's device"));
        entries.Add(new("inode", mapping.Inode.ToString(CultureInfo.InvariantCulture), mapping.Inode == 0 ? "no file" : "the file's number on its device"));
        entries.Add(new("pathname", mapping.Name.IsEmpty ? ByteSize.Unknown : mapping.Name.Text, mapping.Name.IsEmpty ? "memory without a name" : ""));
        entries.Add(new("kind", mapping.Kind.Name, mapping.Kind.Meaning));

        entries.Add(Entry.Heading("How much"));
        foreach (var field in SmapsField.All)
            entries.Add(new(field.Key, Value(mapping, field, unit), field.Meaning));
        foreach (var (key, value) in mapping.Unknown)
            entries.Add(new(key, value, "not known to this program; as the kernel prints it"));

        entries.Add(Entry.Heading("VmFlags"));
        if (mapping.Flags is null)
            entries.Add(new(ByteSize.Unknown, "", "this kernel prints none"));
        foreach (var code in (mapping.Flags ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            entries.Add(new(code, "", VmFlag.Of(code).Meaning));
        return entries.DrainToImmutable();
    }

    /// <summary>First address and the one after the last, in hexadecimal.</summary>
    public static string Range(Mapping mapping) => $"{mapping.Start:x12}-{mapping.End:x12}";

    private static string Value(Mapping mapping, SmapsField field, SizeUnit unit) => field.IsKilobytes
        ? ByteSize.Format(mapping.Amounts[field], unit)
        : ByteSize.FormatCount(mapping.Amounts[field]);

    private static string Words(string permissions)
    {
        var words = new List<string>();
        if (permissions[0] == 'r')
            words.Add("readable");
        if (permissions[1] == 'w')
            words.Add("writable");
        if (permissions[2] == 'x')
            words.Add("executable");
        if (words.Count == 0)
            words.Add("no access");
        words.Add(permissions[3] == 's' ? "shared" : "private: copied when written to");
        return string.Join(", ", words);
    }
}
