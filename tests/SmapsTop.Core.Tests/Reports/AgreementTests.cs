using System.Globalization;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Reports;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Reports;

/// <summary>The screen, JSON and CSV say the same, cell by cell.</summary>
public class AgreementTests
{
    public static MatrixTheoryData<string, string> EveryCaptureAndView { get; } = new(Fixture.Names, ReportView.All.Select(view => view.Name));

    [Theory]
    [MemberData(nameof(EveryCaptureAndView))]
    public void Every_cell_of_every_capture_is_the_same_in_json_in_csv_and_on_the_screen(string capture, string name)
    {
        var view = ReportView.All.Single(view => view.Name == name);
        var screen = view.Grid.Show(States.Watching(capture) with { Unit = SizeUnit.Kilobytes }, null);
        var csv = Reported.Lines(Fixture.Smaps(capture), new ReportWords("csv", name), "\r\n");
        var separated = csv[0].Split(',');
        var rows = Reported.Json(Fixture.Smaps(capture), name)["rows"]!.AsArray();
        Assert.Equal((screen.Count, screen.Count), (csv.Length - 1, rows.Count));

        var compared = 0;
        for (var row = 0; row < screen.Count; row++)
        {
            // Text, which may hold commas, is compared by JSON; before it stand numbers and words without any.
            var cells = csv[row + 1].Split(',');
            foreach (var column in view.Grid.Columns.Where(column => column.LeastSamples == 1))
            {
                var shown = screen.Cell(row, column);
                var value = rows[row]![column.Key];
                if (column.Kind == CellKind.Text)
                {
                    Assert.Equal(shown, (string?)value);
                    continue;
                }
                var number = cells[Array.IndexOf(separated, column.Key)];
                Assert.Equal(number, ((long?)value)?.ToString(CultureInfo.InvariantCulture) ?? "");
                Assert.Equal(shown, number.Length == 0 ? ByteSize.Unknown : column.Kind == CellKind.Count && !column.Digits
                    ? ByteSize.FormatCount(long.Parse(number, CultureInfo.InvariantCulture))
                    : number);
                compared++;
            }
        }
        Assert.True(compared > 0);
    }
}
