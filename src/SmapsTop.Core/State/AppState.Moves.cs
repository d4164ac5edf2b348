using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.State;

/// <content>The verbs of the user.</content>
public sealed partial record AppState
{
    /// <summary>Opens what is under the cursor.</summary>
    public AppState Open(RowKey? row)
    {
        if (row is not { } key)
            return this with { Hint = "There is nothing here to open." };
        switch (Place)
        {
            case Place.Processes when Processes.Find(r => r.Process.Pid == key.Number && r.Process.Identity.StartTicks == key.Start) is { } chosen:
                return StartWatch(chosen.Process);
            case Place.Libraries or Place.Growth when key.Thing is LibraryKey library:
                return Enter(new Place.OfLibrary(library)).SetFilter("");
            case Place.Growth when key.Thing is MappingKind kind:
                return this with { Hint = $"The mappings of kind {kind.Name}: press 4, then /{kind.Name}." };
            case Place.Columns columns when key.Thing is string header:
                var column = columns.Of[header];
                return column.Fills
                    ? this with { Hint = "This column is always shown." }
                    : With(columns.Of, settings => settings.Toggle(column));
            case Place.Maps or Place.All or Place.OfLibrary or Place.Growth when MappingOf(key.Number) is { } mapping:
                return Enter(new Place.OneMapping(mapping));
            default:
                return this;
        }
    }

    /// <summary>Marks a row, or unmarks it.</summary>
    public AppState Mark(RowKey? row) => row is not { } key || Place is Place.Columns
        ? this with { Hint = "There is nothing here to mark." }
        : this with { Marked = Marked.SymmetricExcept([key]) };

    /// <summary>Unmarks all rows.</summary>
    public AppState Unmark() => Marked.IsEmpty ? this with { Hint = "No row is marked: m marks the one under the cursor." } : this with { Marked = [] };

    /// <summary>Rolls the growth up by something else: by mapping, by library, by kind.</summary>
    public AppState TurnGrowth() => this with { GrowthBy = RollUp.All[(RollUp.All.IndexOf(GrowthBy) + 1) % RollUp.All.Length] };

    /// <summary>Shows something else in the chart.</summary>
    public AppState TurnChart()
    {
        var next = ChartSubject.All[(ChartSubject.All.IndexOf(Chart) + 1) % ChartSubject.All.Length];
        // The growth screen has courses in time only.
        return this with { Chart = Place is Place.Growth && next == ChartSubject.Kinds ? ChartSubject.All[0] : next };
    }

    /// <summary>Watches the process of a row of the list, or goes on watching it.</summary>
    public AppState Resume(RowKey? row) =>
        Watch is { } watch && row is { } key && watch.Process.Pid == key.Number && watch.Process.Identity.StartTicks == key.Start ? this : Open(row);

    /// <summary>One step back: out of the filter, then out of the place.</summary>
    public AppState Back()
    {
        if (Filter.Length > 0)
            return SetFilter("");
        return Behind.IsEmpty
            ? this with { Hint = "Nothing lies behind this screen: q quits" + (IsSaved ? "." : ", p lists the processes.") }
            : this with { Place = Behind.Peek(), Behind = Behind.Pop() };
    }

    /// <summary>Goes to one of the screens of the watched process: behind it lie its maps, behind those the list if there was one.</summary>
    public AppState Go(Place place)
    {
        if (place is not Place.Maps && Watch is null)
            return NoProcess();
        var list = Place is Place.Processes ? Place : Behind.FirstOrDefault(behind => behind is Place.Processes);
        ImmutableStack<Place> behind = list is null ? [] : [list];
        return this with { Place = place, Behind = place is Place.Maps ? behind : behind.Push(new Place.Maps()), IsFiltering = false };
    }

    /// <summary>Goes to the private (0) or the shared (1) mappings of the watched process.</summary>
    public AppState GoMaps(int pane) => Watch is null ? NoProcess() : Go(new Place.Maps()) with { Pane = pane };

    /// <summary>Goes to the list of processes.</summary>
    public AppState GoProcesses() => IsSaved
        ? this with { Hint = "This was saved: there are no other processes." }
        : this with { Place = new Place.Processes(), Behind = [], IsFiltering = false };

