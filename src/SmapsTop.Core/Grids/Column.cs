using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Grids;

/// <summary>What a column's cells hold.</summary>
public enum CellKind
{
    /// <summary>Text: aligned left, sorted upwards first, searched by the filter.</summary>
    Text,

    /// <summary>An amount of memory in kB.</summary>
    Size,

    /// <summary>A change of an amount of memory in kB, with its sign.</summary>
    Change,

    /// <summary>A plain number.</summary>
    Count,

    /// <summary>A length of time in seconds.</summary>
    Age,
}

/// <summary>
/// A column of a grid: its header, its meaning and the function that gives a row's value, in one place. Grids, sorting,
/// filtering, help and README are made from it.
/// </summary>
/// <param name="Header">The header, which is also its name.</param>
/// <param name="Meaning">What the column says, in a line or two.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Width">Cells it takes where that does not follow from its kind; 0 where it does.</param>
/// <param name="Importance">Where there is no room for all, those with the lowest go first.</param>
public abstract record Column(string Header, string Meaning, CellKind Kind, int Width, int Importance)
{
    /// <summary>Its name outside of the screen, without the unit; made from the header where none is declared.</summary>
    public string Name { get; init; } = string.Concat(Header.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    /// <summary>Its name in CSV, TSV and JSON: with the unit.</summary>
    public string Key => Kind switch
    {
        CellKind.Size or CellKind.Change => Name + "_kb",
        CellKind.Age => Name + "_s",
        _ => Name,
    };

    /// <summary>How many samples it takes before it says something: 2 for a change, 3 for a course in time.</summary>
    public int LeastSamples { get; init; } = 1;

    /// <summary>True for the column that takes the room which the others leave; it is never dropped.</summary>
    public bool Fills { get; init; }

    /// <summary>True for text whose beginning says more than its end; a path's end says more.</summary>
    public bool IsCutAtEnd { get; init; }

    /// <summary>True if its first click sorts downwards.</summary>
    public bool DescendsFirst => Kind != CellKind.Text;

    /// <summary>True if what it holds is searched by the filter.</summary>
    public bool IsSearched { get; init; } = Kind == CellKind.Text;

    /// <summary>True for a number that is a name: its thousands are not set apart.</summary>
    public bool Digits { get; init; }

    /// <summary>True for a curve: it is for eyes only.</summary>
    public bool IsPicture { get; init; }

    /// <summary>True if it holds names whose bytes need not be UTF-8.</summary>
    public abstract bool HasBytes { get; }

    /// <summary>True if its sum over the rows shown stands in the pane's title.</summary>
    public bool IsSummed { get; init; }

    /// <summary>A column of an amount of memory in kB.</summary>
    public static Column<T> Size<T>(string header, string meaning, int importance, Func<T, long?> number) =>
        new(header, meaning, CellKind.Size, 0, importance) { Number = number };

    /// <summary>A column of plain numbers.</summary>
    public static Column<T> Count<T>(string header, string meaning, int importance, Func<T, long?> number) =>
        new(header, meaning, CellKind.Count, 0, importance) { Number = number };

    /// <summary>A column of text of a width.</summary>
    public static Column<T> Words<T>(string header, string meaning, int width, int importance, Func<T, string> text) =>
        new(header, meaning, CellKind.Text, width, importance) { Text = text };

    /// <summary>The column of text that takes the room which the others leave.</summary>
    public static Column<T> Rest<T>(string header, string meaning, Func<T, string> text) =>
        new(header, meaning, CellKind.Text, 20, int.MaxValue) { Text = text, Fills = true };

    /// <summary>Cells it takes, without the one that parts it from the next and holds the mark of a change.</summary>
    public int CellsFor(SizeUnit unit) => Math.Max(Header.Length, Width > 0 ? Width : Kind switch
    {
        CellKind.Size => ByteSize.Width(unit),
        CellKind.Change => ByteSize.Width(unit) + 1,
        CellKind.Count or CellKind.Age => 6,
        _ => 10,
    });
}

/// <summary>A <see cref="Column"/> of rows of a type.</summary>
public sealed record Column<T>(string Header, string Meaning, CellKind Kind, int Width, int Importance)
    : Column(Header, Meaning, Kind, Width, Importance)
{
    /// <summary>A row's number: in kB, or plain; what a text column is sorted by if it has one.</summary>
    public Func<T, long?>? Number { get; init; }

    /// <summary>For what a row has become since the baseline: gives the function of a state.</summary>
    public Func<AppState, Func<T, long?>>? NumberIn { get; init; }

    /// <summary>A row's text, for columns of text.</summary>
    public Func<T, string>? Text { get; init; }

    /// <summary>A row's name with its bytes, for columns of names.</summary>
    public Func<T, MappingName>? Bytes { get; init; }

    /// <inheritdoc/>
    public override bool HasBytes => Bytes is not null;

    /// <summary>The column with its function for a state.</summary>
    public Column<T> For(AppState state) => NumberIn is null ? this : this with { Number = NumberIn(state), NumberIn = null };

    /// <summary>A row's cell as it is shown.</summary>
    public string Cell(T row, SizeUnit unit) => Kind switch
    {
        CellKind.Size => ByteSize.Format(Number!(row), unit),
        CellKind.Change => ByteSize.FormatChange(Number!(row), unit),
        CellKind.Age => Duration.Text(Number!(row)),
        CellKind.Count when Digits => Number!(row)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ByteSize.Unknown,
        CellKind.Count => ByteSize.FormatCount(Number!(row)),
        _ => Text!(row),
    };
}
