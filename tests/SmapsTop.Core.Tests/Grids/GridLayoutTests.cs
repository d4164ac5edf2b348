using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Grids;

public class GridLayoutTests
{
    public static MatrixTheoryData<string, SizeUnit, int> EveryGridUnitAndWidth { get; } =
        new(States.GridNames.Select(row => row.Data), [SizeUnit.Auto, SizeUnit.Kilobytes], [38, 78, 80, 116, 120, 200]);

    [Theory]
    [MemberData(nameof(EveryGridUnitAndWidth))]
    public void Columns_stand_side_by_side_within_the_width(string name, SizeUnit unit, int width)
    {
        var grid = States.Grid(name);
        foreach (var settings in SortedByEach(grid))
            AssertSideBySide(grid, unit, width, GridLayout.Place(grid, settings, unit, width).Columns);
        foreach (var layout in Scrolled(grid, unit, width))
            AssertSideBySide(grid, unit, width, layout.Columns);
    }

    [Theory]
    [MemberData(nameof(EveryGridUnitAndWidth))]
    public void The_column_it_is_sorted_by_and_the_one_that_fills_are_always_there(string name, SizeUnit unit, int width)
    {
        var grid = States.Grid(name);
        foreach (var settings in SortedByEach(grid))
        {
            var placed = GridLayout.Place(grid, settings, unit, width).Columns;
            Assert.Contains(placed, column => column.Column.Header == settings.SortedBy);
            var fills = Assert.Single(placed, column => column.Column.Fills);
            Assert.True(fills.Width >= LeastFill(width));
            Assert.Equal(width, fills.Left + fills.Width);
        }
    }

    [Theory]
    [MemberData(nameof(EveryGridUnitAndWidth))]
    public void The_least_important_go_first_and_none_without_need(string name, SizeUnit unit, int width)
    {
        var grid = States.Grid(name);
        var placed = GridLayout.Place(grid, grid.First, unit, width).Columns.Select(column => column.Column).ToList();
        var gone = grid.Columns.Except(placed).ToList();
        var rest = placed.Where(column => !column.Fills && column.Header != grid.First.SortedBy).ToList();
        if (gone.Count == 0)
            return;
        Assert.All(rest, column => Assert.True(column.Importance > gone.Max(other => other.Importance)));
        var best = gone.MaxBy(column => column.Importance)!;
        Assert.True(Needed(placed.Append(best).OrderBy(column => grid.Columns.IndexOf(column)), unit, width) > width);
    }

    [Theory]
    [MemberData(nameof(EveryGridUnitAndWidth))]
    public void Wanted_columns_come_before_others(string name, SizeUnit unit, int width)
    {
        var grid = States.Grid(name);
        foreach (var column in grid.Columns.Where(column => !column.Fills && column.Header != grid.First.SortedBy))
        {
            var wanted = grid.First.Toggle(column).Toggle(column);
            var three = grid.Columns.Where(other => other.Fills || other == column || other.Header == grid.First.SortedBy);
            Assert.Equal(Needed(three, unit, width) <= width, Headers(grid, wanted, unit, width).Contains(column.Header));
        }
    }

    [Theory]
    [MemberData(nameof(EveryGridUnitAndWidth))]
    public void Hidden_columns_are_gone_but_for_the_one_that_fills(string name, SizeUnit unit, int width)
    {
        var grid = States.Grid(name);
        foreach (var column in grid.Columns)
            Assert.Equal(column.Fills, Headers(grid, grid.First.Toggle(column), unit, width).Contains(column.Header));
    }

    [Theory]
    [MemberData(nameof(EveryGridUnitAndWidth))]
    public void Scrolling_sideways_shows_every_column(string name, SizeUnit unit, int width)
    {
        var grid = States.Grid(name);
        var seen = Scrolled(grid, unit, width).SelectMany(layout => layout.Columns).Select(placed => placed.Column.Header);
        Assert.Empty(grid.Columns.Select(column => column.Header).Except(seen));
    }

    private static void AssertSideBySide(Grid grid, SizeUnit unit, int width, ImmutableArray<PlacedColumn> placed)
    {
        Assert.Equal(0, placed[0].Left);
        Assert.All(placed.Zip(placed.Skip(1)), pair => Assert.Equal(pair.First.Left + pair.First.Width + Gap(pair.First.Column, pair.Second.Column), pair.Second.Left));
        Assert.InRange(placed[^1].Left + placed[^1].Width, 1, width);
        Assert.All(placed, column => Assert.True(column.Width >= column.Column.CellsFor(unit), $"{column.Column.Header} is cut"));
        Assert.Equal(placed.Select(column => column.Column).OrderBy(column => grid.Columns.IndexOf(column)), placed.Select(column => column.Column));
    }

    /// <summary>What other columns leave to the one that fills: a quarter, and never fewer than 20 cells.</summary>
    private static int LeastFill(int width) => Math.Max(20, width / 4);

    /// <summary>A number that changes has a mark behind it, which a text is not to touch.</summary>
    private static int Gap(Column first, Column second) => first.Kind == CellKind.Size && second.Kind == CellKind.Text ? 2 : 1;

    private static int Needed(IEnumerable<Column> columns, SizeUnit unit, int width)
    {
        var all = columns.ToList();
        return all.Sum(column => column.Fills ? LeastFill(width) : column.CellsFor(unit)) + all.Zip(all.Skip(1)).Sum(pair => Gap(pair.First, pair.Second));
    }

    private static IEnumerable<GridSettings> SortedByEach(Grid grid) =>
        grid.Columns.Select(column => grid.First with { SortedBy = column.Header });

    /// <summary>The layouts that scrolling to the right goes through, until there is nothing more to show.</summary>
    private static IEnumerable<ColumnLayout> Scrolled(Grid grid, SizeUnit unit, int width)
    {
        var layout = GridLayout.Place(grid, grid.First, unit, width);
        yield return layout;
        for (var scrolled = 1; layout.HasMore; scrolled++)
            yield return layout = GridLayout.Place(grid, grid.First, unit, width, scrolled);
    }

    private static ImmutableArray<string> Headers(Grid grid, GridSettings settings, SizeUnit unit, int width) =>
        [.. GridLayout.Place(grid, settings, unit, width).Columns.Select(placed => placed.Column.Header)];
}
