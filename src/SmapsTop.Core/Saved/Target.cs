using System.Collections.Immutable;
using System.Globalization;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Saved;

/// <summary>What a command is to look at once: a process by number or name, something saved, or standard input.</summary>
public static class Target
{
    /// <summary>Stands for standard input.</summary>
    public const string Input = "-";

    internal const string List = "smapstop without a target lists those there are";

    /// <summary>
    /// Reads a target. A number is a process, a word with a slash a file or a folder; any other word is a process's name, or a file or a
    /// folder here.
    /// </summary>
    /// <param name="proc">The machine.</param>
    /// <param name="target">What was given.</param>
    /// <param name="before">A sample whose mappings are to be told apart from these; null for none.</param>
    /// <param name="isFirst">Whether of a recording the first sample is wanted; else the last one.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The sample, or what is the matter; both if of a recording not all could be read.</returns>
    public static (Sample? Sample, Trouble? Trouble) Read(IProc proc, string target, Sample? before, bool isFirst, CancellationToken cancel)
    {
        if (target.Length == 0)
            return (null, new(TroubleKind.NotFound, $"the target is an empty word; give the number or the name of a process, or a file; {List}"));
        if (target == Input)
            return SavedSample.FromInput(before?.Snapshot);
        if (target.Length > 0 && target.All(char.IsAsciiDigit))
        {
            return int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && proc.Find(pid) is { } process
                ? Look(proc, process, before, cancel)
                : (null, new(TroubleKind.NotFound, $"no process has the number {target}{StartAt.OrHidden(proc)}; {List}"));
        }
        if (target.Contains('/'))
            return SavedSample.Load(target, before?.Snapshot, isFirst);

        var named = StartAt.Named(proc.List(), target);
        var isFile = Path.Exists(target);
        var name = Printable.From(target);
        return (named, isFile) switch
        {
            ([], true) => SavedSample.Load(target, before?.Snapshot, isFirst),
            ([], false) => (null, new(TroubleKind.NotFound, $"no process and no file is called {name}{StartAt.OrHidden(proc)}; {List}")),
            ([var only], false) => Look(proc, only, before, cancel),
            (_, false) => (null, new(TroubleKind.Unclear, $"{named.Length} processes are called {name}: give the number of one, {Numbers(named)}")),
            (_, true) => (null, new(TroubleKind.Unclear, $"both a process and a file are called {name}: give ./{name} for the file, or the process's number, {Numbers(named)}")),
        };
    }

    private static (Sample? Sample, Trouble? Trouble) Look(IProc proc, ProcessInfo process, Sample? before, CancellationToken cancel) =>
        proc.Look(process.Identity, before, cancel) switch
        {
            Reading.Seen seen => (seen.Sample, null),
            Reading.Unseen unseen => (null, Of(process, unseen)),
            _ => throw new InvalidOperationException("Not a reading that is known."),
        };

    /// <summary>Why a process was not seen.</summary>
    public static Trouble Of(ProcessInfo process, Reading.Unseen unseen)
    {
        var reason = unseen.Reason;
        var sentence = $"{process.Pid} {process.Name}: {reason.Sentence(unseen.Detail)}";
        if (reason == UnseenReason.Denied)
            return new(TroubleKind.NotPermitted, $"{sentence} {reason.Remedy}");
        if (reason == UnseenReason.Failed)
            return new(TroubleKind.NotPermitted, $"{sentence} Try again.");
        if (reason == UnseenReason.KernelThread || reason == UnseenReason.NoMemory || reason == UnseenReason.NotUnderstood)
            return new(TroubleKind.NotSmaps, $"{sentence} {(reason.IsFinal ? "Choose another: " + List : "Try again")}.");
        if (reason == UnseenReason.Hidden)
            return new(TroubleKind.NotFound, $"{sentence} {reason.Remedy}");
        return new(TroubleKind.NotFound, $"{sentence} {List}.");
    }

    /// <summary>The numbers of a few: there may be hundreds.</summary>
    internal static string Numbers(ImmutableArray<ProcessInfo> processes) =>
        string.Join(", ", processes.Take(8).Select(process => process.Pid.ToString(CultureInfo.InvariantCulture))) + (processes.Length > 8 ? " …" : "");
}
