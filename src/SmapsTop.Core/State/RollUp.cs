using System.Collections.Immutable;

namespace SmapsTop.Core.State;

/// <summary>What mappings are put together by.</summary>
/// <param name="Name">A row of it, in a word.</param>
public sealed record RollUp(string Name)
{
    /// <summary>Each for itself.</summary>
    public static readonly RollUp Mapping = new("mapping");

    /// <summary>Those of a file, or of one sort of unnamed memory.</summary>
    public static readonly RollUp Library = new("library");

    /// <summary>Those of a kind.</summary>
    public static readonly RollUp Kind = new("kind");

    /// <summary>All of them, in the order in which a key goes through them.</summary>
    public static ImmutableArray<RollUp> All { get; } = [Mapping, Library, Kind];
}
