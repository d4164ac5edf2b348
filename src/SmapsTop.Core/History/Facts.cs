using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.History;

/// <summary>What a sample says besides its mappings, as the history keeps it: equal parts are those of the moment before.</summary>
internal sealed class Facts
{
    private const int OfSample = 72;
    private const int OfProcess = 136;
    private const int OfLimits = 112;

    private readonly Sample _sample;

    private Facts(Sample sample, int bytes)
    {
        _sample = sample;
        Bytes = bytes;
    }

    /// <summary>Bytes of memory it takes beyond what it shares with the one before.</summary>
    public int Bytes { get; }

    /// <summary>What a sample says, after what the one before said.</summary>
    public static Facts Of(Sample sample, Facts? before)
    {
        var bytes = 24 + OfSample;
        var (process, limits) = (sample.Process, sample.Limits);
        if (process == before?._sample.Process)
        {
            process = before._sample.Process;
        }
        else
        {
            process = process with
            {
                Name = Kept(process.Name, before?._sample.Process.Name, ref bytes),
                Command = Kept(process.Command, before?._sample.Process.Command, ref bytes),
                User = Kept(process.User, before?._sample.Process.User, ref bytes),
            };
            bytes += OfProcess;
        }
        if (limits == before?._sample.Limits)
            limits = before._sample.Limits;
        else
            bytes += OfLimits;
        // A snapshot has sums and libraries of its own, which are quickly made again: only the mappings are kept.
        return new Facts(sample with { Process = process, Limits = limits, Snapshot = Snapshot.Empty }, bytes);
    }

    /// <summary>The sample again, with its mappings.</summary>
    public Sample With(Snapshot snapshot) => _sample with { Snapshot = snapshot };

    private static string Kept(string text, string? before, ref int bytes)
    {
        if (text == before)
            return before;
        bytes += Footprint.OfText(text);
        return text;
    }
}
