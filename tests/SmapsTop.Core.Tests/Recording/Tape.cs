using System.Buffers;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Recording;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Recording;

/// <summary>A recording in memory.</summary>
internal sealed class Tape : IRecordingFile, IDisposable
{
    private readonly SmapsParser _parser = new();
    private readonly List<byte> _bytes = [];
    private readonly RecordingWriter _writer;

    public Tape() => _writer = new RecordingWriter(this, TimeSpan.FromSeconds(2));

    /// <summary>The samples as they were when they were recorded.</summary>
    public List<Sample> Samples { get; } = [];

    /// <summary>Where each piece ended that was written.</summary>
    public List<int> Ends { get; } = [];

    /// <summary>What the file says instead of taking the next bytes; null while it takes them.</summary>
    public string? Problem { get; set; }

    /// <summary>The recording so far.</summary>
    public byte[] Bytes => [.. _bytes];

    public RecordingWriter Writer => _writer;

    /// <summary>Records a text as the next sample.</summary>
    public string? Add(ReadOnlySpan<byte> text, Func<Sample, Sample>? change = null)
    {
        var snapshot = SmapsTop.Core.Tests.Smaps.SmapsText.Read(_parser, text, Samples.LastOrDefault()?.Snapshot, 4096, out var error);
        Assert.True(snapshot is not null, error?.ToString());
        var sample = States.Sample(snapshot, time: States.Noon.AddSeconds(2 * Samples.Count));
        sample = change?.Invoke(sample) ?? sample;
        _writer.Text.ResetWrittenCount();
        _writer.Text.Write(text);
        var problem = _writer.Append(sample);
        if (problem is null)
            Samples.Add(sample);
        return problem;
    }

    /// <summary>The samples that need no other.</summary>
    public List<int> Fulls() => [.. Enumerable.Range(0, Ends.Count).Where(i =>
        _bytes[(i == 0 ? RecordingFormat.FirstLine.Length : Ends[i - 1]) + FrameHeader.Mark.Length] == (byte)FrameKind.Full)];

    public string? End(string why) => _writer.End(new RecordingEnd(States.Noon.AddHours(1), why));

    public string? Append(ReadOnlySpan<byte> bytes)
    {
        if (Problem is not null)
            return Problem;
        _bytes.AddRange(bytes);
        Ends.Add(_bytes.Count);
        return null;
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>Opens a recording.</summary>
    public static RecordingReader Open(byte[] bytes)
    {
        Assert.True(RecordingReader.TryOpen(new MemoryStream(bytes), "tape", out var reader, out var problem), problem);
        return reader;
    }

    /// <summary>Reads a recording to its end.</summary>
    public static (List<Sample> Samples, RecordingDamage? Damage) Read(byte[] bytes)
    {
        using var reader = Open(bytes);
        return ([.. reader.Rest()], reader.Damage);
    }

    /// <summary>Asserts that samples were read just as they were when they were recorded.</summary>
    public static void AssertSame(IReadOnlyList<Sample> recorded, IReadOnlyList<Sample> read)
    {
        Assert.Equal(recorded.Count, read.Count);
        for (var i = 0; i < read.Count; i++)
        {
            AssertSame(recorded[i], read[i]);
            if (i > 0)
                Assert.Equal(Kept(recorded[i - 1].Snapshot, recorded[i].Snapshot), Kept(read[i - 1].Snapshot, read[i].Snapshot));
        }
    }

    /// <summary>Asserts that a sample says what another one says.</summary>
    public static void AssertSame(Sample recorded, Sample read)
    {
        Assert.True(recorded.Time.EqualsExact(read.Time));
        Assert.Equal(
            (recorded.Process, recorded.Cost, recorded.Thread, recorded.Limits), (read.Process, read.Cost, read.Thread, read.Limits));
        var (before, now) = (recorded.Snapshot, read.Snapshot);
        Assert.Equal(
            (before.Totals, before.VmSize, before.Reserved, before.Mappings.Length), (now.Totals, now.VmSize, now.Reserved, now.Mappings.Length));
        Assert.All(before.Mappings.Zip(now.Mappings), pair =>
        {
            Assert.True(pair.First.SaysTheSame(pair.Second), pair.First.ToString());
            Assert.Equal((pair.First.Id, pair.First.Kind, pair.First.Name.Text), (pair.Second.Id, pair.Second.Kind, pair.Second.Name.Text));
        });
    }

    /// <summary>The places of the mappings that are the very same object as before.</summary>
    private static List<int> Kept(Snapshot before, Snapshot now)
    {
        var known = before.Mappings.ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return [.. Enumerable.Range(0, now.Mappings.Length).Where(i => known.Contains(now.Mappings[i]))];
    }
}
