using System.Collections.Immutable;
using SmapsTop.Core.Grids;

namespace SmapsTop.Core.State;

/// <summary>A state with the tables of its place, sorted and filtered: what the screen draws, and all it needs.</summary>
/// <param name="State">The state.</param>
/// <param name="Tables">The tables of <see cref="Place.Grids"/>, in their order.</param>
public sealed record AppView(AppState State, ImmutableArray<Table> Tables)
{
    /// <summary>The view of a state. Tables in which nothing changed are those of the view before.</summary>
    public static AppView Of(AppState state, AppView? before)
    {
        if (state.Place is Place.Maps or Place.Growth)
            state.Watch?.Shown?.WorkOut();
        return new(state, [.. state.Place.Grids.Select(grid => grid.Show(state, before?.Tables.FirstOrDefault(table => table.Grid == grid)))]);
    }

    /// <summary>The table that keys go to; null where there is none.</summary>
    public Table? Active => State.Grid is { } grid ? Tables.First(table => table.Grid == grid) : null;
}
