using SmapsTop.Core.State;
using SmapsTop.Core.Texts;
using SmapsTop.Drawing;

namespace SmapsTop.Panes;

/// <summary>The first line: which process, and how it is looked at.</summary>
internal static class TitleBar
{
    private const string Between = " · ";
    private const int LeastSubject = 30;

    /// <summary>Draws it. Facts without room go, the least important first, before the command is shortened.</summary>
    public static void Draw(Canvas canvas, AppState state)
    {
        var title = TitleLine.Of(state);
        var pace = title.Pace.ToList();
        var facts = title.Facts.ToList();
        var subject = Fit.Cells(title.Subject);

        int Right() => pace.Sum(part => Fit.Cells(part) + Between.Length) + Fit.Cells(title.Mode);
        int Left() => facts.Sum(part => Fit.Cells(part) + Between.Length);
        int Room() => canvas.Width - 2 - Left() - Right() - 2;

        while (Room() < Math.Min(subject, LeastSubject) && (facts.Count > 0 || pace.Count > 0))
        {
            // What looking costs is worth more than all facts but the first.
            var last = pace.Count > 2 || facts.Count == 0 || (facts.Count == 1 && pace.Count > 1) ? pace : facts;
            last.RemoveAt(last.Count - 1);
        }

        var x = canvas.Text(1, 0, Fit.End(title.Subject, Math.Max(0, Room())), Style.Title);
        foreach (var fact in facts)
            x = canvas.Text(canvas.Text(x, 0, Between, Style.Faint), 0, fact, Style.TitleFaint);

        x = Math.Max(x + 1, canvas.Width - 1 - Right());
        foreach (var part in pace)
            x = canvas.Text(canvas.Text(x, 0, part, Style.TitleFaint), 0, Between, Style.Faint);
        canvas.Text(x, 0, title.Mode, title.IsAlarm ? Style.Alarm : Style.TitleFaint);
    }
}