    /// <summary>Opens a place from which Esc leads back here.</summary>
    public AppState Enter(Place place) =>
        Place.GetType() == place.GetType() ? this : this with { Behind = Behind.Push(Place), Place = place, IsFiltering = false, WaitingFor = Place is Place.Processes ? null : WaitingFor };

    /// <summary>Opens the choice of columns of the grid that keys go to.</summary>
    public AppState ChooseColumns() => Place is Place.Columns || Grid is null ? this : Enter(new Place.Columns(Grid));

    /// <summary>Goes to the next pane (1) or the one before (-1).</summary>
    public AppState Turn(int direction)
    {
        var count = Place.Grids.Length;
        return count < 2 ? this : this with { Pane = (Pane + direction + count) % count };
    }

    /// <summary>Goes to the pane of a grid.</summary>
    public AppState Focus(Grid grid) => Place.Grids.Length > 1 && Place.Grids.IndexOf(grid) is >= 0 and var pane ? this with { Pane = pane } : this;

    /// <summary>Sorts by the column to the left (-1) or right (1) of the one sorted by.</summary>
    public AppState SortBeside(int direction)
    {
        if (Grid is not { } grid)
            return this;
        var settings = SettingsOf(grid);
        var columns = grid.Columns.Where(column => !settings.Hidden.Contains(column.Header) || column.Header == settings.SortedBy).ToList();
        var next = columns.FindIndex(column => column.Header == settings.SortedBy) + direction;
        return next < 0 || next >= columns.Count ? this : Sort(grid, columns[next]);
    }

    /// <summary>Sorts a grid by a column; by the same again: the other way round.</summary>
    public AppState Sort(Grid grid, Column column) => With(grid, settings => settings.SortBy(column));

    /// <summary>Turns the order round.</summary>
    public AppState Reverse() =>
        Grid is { } grid ? With(grid, settings => settings with { Descends = !settings.Descends }) : this;

    /// <summary>Begins to take keys into the filter.</summary>
    public AppState StartFilter() => Grid is null ? this with { Hint = "There is nothing here to filter." } : this with { IsFiltering = true };

    /// <summary>Ends taking keys into the filter and keeps it.</summary>
    public AppState KeepFilter() => IsFiltering ? this with { IsFiltering = false } : this;

    /// <summary>Ends taking keys into the filter and clears it.</summary>
    public AppState DropFilter() => SetFilter("") with { IsFiltering = false };

    /// <summary>Appends to what is being typed: a file's name, or the filter. A mark may come after its letter.</summary>
    public AppState Type(string text) => SaveAs is not null
        ? this with { SaveAs = Printable.From(SaveAs + text), Hint = null }
        : SetFilter(Printable.From(Filter + text));

    /// <summary>Takes the last character off what is being typed.</summary>
    public AppState Erase() =>
        SaveAs is not null ? this with { SaveAs = SaveAs.Length == 0 ? null : WithoutLast(SaveAs) }
        : Filter.Length == 0 ? this with { IsFiltering = false } : SetFilter(WithoutLast(Filter));

    /// <summary>Filters the grids of the place.</summary>
    public AppState SetFilter(string text) =>
        Place.Grids.Aggregate(this, (state, grid) => state.With(grid, settings => settings with { Filter = text }));

    /// <summary>Goes from kB to the unit that fits, and back.</summary>
    public AppState ToggleUnit() => this with { Unit = Unit == SizeUnit.Auto ? SizeUnit.Kilobytes : SizeUnit.Auto };

    private static string WithoutLast(string text)
    {
        var parts = System.Globalization.StringInfo.ParseCombiningCharacters(text);
        return text[..parts[^1]];
    }

    /// <summary>A mapping that is there, or was.</summary>
    internal Mapping? MappingOf(long id) => Watch?.Shown is not { } look ? null
        : look.Sample.Snapshot.Mappings.FirstOrDefault(mapping => mapping.Id == id)
        ?? look.Gone.Mappings.Concat(look.Growth.Gone).FirstOrDefault(gone => gone.Mapping.Id == id)?.Mapping;

    private AppState NoProcess() => this with { Hint = "Choose a process first: Enter watches it." };
}
