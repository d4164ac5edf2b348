using System.Collections.Immutable;
using System.Globalization;
using SmapsTop.Core.Grids;
using SmapsTop.Core.History;

namespace SmapsTop.Core.Texts;

/// <summary>Writes a verdict as one line.</summary>
public static class VerdictText
{
    /// <summary>The line: what grows, how fast, how steadily, how much of all growth it is, and when it reaches what.</summary>
    public static string Of(Verdict verdict, SizeUnit unit) => Forms(verdict, unit)[0];

    /// <summary>The line in full, without the steadiness, and with neither that nor the share: for the room there is.</summary>
    public static ImmutableArray<string> Forms(Verdict verdict, SizeUnit unit)
    {
        var name = verdict.Library.Text;
        var rate = (long)Math.Round(verdict.PerMinute);
        var pace = verdict.IsCount ? $"+{ByteSize.FormatCount(rate)} mappings/min" : $"{ByteSize.FormatChange(rate, unit)}/min";
        var where = !verdict.IsCount && verdict.Mapping is null && verdict.Rows.Length > 1 ? $" in {verdict.Rows.Length} mappings" : "";
        var share = $"{Math.Round(verdict.Share * 100).ToString("0", CultureInfo.InvariantCulture)} % of it";
        var wall = Text(verdict.Wall, unit);
        return [$"{name} {pace}{where}, {Word(verdict.Steadiness)}, {share}{wall}", $"{name} {pace}{where}, {share}{wall}", $"{name} {pace}{where}{wall}"];
    }

    /// <summary>A time ahead in the two largest units: 35 s, 12 min, 3 h 05 min, 1 d 05 h.</summary>
    public static string Duration(TimeSpan time) =>
        time.TotalSeconds < 60 ? string.Create(CultureInfo.InvariantCulture, $"{time.Seconds} s")
        : time.TotalMinutes < 60 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min")
        : time.TotalHours < 24 ? string.Create(CultureInfo.InvariantCulture, $"{time.Hours} h {time.Minutes:00} min")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Days} d {time.Hours:00} h");

    private static string Word(double steadiness) => steadiness >= 0.9 ? "steady" : steadiness >= 0.75 ? "fairly steady" : "uneven";

    private static string Text(Wall? wall, SizeUnit unit)
    {
        if (wall is null)
            return "";
        var most = wall.Most is null ? "" : " " + (wall.IsCount ? ByteSize.FormatCount(wall.Most) : ByteSize.Format(wall.Most, unit));
        return wall.Left < TimeSpan.FromSeconds(1) ? $"; {wall.Name}{most} reached" : $"; {wall.Name}{most} in {Duration(wall.Left)}";
    }
}
