using System.Collections.Immutable;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Grids;

/// <summary>A kind of table: its name, its columns, and where its rows come from.</summary>
public abstract class Grid
{
    /// <summary>Its name, in panes' titles and on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>The key that leads to it; empty for none.</summary>
    public string Key { get; init; } = "";

    /// <summary>What its title ends with: where the rows come from. May be empty.</summary>
    public Func<AppState, string> Subject { get; init; } = _ => "";

    /// <summary>What to say when it has no rows although nothing is filtered.</summary>
    public required string WhenEmpty { get; init; }

    /// <summary>The settings it begins with.</summary>
    public required GridSettings First { get; init; }

    /// <summary>Its columns, from left to right.</summary>
    public abstract ImmutableArray<Column> Columns { get; }

    /// <summary>Its rows as the state has them filtered and sorted.</summary>
    /// <param name="state">The state.</param>
    /// <param name="before">The table shown before, returned again if nothing in it changed.</param>
    public abstract Table Show(AppState state, Table? before);

    /// <summary>The column with a header.</summary>
    public Column this[string header] => Columns.First(column => column.Header == header);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A <see cref="Grid"/> of rows of a type.</summary>
public sealed class Grid<T> : Grid
    where T : class
{
    /// <inheritdoc/>
    public override ImmutableArray<Column> Columns => ImmutableArray<Column>.CastUp(Typed);

    /// <summary>The columns with their functions.</summary>
    public required ImmutableArray<Column<T>> Typed { get; init; }

    /// <summary>The rows, in their natural order.</summary>
    public required Func<AppState, IReadOnlyList<T>> Rows { get; init; }

    /// <summary>Rows that have just gone: they are shown struck for a while and count in no sum.</summary>
    public Func<AppState, IReadOnlyList<T>> Gone { get; init; } = _ => [];

    /// <summary>What the rows are made of.</summary>
    public required Func<AppState, TableSource> Source { get; init; }

    /// <summary>Which row a row is.</summary>
    public required Func<T, RowKey> Identify { get; init; }

    /// <summary>The row as it was one sample earlier, for the marks of change; null if there was none.</summary>
    public Func<AppState, T, T?> Earlier { get; init; } = (_, _) => null;

    /// <summary>True for rows of what is there no more, which are shown struck.</summary>
    public Func<T, bool> IsStruck { get; init; } = _ => false;

    /// <summary>True for rows that cannot be opened and are shown faintly.</summary>
    public Func<T, bool> IsFaint { get; init; } = _ => false;

    /// <inheritdoc/>
    public override Table Show(AppState state, Table? before)
    {
        var settings = state.SettingsOf(this);
        var source = Source(state);
        var last = before is Table<T> table && table.Grid == this ? table : null;
        if (last is { } same && same.Unit == state.Unit
            && same.SortedBy == settings.SortedBy && same.Descends == settings.Descends && same.Filter == settings.Filter
            && same.Source.IsSame(source))
            return same;
        return new Table<T>(this, state, settings, source, last);
    }
}
