namespace SmapsTop.Core.Smaps;

/// <summary>What the mappings of one <see cref="Library"/> have in common.</summary>
/// <param name="Name">The file or named region, or <see cref="MappingName.None"/> for the memory of a kind.</param>
/// <param name="KindName">The kind's name where there is no name; else empty.</param>
public readonly record struct LibraryKey(MappingName Name, string KindName)
{
    /// <summary>The row's text.</summary>
    public string Text => Name.IsEmpty ? KindName : Name.Text;

    /// <summary>The group a mapping belongs to.</summary>
    public static LibraryKey Of(Mapping mapping)
    {
        if (mapping.Kind == MappingKind.Shm)
            return new(MappingName.None, "shared memory");
        if (mapping.Kind == MappingKind.Huge)
            return new(MappingName.None, "huge pages");
        if (!mapping.Name.IsEmpty)
            return new(mapping.Name, "");
        return new(MappingName.None, mapping.Kind == MappingKind.Reserved ? "reserved address space" : "anonymous memory");
    }
}
