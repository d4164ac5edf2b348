using System.Globalization;
using System.Text.RegularExpressions;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Grids;

public class TableTests
{
    public static MatrixTheoryData<string, string> EveryGridAndCapture { get; } = new(States.GridNames.Select(row => row.Data), Fixture.Names);

    [Theory]
    [MemberData(nameof(EveryGridAndCapture))]
    public void Sorting_by_any_column_is_ordered_and_keeps_equals_in_their_natural_order(string name, string capture)
    {
        var grid = States.Grid(name);
        var state = States.Showing(grid, capture) with { Unit = SizeUnit.Kilobytes };
        var natural = NaturalOrder(grid, state).Index().ToDictionary(row => row.Item, row => row.Index);
        // A curve does not show what it is sorted by: see GrowthRowsTests.
        foreach (var column in grid.Columns.Where(column => column.Header != "TREND"))
        {
            var once = state.Sort(grid, column);
            foreach (var sorted in new[] { once, once.Sort(grid, column) })
            {
                var table = grid.Show(sorted, null);
                Assert.Equal((natural.Count, column.Header), (table.Count, table.SortedBy));
                for (var row = 1; row < table.Count; row++)
                {
                    var order = Compare(column, table.Cell(row - 1, column), table.Cell(row, column)) * (table.Descends ? -1 : 1);
                    var isInOrder = order < 0 || (order == 0 && natural[table.KeyOf(row - 1)] < natural[table.KeyOf(row)]);
                    Assert.True(isInOrder, $"{column.Header}: {table.Cell(row - 1, column)}, {table.Cell(row, column)}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryGridAndCapture))]
    public void A_row_is_found_by_its_key(string name, string capture)
    {
        var grid = States.Grid(name);
        var table = grid.Show(States.Showing(grid, capture), null);
        Assert.True(table.Count > 0 && table.Count == table.OutOf);
        Assert.All(Enumerable.Range(0, table.Count), row => Assert.Equal(row, table.IndexOf(table.KeyOf(row))));
        Assert.Equal(-1, table.IndexOf(new RowKey(-1)));
    }

    [Theory]
    [MemberData(nameof(EveryGridAndCapture))]
    public void The_filter_finds_what_the_columns_say(string name, string capture)
    {
        var grid = States.Grid(name);
        var state = States.Showing(grid, capture);
        var all = grid.Show(state, null);
        foreach (var searched in grid.Columns.Where(column => column.IsSearched))
        {
            var text = all.Cell(all.Count / 2, searched).ToUpperInvariant();
            var filter = text[..Math.Min(4, text.Length)];
            var found = grid.Show(state.SetFilterOf(grid, filter), null);
            var expected = Enumerable.Range(0, all.Count).Where(row => grid.Columns.Any(column =>
                column.IsSearched && all.Cell(row, column).Contains(filter, StringComparison.OrdinalIgnoreCase))).Select(all.KeyOf);
            Assert.Equal(expected, Keys(found));
            Assert.Equal((all.Count, filter), (found.OutOf, found.Filter));
        }
        Assert.Equal(0, grid.Show(state.SetFilterOf(grid, "no row says this"), null).Count);
    }

    [Theory]
    [InlineData("libc.so.6", 5)]
    [InlineData("LIBC.SO.6", 5)]
    [InlineData("rw-s", 6)]
    [InlineData("[heap]", 1)]
    public void The_filter_finds_mappings(string filter, int count)
    {
        var table = AllGrids.All.Show(States.Watching().SetFilterOf(AllGrids.All, filter), null);
        Assert.Equal(Fixture.Lines("zoo", "maps").Count(line => line.Contains(filter, StringComparison.OrdinalIgnoreCase)), table.Count);
        Assert.Equal(count, table.Count);
    }

    [Theory]
    [InlineData("45", 4567)]
    [InlineData("shell", 42)]
    public void The_filter_finds_processes_by_number_and_command(string filter, int pid) =>
        Assert.Equal([new RowKey(pid, (ulong)pid * 10)], Keys(AllGrids.Processes.Show(States.List().SetFilter(filter), null)));

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_first_order_is_that_of_the_report(string capture)
    {
        var report = Fixture.Lines(capture, "report.txt").SkipWhile(line => line != "PRIVATE MAPPINGS").ToList();
        var shared = report.IndexOf("SHARED MAPPINGS");
        Assert.Equal(report[..shared].Select(Row).OfType<string>(), Rows(AllGrids.Private));
        Assert.Equal(report[shared..].Select(Row).OfType<string>(), Rows(AllGrids.Shared));

        static string? Row(string line) => Regex.Match(line, @"^ *(\d+) kb +(\d+) kb +(\d+) kb(?:   (.+))?$") is { Success: true } match
            ? string.Join(' ', match.Groups.Values.Skip(1).Select(group => group.Value)) : null;

        IEnumerable<string> Rows(Grid grid)
        {
            var table = grid.Show(States.Watching(capture) with { Unit = SizeUnit.Kilobytes }, null);
            return Enumerable.Range(0, table.Count).Select(row =>
                string.Join(' ', new[] { "VMSIZE", "CLEAN", "DIRTY", "MAPPING" }.Select(header => table.Cell(row, grid[header]))));
        }
    }

    [Theory]
    [MemberData(nameof(EveryGridAndCapture))]
    public void A_sum_is_that_of_the_rows_shown(string name, string capture)
    {
        var grid = States.Grid(name);
        var table = grid.Show(States.Showing(grid, capture).SetFilterOf(grid, "a") with { Unit = SizeUnit.Kilobytes }, null);
        foreach (var column in grid.Columns.Where(column => column.Kind == CellKind.Size))
        {
            var cells = Enumerable.Range(0, table.Count).Select(row => table.Cell(row, column)).ToList();
            var known = cells.Where(cell => cell != ByteSize.Unknown).ToList();
            Assert.Equal(known.Count == 0 && cells.Count > 0 ? null : known.Sum(cell => long.Parse(cell, CultureInfo.InvariantCulture)), table.Sum(column));
        }
    }

    [Theory]
    [MemberData(nameof(EveryGridAndCapture))]
    public void A_table_in_which_nothing_changed_is_the_same(string name, string capture)
    {
        var grid = States.Grid(name);
        var state = States.Showing(grid, capture);
        var table = grid.Show(state, null);
        Assert.Same(table, grid.Show(state, table));
        Assert.Same(table, grid.Show(state with { Hint = "x", Interval = TimeSpan.FromSeconds(9), IsFrozen = true, Pane = 1 }, table));
        Assert.All(
            [state.ToggleUnit(), state.SetFilterOf(grid, "a"), state.Sort(grid, grid.Columns[1]), state with { Watch = null, Processes = [], Place = new Place.Help() }],
            other => Assert.NotSame(table, grid.Show(other, table)));
        Assert.All(AllGrids.Every.Where(other => other != grid), other => Assert.NotSame(table, other.Show(state, table)));
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_mappings_of_a_library_add_up_to_its_row(string capture)
    {
        var state = States.Watching(capture) with { Unit = SizeUnit.Kilobytes };
        var libraries = AllGrids.Libraries.Show(state, null);
        Assert.Equal(state.Snapshot!.Libraries.Length, libraries.Count);
        Table? table = null;
        for (var row = 0; row < libraries.Count; row++)
        {
            var key = Assert.IsType<LibraryKey>(libraries.KeyOf(row).Thing);
            var inside = AllGrids.OfLibrary.Show(state.Enter(new Place.OfLibrary(key)), table);
            Assert.NotSame(table, inside);
            table = inside;
            Assert.Equal(
                new[] { "PRIVATE", "SHARED", "PSS", "SWAP", "RSS", "VMSIZE", "MAPS" }.Select(header => libraries.Cell(row, AllGrids.Libraries[header])),
                [Sum("P.CLEAN", "P.DIRTY"), Sum("S.CLEAN", "S.DIRTY"), Sum("PSS"), Sum("SWAP"), Sum("RSS"), Sum("VMSIZE"), ByteSize.FormatCount(table.Count)]);
        }

        string Sum(params string[] headers) =>
            ByteSize.Format(headers.Aggregate((long?)0, (sum, header) => sum + table.Sum(AllGrids.OfLibrary[header])), SizeUnit.Kilobytes);
    }

    private static IEnumerable<RowKey> Keys(Table table) => Enumerable.Range(0, table.Count).Select(table.KeyOf);

    private static IEnumerable<RowKey> NaturalOrder(Grid grid, AppState state) => grid switch
    {
        Grid<Mapping> mappings => mappings.Rows(state).Select(mappings.Identify),
        Grid<Library> libraries => libraries.Rows(state).Select(libraries.Identify),
        Grid<ProcessRow> processes => processes.Rows(state).Select(processes.Identify),
        Grid<GrowthRow> growth => growth.Rows(state).Select(growth.Identify),
        Grid<ColumnChoice> columns => columns.Rows(state).Select(columns.Identify),
        _ => throw new InvalidOperationException($"{grid} has rows of another kind"),
    };

    /// <summary>Compares two cells by what they say; what is not known comes first.</summary>
    private static int Compare(Column column, string a, string b)
    {
        if (column.Kind == CellKind.Text && column.Header is not ("ADDRESS" or "OFFSET" or "INODE" or "#"))
            return string.Compare(a, b, StringComparison.OrdinalIgnoreCase);
        return Value(a).CompareTo(Value(b));

        decimal Value(string cell) => cell == ByteSize.Unknown ? decimal.MinValue
            : column.Header is "ADDRESS" or "OFFSET" ? ulong.Parse(cell, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : decimal.Parse(cell.TrimEnd('s'), NumberStyles.Number, CultureInfo.InvariantCulture);
    }
}
