using System.Collections.Immutable;
using System.Globalization;
using SmapsTop.Core.Grids;
using SmapsTop.Core.History;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Texts;

/// <summary>Writes what stands around a chart.</summary>
public static class ChartText
{
    /// <summary>What it shows and how long a time.</summary>
    /// <param name="state">The state.</param>
    /// <param name="subject">What is shown: the state's choice, or another where that makes no sense.</param>
    /// <param name="row">The row under the cursor.</param>
    public static string Title(AppState state, ChartSubject subject, RowKey? row)
    {
        var name = subject == ChartSubject.Row ? NameOf(state, row) + ", " + MeasureOf(state).Name : subject.Name;
        return subject == ChartSubject.Kinds ? name : $"{name}, {Zoom(ChartScale.Zooms[state.Zoom])}";
    }

    /// <summary>What is measured of the rows of the grid that keys go to.</summary>
    public static Measure MeasureOf(AppState state) => state.Grid == AllGrids.Shared ? Measure.Shared : Measure.Own;

    /// <summary>Whether a mapping belongs to a row.</summary>
    public static Func<Mapping, bool> IsAmong(RowKey row) => row.Thing switch
    {
        LibraryKey library => mapping => LibraryKey.Of(mapping) == library,
        MappingKind kind => mapping => mapping.Kind == kind,
        _ => mapping => mapping.Id == row.Number,
    };

    /// <summary>A length of time as the zoom has it: 5 min, 3 h, 1 d; all for no end.</summary>
    public static string Zoom(TimeSpan? time) => time switch
    {
        null => "all",
        { TotalHours: < 1 } minutes => string.Create(CultureInfo.InvariantCulture, $"{minutes.TotalMinutes} min"),
        { TotalDays: < 1 } hours => string.Create(CultureInfo.InvariantCulture, $"{hours.TotalHours} h"),
        { } days => string.Create(CultureInfo.InvariantCulture, $"{days.TotalDays} d"),
    };

    /// <summary>The marks of an axis of amounts: in kB where the unit that fits would write two of them alike.</summary>
    /// <param name="marks">The amounts in kB.</param>
    /// <param name="unit">How amounts are written.</param>
    public static ImmutableArray<string> Labels(ImmutableArray<long> marks, SizeUnit unit)
    {
        ImmutableArray<string> labels = [.. marks.Select(mark => ByteSize.Format(mark, unit))];
        return labels.Distinct().Count() == labels.Length ? labels : [.. marks.Select(mark => string.Create(CultureInfo.InvariantCulture, $"{mark}K"))];
    }

    /// <summary>A mark of the axis of time, given how far it is to the next.</summary>
    public static string Clock(DateTimeOffset time, TimeSpan step) => time.ToString(
        step < TimeSpan.FromMinutes(1) ? "HH:mm:ss" : step < TimeSpan.FromDays(1) ? "HH:mm" : "MM-dd", CultureInfo.InvariantCulture);

    private static string NameOf(AppState state, RowKey? row) => row switch
    {
        null => "no row",
        { Thing: LibraryKey library } => library.Text,
        { Thing: MappingKind kind } => kind.Name,
        { Number: var id } => state.MappingOf(id) is not { } mapping ? "the row"
            : mapping.Name.IsEmpty ? $"{mapping.Kind.Name} {mapping.Start:x}" : mapping.Name.Text,
    };
}
