using SmapsTop.Core.Proc;
using SmapsTop.Core.Recording;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Recording;

public sealed class DamageTests : IDisposable
{
    private readonly Tape _tape = new();

    public void Dispose() => _tape.Dispose();

    [Fact]
    public void A_recording_torn_at_any_byte_has_every_sample_before_it()
    {
        Record(12);
        _tape.End("It was stopped.");
        for (var length = 0; length < _tape.Bytes.Length; length++)
        {
            if (length < RecordingFormat.FirstLine.Length)
            {
                Assert.False(RecordingReader.TryOpen(new MemoryStream(_tape.Bytes[..length]), "a\tpe", out _, out var problem));
                Assert.Matches(length == 0 ? @"^a\\tpe is empty" : $@"^a\\tpe is cut off at byte {length},", problem);
                continue;
            }
            var whole = _tape.Ends.Count(end => end <= length);
            var (samples, damage) = Tape.Read(_tape.Bytes[..length]);
            Tape.AssertSame(_tape.Samples.Take(whole).ToList(), samples);
            var good = whole == 0 ? RecordingFormat.FirstLine.Length : _tape.Ends[whole - 1];
            Assert.Equal(good == length ? null : new RecordingDamage(good, length - good, IsTail: true), damage);
        }
    }

    [Fact]
    public void A_flipped_bit_loses_the_samples_that_lean_on_it_and_no_other()
    {
        Record(160);
        var random = new Random(2);
        var full = _tape.Fulls();
        Assert.InRange(full.Count, 2, 5);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = _tape.Bytes;
            var place = random.Next(RecordingFormat.FirstLine.Length, bytes.Length);
            bytes[place] ^= (byte)(1 << random.Next(8));
            var hit = _tape.Ends.FindIndex(end => place < end);
            var next = full.Find(sample => sample > hit) is > 0 and var found ? found : _tape.Samples.Count;
            var (samples, damage) = Tape.Read(bytes);

            Assert.Equal([.. Times(_tape.Samples.Take(hit)), .. Times(_tape.Samples.Skip(next))], Times(samples));
            Assert.Equal(Totals(_tape.Samples.Take(hit).Concat(_tape.Samples.Skip(next))), Totals(samples));
            if (hit > 0)
                Tape.AssertSame(_tape.Samples[hit - 1], samples[hit - 1]);
            var from = hit == 0 ? RecordingFormat.FirstLine.Length : _tape.Ends[hit - 1];
            Assert.Equal(new RecordingDamage(from, _tape.Ends[next - 1] - from, next == _tape.Samples.Count), damage);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_else_happens_to_the_bytes_what_is_read_was_recorded(int seed)
    {
        Record(100);
        var random = new Random(seed);
        var known = _tape.Samples.ToDictionary(sample => sample.Time);
        for (var i = 0; i < 500; i++)
        {
            var bytes = _tape.Bytes.ToList();
            for (var wounds = random.Next(1, 4); wounds > 0; wounds--)
            {
                var place = random.Next(RecordingFormat.FirstLine.Length, bytes.Count);
                var count = Math.Min(random.Next(1, 3000), bytes.Count - place);
                if (random.Next(3) == 0)
                    bytes.RemoveRange(place, count);
                else if (random.Next(2) == 0)
                    bytes.InsertRange(place, bytes.GetRange(random.Next(bytes.Count - count + 1), count));
                else
                    for (var j = 0; j < count; j++)
                        bytes[place + j] = (byte)(random.Next(2) == 0 ? 0 : random.Next(256));
            }
            var (samples, _) = Tape.Read([.. bytes]);
            Assert.All(samples, sample =>
            {
                var recorded = known[sample.Time];
                Assert.Equal(recorded.Snapshot.Totals, sample.Snapshot.Totals);
                Assert.Equal(recorded.Snapshot.Mappings.Length, sample.Snapshot.Mappings.Length);
                Assert.All(recorded.Snapshot.Mappings.Zip(sample.Snapshot.Mappings), pair => Assert.True(pair.First.SaysTheSame(pair.Second)));
            });
        }
    }

    [Fact]
    public void A_sample_that_was_taken_out_is_missed()
    {
        Record(20);
        var bytes = _tape.Bytes;
        var (samples, damage) = Tape.Read([.. bytes[.._tape.Ends[8]], .. bytes[_tape.Ends[9]..]]);
        Assert.Equal(9, samples.Count);
        Assert.Equal(new RecordingDamage(_tape.Ends[8], _tape.Ends[19] - _tape.Ends[9], IsTail: true), damage);
    }

    [Fact]
    public void A_disk_that_fails_ends_the_recording_there()
    {
        Record(10);
        Assert.True(RecordingReader.TryOpen(new FailingStream(_tape.Bytes, _tape.Ends[4] + 3), "tape", out var reader, out _));
        Assert.Equal(5, reader.Rest().Count());
        Assert.Equal(_tape.Ends[4], reader.Damage?.Byte);
    }

    [Theory]
    [InlineData(true, 1, "night\\x1b is cut off or damaged from byte 1,234 on (5 bytes lost); 1 sample could be read.")]
    [InlineData(false, 2000, "night\\x1b is damaged from byte 1,234 on (5 bytes lost); 2,000 samples could be read.")]
    public void Damage_has_a_sentence(bool isTail, int samples, string sentence) =>
        Assert.Equal(sentence, new RecordingDamage(1234, 5, isTail).Sentence("night\e", samples));

    [Fact]
    public void A_sample_that_could_not_be_written_is_missing_and_the_next_are_there()
    {
        Record(3);
        _tape.Problem = "no space is left on the disk";
        Assert.Equal(_tape.Problem, _tape.Add(Fixture.Bytes("zoo", "smaps")));
        Assert.Equal(3, _tape.Writer.Samples);
        _tape.Problem = null;
        _tape.Add(Fixture.Bytes("swapped", "smaps"));
        _tape.Add(Fixture.Bytes("swapped", "smaps"));
        var (samples, damage) = Tape.Read(_tape.Bytes);
        Tape.AssertSame(_tape.Samples, samples);
        Assert.Null(damage);
    }

    private static List<DateTimeOffset> Times(IEnumerable<Sample> samples) => [.. samples.Select(sample => sample.Time)];

    private static List<Amounts> Totals(IEnumerable<Sample> samples) => [.. samples.Select(sample => sample.Snapshot.Totals)];

    private void Record(int count)
    {
        var process = new Changing(11);
        for (var i = 0; i < count; i++)
            Assert.Null(_tape.Add(process.Next()));
    }

    /// <summary>Gives so many bytes and then only errors.</summary>
    private sealed class FailingStream(byte[] bytes, int good) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) =>
            Position < good ? base.Read(buffer[..Math.Min(buffer.Length, good - (int)Position)]) : throw new IOException("the disk fails");
    }
}
