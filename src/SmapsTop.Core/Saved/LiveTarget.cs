using System.Globalization;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Saved;

/// <summary>What a command is to look at again and again: a process, by number or name.</summary>
public static class LiveTarget
{
    /// <summary>Finds the process.</summary>
    /// <param name="proc">The machine.</param>
    /// <param name="target">What was given.</param>
    /// <returns>The only process with the number or the name, or what is the matter.</returns>
    public static (ProcessInfo? Process, Trouble? Trouble) Find(IProc proc, string target)
    {
        if (target.Length > 0 && target.All(char.IsAsciiDigit))
        {
            return int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && proc.Find(pid) is { } process
                ? (process, null)
                : (null, new(TroubleKind.NotFound, $"no process has the number {target}{StartAt.OrHidden(proc)}; {Target.List}"));
        }
        var named = StartAt.Named(proc.List(), target);
        var name = Printable.From(target);
        return named switch
        {
            [] => (null, new(TroubleKind.NotFound, $"no process is called {name}{StartAt.OrHidden(proc)}; {Target.List}")),
            [var only] => (only, null),
            _ => (null, new(TroubleKind.Unclear, $"{named.Length} processes are called {name}: give the number of one, {Target.Numbers(named)}")),
        };
    }
}
