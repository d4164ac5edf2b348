namespace SmapsTop.Core.Saved;

/// <summary>What kind of thing keeps a target from being read: each kind has its exit code.</summary>
public enum TroubleKind
{
    /// <summary>It is not clear what is meant.</summary>
    Unclear,

    /// <summary>There is no such process, file or folder.</summary>
    NotFound,

    /// <summary>It may not be read.</summary>
    NotPermitted,

    /// <summary>It is there, and is no smaps.</summary>
    NotSmaps,
}

/// <summary>Why a target was not read.</summary>
/// <param name="Kind">What kind of thing is the matter.</param>
/// <param name="Sentence">What is the matter and what to do about it, in one printable line.</param>
public sealed record Trouble(TroubleKind Kind, string Sentence);
