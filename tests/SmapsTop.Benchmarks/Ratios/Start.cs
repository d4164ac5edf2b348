using System.Globalization;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>From the start of the program to its first numbers, beside htop's first list.</summary>
internal static class Start
{
    private const int Rounds = 15;

    /// <summary>Measures it.</summary>
    /// <param name="executable">The native executable.</param>
    /// <param name="subject">The subject's executable.</param>
    public static void Measure(string executable, string subject)
    {
        using var few = new Subject(subject, "maps", Looks.Few);
        using var home = new Home();
        var pid = few.Pid.ToString(CultureInfo.InvariantCulture);
        // No row, and so no kind of mapping, is drawn before there are numbers; htop draws its clock with its list.
        var pair = Stopwatches.InTurn(Rounds, () => { }, () => Shown([executable, pid], "anon", home), () => Shown(["htop", "-d", "10"], "Uptime", home));
        Table.Add("start to the first numbers", pair.Ratio, 0.5, "×", $"{Table.Milliseconds(pair.What)}; htop {Table.Milliseconds(pair.Yardstick)}");
    }

    private static double Shown(string[] command, string text, Home home)
    {
        using var terminal = new Terminal(command, home.Path);
        return terminal.TimeOf(text);
    }
}
