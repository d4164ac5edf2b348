using SmapsTop.Core.Recording;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.Recording;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Fuzz;

/// <summary>Recordings to read.</summary>
internal static class MadeTapes
{
    /// <summary>A recording of a process that changes, and its samples by their times.</summary>
    public static (byte[] Bytes, Dictionary<DateTimeOffset, Snapshot> Samples) Recorded(int samples, int seed)
    {
        using var tape = new Tape();
        var process = new Changing(seed);
        for (var i = 0; i < samples; i++)
            Assert.Null(tape.Add(process.Next()));
        return (tape.Bytes, tape.Samples.ToDictionary(sample => sample.Time, sample => sample.Snapshot));
    }

    /// <summary>A recording of two samples that its own writer would not have written: its checksums are right, what it says need not be.</summary>
    /// <param name="full">The text of the first sample.</param>
    /// <param name="parts">What the second one repeats of the first, and the text that follows.</param>
    /// <param name="wrong">What is wrong with the second one besides.</param>
    public static byte[] Forged(byte[] full, (int First, int Same, (string What, byte[] Text) New)[] parts, IEnumerable<Mutation> wrong)
    {
        var facts = new FieldWriter();
        SampleFacts.Write(facts, States.Sample(Snapshot.Empty), TimeSpan.FromSeconds(1));
        using var frame = new FrameWriter();
        frame.Begin(RecordingFormat.FirstLine);
        frame.Restart();
        frame.Add([.. facts.Bytes, .. Part(0, 0, full)]);
        var first = frame.End(FrameKind.Full, 0).ToArray();
        frame.Begin([]);
        frame.Add(Mutation.Apply(wrong, [.. facts.Bytes, .. parts.SelectMany(part => Part(part.First, part.Same, part.New.Text))]));
        return [.. first, .. frame.End(FrameKind.Next, 1)];
    }

    private static byte[] Part(int first, int same, byte[] text)
    {
        var fields = new FieldWriter();
        fields.Number(first);
        fields.Number(same);
        fields.Number(text.Length);
        return [.. fields.Bytes, .. text];
    }
}
