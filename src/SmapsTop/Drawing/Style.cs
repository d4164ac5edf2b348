namespace SmapsTop.Drawing;

/// <summary>What a cell of the screen is, from which its look follows.</summary>
internal enum Style : byte
{
    Normal,
    Faint,
    Title,
    TitleFaint,
    Alarm,
    Border,
    ActiveBorder,
    PaneTitle,
    ActiveTitle,
    Header,
    SortedHeader,
    Cursor,
    IdleCursor,
    Grown,
    Shrunk,
    Struck,
    Private,
    Shared,
    Swapped,
    Key,
    Word,
    Filter,
    Banner,
    Heading,
    Term,
}
