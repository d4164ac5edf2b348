using System.Drawing;
using SmapsTop.Core;
using SmapsTop.Core.Reports;
using SmapsTop.Core.State;
using SmapsTop.Drawing;

namespace SmapsTop.Panes;

/// <summary>The last line: the commands of the moment, which can also be clicked, or a word about the last key.</summary>
internal sealed class CommandBar
{
    private readonly List<(int Left, int Right, AppCommand Command)> _places = [];
    private const int CellsOfSaving = 25;

    private int _line;

    /// <summary>The command at a point of the screen; null if there is none.</summary>
    public AppCommand? At(Point point) => point.Y != _line
        ? null
        : _places.Where(place => point.X >= place.Left && point.X < place.Right).Select(place => place.Command).FirstOrDefault();

    /// <summary>Draws it. Where there is no room for all, the last go, but never help and quit.</summary>
    public void Draw(Canvas canvas, AppState state)
    {
        _line = canvas.Height - 1;
        _places.Clear();
        if (state.Hint is { } hint && state.SaveAs is null)
        {
            canvas.Text(1, _line, Fit.End(hint, canvas.Width - 2), Style.Filter);
            return;
        }
        var x = state.SaveAs is null ? 1 : DrawName(canvas, state);
        if (x + CellsOfSaving > canvas.Width && state.SaveAs is not null)
            return;
        var commands = AppCommand.All.Where(command => command.Label.Length > 0 && command.When(state) && command.IsOffered(state)).ToList();
        while (commands.Sum(command => Cells(command, state)) > canvas.Width - x + 1 && commands.Count > 2)
            commands.RemoveAt(commands.Count - 3);
        foreach (var command in commands)
        {
            var left = x;
            x = canvas.Text(x, _line, KeysOf(command, state), Style.Key);
            x = canvas.Text(x + 1, _line, command.LabelNow(state), Style.Word);
            _places.Add((left, x, command));
            x += 2;
        }
    }

    /// <summary>Asks for the name of a file: what is typed, then what can be said about it.</summary>
    /// <returns>Where the commands can stand.</returns>
    private int DrawName(Canvas canvas, AppState state)
    {
        var x = canvas.Text(1, _line, "Save as ", Style.Word);
        x = canvas.Text(x, _line, Fit.Start(state.SaveAs!, Math.Max(20, canvas.Width / 3)) + "█", Style.Filter) + 2;
        if (state.Hint is { } hint)
            return canvas.Text(x, _line, Fit.End(hint, canvas.Width - x - 1), Style.Filter) + 2;
        var endings = $"({SaveForm.Endings(state)})";
        return x + Fit.Cells(endings) + CellsOfSaving > canvas.Width ? x : canvas.Text(x, _line, endings, Style.Word) + 2;
    }

    private static int Cells(AppCommand command, AppState state) =>
        KeysOf(command, state).Length + 1 + command.LabelNow(state).Length + 2;

    private static string KeysOf(AppCommand command, AppState state) => state.IsAscii ? command.AsciiStatusKeys : command.StatusKeys;
}
