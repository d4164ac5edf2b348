using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Recording;

/// <summary>What a recorded sample says besides the mappings: time, process, limits. Every sample says it all; what repeats takes no room once compressed.</summary>
internal static class SampleFacts
{
    public static void Write(FieldWriter to, Sample sample, TimeSpan interval)
    {
        to.Time(sample.Time);
        to.Number(interval.Ticks);
        to.Number(sample.Cost.Ticks);
        to.Optional(sample.Thread);
        Write(to, sample.Process);
        Write(to, sample.Limits);
    }

    /// <summary>Reads the facts; the sample has no mappings yet.</summary>
    public static (Sample Sample, TimeSpan Interval) Read(ref FieldReader from)
    {
        var time = from.Time();
        var interval = new TimeSpan(from.Number(TimeSpan.MaxValue.Ticks));
        var cost = new TimeSpan(from.Number(TimeSpan.MaxValue.Ticks));
        var thread = (int?)from.Optional(int.MaxValue);
        var process = ReadProcess(ref from);
        return (new Sample(process, Snapshot.Empty, time, cost, thread, ReadLimits(ref from)), interval);
    }

    private static void Write(FieldWriter to, ProcessInfo process)
    {
        to.Number(process.Pid);
        to.Number(process.Identity.StartTicks);
        to.Number(process.Identity.Program.StartCode);
        to.Number(process.Identity.Program.StartStack);
        to.Text(process.Name);
        to.Text(process.Command);
        to.Text(process.User);
        to.Number(process.State);
        to.Number(process.Threads);
        to.Optional(process.Rss);
        to.Optional(process.Swap);
        to.Optional(process.Age?.Ticks);
        to.Number(process.IsReadable ? 1 : 0);
    }

    private static ProcessInfo ReadProcess(ref FieldReader from) => new()
    {
        Identity = new ProcessIdentity((int)from.Number(int.MaxValue), from.Number(), new ProgramMark(from.Number(), from.Number())),
        Name = from.Text(),
        Command = from.Text(),
        User = from.Text(),
        State = (char)Math.Max(from.Number('~'), ' '),
        Threads = (int)from.Number(int.MaxValue),
        Rss = from.Optional(),
        Swap = from.Optional(),
        Age = from.Optional() is { } ticks ? new TimeSpan(ticks) : null,
        IsReadable = from.Number(1) == 1,
    };

    private static void Write(FieldWriter to, Limits limits)
    {
        to.Optional(limits.CgroupMost);
        to.Optional(limits.CgroupNow);
        to.Optional(limits.AddressSpace);
        to.Optional(limits.Data);
        to.Optional(limits.Available);
        to.Optional(limits.MostMappings);
    }

    private static Limits ReadLimits(ref FieldReader from) => new()
    {
        CgroupMost = from.Optional(),
        CgroupNow = from.Optional(),
        AddressSpace = from.Optional(),
        Data = from.Optional(),
        Available = from.Optional(),
        MostMappings = from.Optional(),
    };
}
