using System.Collections.Immutable;
using System.Globalization;
using SmapsTop.Core.Grids;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Texts;

/// <summary>The first line of the screen: which process, and how it is looked at.</summary>
/// <param name="Subject">The process's number and command, which is shortened first.</param>
/// <param name="Facts">What else is known of it, the most important first; those without room go.</param>
/// <param name="Pace">How often it is read and what that costs; the most important first.</param>
/// <param name="Mode">Live, frozen, ended.</param>
/// <param name="IsAlarm">True if <paramref name="Mode"/> is not the usual one.</param>
public sealed record TitleLine(string Subject, ImmutableArray<string> Facts, ImmutableArray<string> Pace, string Mode, bool IsAlarm)
{
    /// <summary>The title of a state.</summary>
    public static TitleLine Of(AppState state)
    {
        // Frozen it stays as it was, or the screen would change whenever the machine is busy for a moment.
        var duty = state is { IsFrozen: true, Watch.Shown: { } frozen } ? state.Duty with { Cost = frozen.Sample.Cost } : state.Duty;
        var every = $"every {Seconds(state.IsOnList ? state.Interval : duty.Interval)}";
        if (state.Unit == SizeUnit.Kilobytes)
            every = "in kB · " + every;
        var (mode, isAlarm) = ModeOf(state);
        if (state.IsOnList || state.Watch is not { } watch)
            return new("smapstop", [ByteSize.FormatCount(state.Processes.Count) + " processes"], [every], mode, isAlarm);

        var process = watch.Known;
        var facts = ImmutableArray.CreateBuilder<string>();
        var thread = state.Sample?.Thread;
        if (thread is not null)
            facts.Add($"leader gone, read by thread {thread}");
        if (state.IsSaved && state.Sample is { } saved)
            facts.Add(saved.Time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (process.User != ByteSize.Unknown)
            facts.Add(process.User);
        // Of a process that is no more there is no state, and a leader that is gone does not tell of its threads.
        if (watch.GoesOn)
        {
            if (thread is null)
                facts.Add(process.StateWord);
            if (process.Age is { } age)
                facts.Add("up " + Words(age));
            facts.Add(process.Threads == 1 ? "1 thread" : $"{ByteSize.FormatCount(process.Threads)} threads");
        }
        ImmutableArray<string> pace = state.IsSaved ? state.Unit == SizeUnit.Kilobytes ? ["in kB"] : []
            : watch.Shown is { } look
            ? [every + Stretch(duty), Read(duty, duty.IsStretched ? duty.Cost : look.Sample.Cost), .. look.Number is { } number ? [$"#{number}"] : Array.Empty<string>()]
            : [every];
        return new(process.Pid == 0 ? process.Command : $"{process.Pid} {process.Command}", facts.DrainToImmutable(), pace, mode, isAlarm);
    }

    /// <summary>What is the matter and what to do about it; null if all is well.</summary>
    public static string? Banner(AppState state)
    {
        if (state.IsOnList || state.Watch is not { Trouble: { } trouble } watch)
            return null;
        var stays = watch.Latest is { } look && !trouble.Reason.IsSaved ? $" The sample of {Clock(look.Sample.Time)} stays." : "";
        return trouble.Reason.Sentence(trouble.Detail) + stays + " " + trouble.Reason.Remedy;
    }

    private static (string Mode, bool IsAlarm) ModeOf(AppState state)
    {
        if (!state.IsOnList && state.Watch?.Shown is { IsPast: true } past && state.CanTravel)
            return ($"at {Clock(past)}, {Duration.Text((long)(past.History.Last!.Time - past.Moment.Time).TotalSeconds)} back", true);
        if (state is { IsSaved: true, Watch: { } from })
            return from.GoesOn ? ("reading it", false) : ($"{from.Trouble!.Reason.Word} {Clock(from.Latest!.Sample.Time)}", false);
        if (!state.IsOnList && state.Watch is { Trouble: { } trouble } watch)
            return ($"{trouble.Reason.Word} {Clock(watch.TroubleSince!.Value)}", true);
        if (state.IsFrozen)
            return (state.Sample is { } sample && !state.IsOnList ? $"frozen {Clock(sample.Time)}" : "frozen", true);
        return state.WaitingFor is { } what ? ($"waiting for {what}", true) : ("live", false);
    }

    /// <summary>The time of a look; where its neighbour is less than a second away, with tenths.</summary>
    private static string Clock(Look look)
    {
        var time = look.Moment.Time;
        var after = look.History.WithMappingsFrom(time + TimeSpan.FromTicks(1))!.Time;
        return Clock(time) + (after - time < TimeSpan.FromSeconds(0.95) ? string.Create(CultureInfo.InvariantCulture, $".{time.Millisecond / 100}") : "");
    }

    private static string Read(Duty duty, TimeSpan cost) => $"read {Cost(cost)}, {Share(duty.ShareOf(cost))}";

    private static string Stretch(Duty duty) => duty.IsStretched ? $", not {Seconds(duty.Wanted)}" : "";

    private static string Share(double share) => share switch
    {
        < 0.0005 => "0 %",
        < 0.0995 => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %",
        _ => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
    };

    private static string Clock(DateTimeOffset time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds < 120
        ? time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s"
        : time.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture) + " min";

    private static string Cost(TimeSpan time) => time.TotalMilliseconds switch
    {
        < 9.95 => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms",
        < 999.5 => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms",
        _ => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s",
    };

    private static string Words(TimeSpan age) => age.TotalMinutes switch
    {
        < 1 => "under 1 min",
        < 60 => age.TotalMinutes.ToString("0", CultureInfo.InvariantCulture) + " min",
        < 24 * 60 => age.ToString(@"h\:mm", CultureInfo.InvariantCulture) + " h",
        _ => age.ToString(@"d'd 'hh\:mm", CultureInfo.InvariantCulture),
    };
}
