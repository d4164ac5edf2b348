using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SmapsTop.Core.Recording;

namespace SmapsTop.Core.Tests.Recording;

public sealed partial class SizeTests : IDisposable
{
    private readonly Tape _tape = new();

    /// <summary>Of 559 mappings.</summary>
    private string _text = Encoding.Latin1.GetString(Fixture.Bytes("dotnet", "smaps"));

    public void Dispose() => _tape.Dispose();

    [Fact]
    public void A_sample_that_says_nothing_new_takes_some_forty_bytes()
    {
        Record(40);
        Assert.InRange(_tape.Ends[0], 10_000, 20_000);
        Assert.InRange((_tape.Ends[^1] - _tape.Ends[0]) / 39, 30, 48);
    }

    [Fact]
    public void A_number_that_changes_takes_some_bytes_more()
    {
        Record(2);
        for (var i = 0; i < 20; i++)
        {
            var line = _text.IndexOf("Rss: ", _text.IndexOf(" [heap]\n", StringComparison.Ordinal), StringComparison.Ordinal);
            _text = _text[..line] + string.Create(CultureInfo.InvariantCulture, $"Rss: {9000 + i} kB") + _text[_text.IndexOf('\n', line)..];
            Record(1);
        }
        Assert.InRange((_tape.Ends[^1] - _tape.Ends[2]) / 19, 40, 100);
    }

    [Fact]
    public void One_number_in_twenty_that_changes_takes_less_than_a_hundredth_of_the_text()
    {
        var random = new Random(1);
        Record(1);
        for (var i = 0; i < 20; i++)
        {
            _text = Numbers().Replace(_text, match => random.Next(20) > 0 ? match.Value : $"{match.Groups[1]}{random.Next(10_000)} kB");
            Record(1);
        }
        Assert.InRange((_tape.Ends[^1] - _tape.Ends[0]) / 20, 1_000, _text.Length / 100);
    }

    [Fact]
    public void Full_samples_take_no_more_room_than_those_between_them()
    {
        var process = new Changing(21);
        for (var i = 0; i < 1000; i++)
            _tape.Add(process.Next());
        var fulls = _tape.Fulls();
        Assert.InRange(fulls.Count, 3, 1000 / (RecordingFormat.FewestAfterFull + 1) + 1);
        Assert.InRange(fulls.Skip(1).Sum(SizeOf), 1, Enumerable.Range(0, 1000).Except(fulls).Sum(SizeOf));
    }

    [Fact]
    public void However_little_changes_there_is_a_full_sample_now_and_then()
    {
        var random = new Random(3);
        _text = string.Concat(Enumerable.Range(1, 2000).Select(i => Smaps.SmapsText.Vm(i << 12, (i + 1) << 12, $"/{random.NextInt64():x}{random.NextInt64():x}")));
        Record(RecordingFormat.MostAfterFull + 10);
        Assert.Equal([0, RecordingFormat.MostAfterFull + 1], _tape.Fulls());
    }

    [GeneratedRegex(@"^((?:Rss|Pss|Private_Dirty|Referenced|Anonymous): +)\d+ kB", RegexOptions.Multiline)]
    private static partial Regex Numbers();

    private int SizeOf(int sample) => _tape.Ends[sample] - (sample == 0 ? 0 : _tape.Ends[sample - 1]);

    private void Record(int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Null(_tape.Add(Encoding.Latin1.GetBytes(_text)));
    }
}
