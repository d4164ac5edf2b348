using System.Text;
using SmapsTop.Core.Recording;

namespace SmapsTop.Core.Tests.Recording;

public sealed class ForgedTests : IDisposable
{
    private readonly Tape _tape = new();

    public void Dispose() => _tape.Dispose();

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(FrameHeader.LongestContent)]
    [InlineData(FrameHeader.LongestContent + 1)]
    [InlineData(-1)]
    public void A_length_that_cannot_be_takes_no_memory(int length)
    {
        Record(3);
        var forged = new byte[FrameHeader.Size];
        new FrameHeader(FrameKind.Full, 3, length, 0).Write(forged);
        var bytes = new byte[_tape.Bytes.Length + forged.Length];
        _tape.Bytes.CopyTo(bytes, 0);
        forged.CopyTo(bytes, _tape.Bytes.Length);
        using var reader = Tape.Open(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(3, reader.Rest().Count());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
        Assert.Equal(new RecordingDamage(_tape.Bytes.Length, FrameHeader.Size, IsTail: true), reader.Damage);
    }

    [Fact]
    public void Content_that_unpacks_to_more_than_any_sample_is_none()
    {
        using var frame = new FrameWriter();
        frame.Begin(RecordingFormat.FirstLine);
        frame.Restart();
        for (var i = 0; i < RecordingFormat.LongestSample / (1 << 20) + 5; i++)
            frame.Add(new byte[1 << 20]);
        var (samples, damage) = Tape.Read(frame.End(FrameKind.Full, 0).ToArray());
        Assert.Empty(samples);
        Assert.Equal(RecordingFormat.FirstLine.Length, damage?.Byte);
    }

    [Fact]
    public void Content_that_was_forged_is_no_sample()
    {
        Record(2);
        var random = new Random(7);
        foreach (var kind in new[] { FrameKind.Full, FrameKind.Next, FrameKind.End, (FrameKind)9 })
        {
            for (var i = 0; i < 300; i++)
            {
                using var frame = new FrameWriter();
                frame.Begin([]);
                frame.Restart();
                var content = new byte[random.Next(300)];
                random.NextBytes(content);
                if (kind == FrameKind.Full)
                    frame.Add(content);
                else
                    frame.AddPlain(content);
                using var reader = Tape.Open([.. _tape.Bytes, .. frame.End(kind == FrameKind.Full ? kind : FrameKind.End, 2)]);
                Assert.Equal(2, reader.Rest().Count());
                Assert.Null(reader.End);
            }
        }
    }

    [Fact]
    public void What_is_no_recording_is_refused_in_a_sentence()
    {
        Assert.Matches("^capture is no recording .*byte 0", Refusal(Fixture.Bytes("zoo", "smaps")));
        Assert.Matches("^capture is no recording .*byte 0", Refusal("smapstop"u8.ToArray().Prepend((byte)' ').ToArray()));
        Assert.Matches("newer smapstop", Refusal(Encoding.ASCII.GetBytes("smapstop recording 2\nanything")));
    }

    private static string Refusal(byte[] bytes)
    {
        Assert.False(RecordingReader.TryOpen(new MemoryStream(bytes), "capture", out _, out var problem));
        Assert.EndsWith(".", problem);
        return problem;
    }

    private void Record(int count)
    {
        var process = new Changing(11);
        for (var i = 0; i < count; i++)
            Assert.Null(_tape.Add(process.Next()));
    }
}
