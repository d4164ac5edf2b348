namespace SmapsTop.Core.Texts;

/// <summary>A line of a page of text: a term, what it is, and what that means. The screen wraps the meaning to its width.</summary>
/// <param name="Term">The word that is explained; empty in plain text.</param>
/// <param name="Value">Its value; empty for none.</param>
/// <param name="Meaning">What it means.</param>
public sealed record Entry(string Term, string Value, string Meaning)
{
    /// <summary>True for a heading, whose text is <see cref="Term"/>.</summary>
    public bool IsHeading { get; init; }

    /// <summary>A heading.</summary>
    public static Entry Heading(string text) => new(text, "", "") { IsHeading = true };
}
