using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>What became of a mapping between two moments.</summary>
public enum Fate
{
    /// <summary>It is in both.</summary>
    Kept,

    /// <summary>It is in the later only.</summary>
    New,

    /// <summary>It is in the later only, as a part of what was one mapping: its memory is not new.</summary>
    Split,

    /// <summary>It is in the earlier only.</summary>
    Gone,

    /// <summary>It is in the earlier only; another mapping has taken it in: its memory is not gone.</summary>
    Merged,
}

/// <summary>A mapping that is there no more.</summary>
/// <param name="Mapping">As it was last seen.</param>
/// <param name="Since">The time of the first sample without it.</param>
/// <param name="Fate"><see cref="Fate.Gone"/> or <see cref="Fate.Merged"/>.</param>
public sealed record GoneMapping(Mapping Mapping, DateTimeOffset Since, Fate Fate);
