using System.Collections.Immutable;
using System.Globalization;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.State;

/// <summary>What the command line asks to begin with.</summary>
public static class StartAt
{
    /// <summary>
    /// The state to begin with: the list of processes, the maps of the process with a number or the only one with a name, or the list
    /// filtered by a name that several have.
    /// </summary>
    /// <param name="proc">The machine.</param>
    /// <param name="target">A process number, a name, or null for the list.</param>
    /// <param name="first">The state to build on.</param>
    /// <returns>The state, or null and what is wrong.</returns>
    public static (AppState? State, string? Problem) Target(IProc proc, string? target, AppState first)
    {
        if (target is null)
            return (first, null);
        if (int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
        {
            return proc.Find(pid) is { } process
                ? (first.StartWatch(process), null)
                : (null, $"no process has the number {pid}{OrHidden(proc)}; smapstop without a number lists those there are");
        }
        if (target.All(char.IsAsciiDigit))
            return (null, $"no process has the number {target}{OrHidden(proc)}; smapstop without a number lists those there are");
        var named = Named(proc.List(), target);
        return named.Length switch
        {
            0 => (null, $"no process is called {Printable.From(target)}{OrHidden(proc)}; smapstop without a name lists those there are"),
            1 => (first.StartWatch(named[0]), null),
            _ => (first.SetFilter(Printable.From(target)), null),
        };
    }

    /// <summary>Goes behind what is said of a process that is not there.</summary>
    internal static string OrHidden(IProc proc) =>
        proc.HidesProcesses ? ", or it is hidden from you: /proc is mounted with hidepid, and root or CAP_SYS_PTRACE sees all" : "";

    /// <summary>The processes whose name, or whose program's file name, is the one given.</summary>
    internal static ImmutableArray<ProcessInfo> Named(ImmutableArray<ProcessInfo> processes, string name) =>
        [.. processes.Where(process => process.Pid != Environment.ProcessId
            && (process.Name == name || Path.GetFileName(process.Command.Split(' ')[0]) == name))];
}
