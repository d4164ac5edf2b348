using System.Text;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Recording;

namespace SmapsTop.Core.Tests.Recording;

public sealed class RoundTripTests : IDisposable
{
    private readonly Tape _tape = new();

    public void Dispose() => _tape.Dispose();

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void A_capture_comes_back_as_it_was(string capture)
    {
        for (var i = 0; i < 3; i++)
            Assert.Null(_tape.Add(Fixture.Bytes(capture, "smaps")));
        using var reader = Tape.Open(_tape.Bytes);
        var read = reader.Rest().ToList();
        Tape.AssertSame(_tape.Samples, read);
        Assert.Same(read[0].Snapshot, read[2].Snapshot);
        Assert.Equal((3, TimeSpan.FromSeconds(2), null, null), (reader.Count, reader.Interval, reader.Damage, reader.End));
    }

    [Fact]
    public void One_process_after_the_other_comes_back_as_it_was()
    {
        foreach (var capture in Fixture.Names.Concat(Fixture.Names))
            _tape.Add(Fixture.Bytes(capture, "smaps"));
        AssertComesBack();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_process_that_changes_comes_back_as_it_was(int seed)
    {
        var process = new Changing(seed);
        for (var i = 0; i < 400; i++)
            _tape.Add(process.Next());
        AssertComesBack();
    }

    [Fact]
    public void A_process_without_mappings_comes_back()
    {
        _tape.Add([]);
        _tape.Add(Fixture.Bytes("zoo", "smaps"));
        _tape.Add([]);
        _tape.Add([]);
        AssertComesBack();
    }

    [Fact]
    public void A_mapping_that_Linux_2_6_prints_twice_does_not_shift_those_behind_it()
    {
        const string twice = "00e00000-00e01000 r-xp 00e00000 00:00 0 [vdso]\nSize: 4 kB\nRss: 4 kB\n";
        foreach (var last in new[] { 4, 8, 8, 12 })
            _tape.Add(Encoding.ASCII.GetBytes(twice + twice + $"00f00000-00f09000 rw-p 00000000 00:00 0 \nSize: 36 kB\nRss: {last} kB\n"));
        AssertComesBack();
    }

    [Fact]
    public void What_is_known_of_the_process_comes_back_with_every_sample()
    {
        var text = Fixture.Bytes("zoo", "smaps");
        var process = new ProcessInfo
        {
            Identity = new ProcessIdentity(int.MaxValue, ulong.MaxValue, new ProgramMark(ulong.MaxValue, 1)),
            Name = "a\\x1bb",
            Command = new string('x', 100_000) + " 自己",
            User = "–",
            State = 'D',
            Threads = 20_000,
            Rss = 0,
            Swap = long.MaxValue - 1,
            Age = TimeSpan.FromMinutes(12345),
            IsReadable = false,
        };
        _tape.Add(text, sample => sample with { Process = process, Thread = 77, Cost = TimeSpan.FromTicks(1) });
        _tape.Add(text, sample => sample with { Process = process with { Rss = null, Swap = null, Age = null, IsReadable = true }, Limits = Limits.None });
        _tape.Add(text, sample => sample with
        {
            Time = new DateTimeOffset(2024, 2, 29, 23, 59, 59, 123, TimeSpan.FromHours(-9.5)).AddTicks(4567),
            Limits = new Limits { CgroupMost = 1, CgroupNow = 2, AddressSpace = 3, Data = 4, Available = 0, MostMappings = 6 },
        });
        _tape.Add(text, sample => sample with { Time = DateTimeOffset.MinValue });
        AssertComesBack();
    }

    [Fact]
    public void Text_that_is_not_safe_to_print_does_not_come_out_of_a_recording()
    {
        _tape.Add(Fixture.Bytes("zoo", "smaps"), sample => sample with { Process = sample.Process with { Name = "\e[31m", User = "\n" } });
        var process = Assert.Single(Tape.Read(_tape.Bytes).Samples).Process;
        Assert.Equal(("\\x1b[31m", "\\n"), (process.Name, process.User));
    }

    [Fact]
    public void The_end_says_why()
    {
        _tape.Add(Fixture.Bytes("zoo", "smaps"));
        Assert.Null(_tape.End("The process has ended."));
        using var reader = Tape.Open(_tape.Bytes);
        Assert.Single(reader.Rest());
        Assert.Equal(new RecordingEnd(State.States.Noon.AddHours(1), "The process has ended."), reader.End);
        Assert.Null(reader.Damage);
    }

    [Fact]
    public void A_recording_that_is_still_written_is_read_as_far_as_it_is_and_then_on()
    {
        var process = new Changing(5);
        for (var i = 0; i < 20; i++)
            _tape.Add(process.Next());
        using var stream = new MemoryStream();
        stream.Write(_tape.Bytes.AsSpan(0, _tape.Ends[9] + 7));
        stream.Position = 0;
        Assert.True(RecordingReader.TryOpen(stream, "tape", out var reader, out _));
        var read = reader.Rest().ToList();
        Assert.Equal((10, new RecordingDamage(_tape.Ends[9], 7, IsTail: true)), (read.Count, reader.Damage));
        var place = stream.Position;
        stream.Write(_tape.Bytes.AsSpan(_tape.Ends[9] + 7));
        stream.Position = place;
        Tape.AssertSame(_tape.Samples, [.. read, .. reader.Rest()]);
        Assert.Null(reader.Damage);
    }

    private void AssertComesBack()
    {
        var (read, damage) = Tape.Read(_tape.Bytes);
        Assert.Null(damage);
        Tape.AssertSame(_tape.Samples, read);
    }
}
