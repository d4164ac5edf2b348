using System.Text;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

/// <summary>Records that are known again by their text say what they would say if they were read.</summary>
public class KnownRecordTests
{
    private static readonly Func<string, string>[] Changes =
    [
        record => record.Replace("       4 kB", "       8 kB", StringComparison.Ordinal),
        record => record.Replace("       8 kB", "       4 kB", StringComparison.Ordinal),
        record => record.Replace("       0 kB\nVmFlags", " 123456789 kB\nVmFlags", StringComparison.Ordinal),
        record => record.Replace(" rd", "", StringComparison.Ordinal),
        record => record + "New:                   4 kB\n",
        record => record + "feed:                  4 kB\n",
        record => record.Replace("r--p", "rw-p", StringComparison.Ordinal),
        record => record.Replace(".so", ".xx", StringComparison.Ordinal),
        record => record + "Rss:                   4 kB\n",
    ];

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void Whatever_changes_a_reading_says_what_one_without_a_memory_says(string capture)
    {
        var random = new Random(capture.Length);
        var parser = new SmapsParser();
        var first = Records(Encoding.Latin1.GetString(Fixture.Bytes(capture, "smaps")));
        var records = first.ToArray();
        Snapshot? before = null;
        for (var look = 0; look < 60; look++)
        {
            for (var i = random.Next(4); i > 0; i--)
            {
                var at = random.Next(records.Length);
                records[at] = random.Next(4) switch
                {
                    0 => first[at],
                    1 => "",
                    _ => Changes[random.Next(Changes.Length)](records[at]),
                };
            }
            var all = Encoding.Latin1.GetBytes(string.Concat(records));
            var text = random.Next(10) == 0 ? all[..^random.Next(1, 60)] : all;
            var piece = random.Next(3) switch { 0 => int.MaxValue, 1 => 20_000, _ => random.Next(500, 3000) };
            var remembers = SmapsText.Read(parser, text, before, piece, out var error);
            var reads = SmapsText.Read(new SmapsParser(), text, null, int.MaxValue, out var expected);
            Assert.Equal(expected, error);
            if (remembers is null)
            {
                records = [.. first];
                continue;
            }
            Assert.Equal(reads!.Mappings.Length, remembers.Mappings.Length);
            Assert.All(reads.Mappings.Zip(remembers.Mappings), pair => Assert.True(pair.First.SaysTheSame(pair.Second)));
            Assert.Same(remembers, SmapsText.Read(parser, text, remembers, piece, out _));
            before = remembers;
        }
    }

    [Fact]
    public void A_record_that_has_grown_by_a_line_is_not_taken_for_what_it_was()
    {
        const string one = "1000-2000 rw-p 00000000 00:00 0 \nRss:                   4 kB\n";
        const string more = "Pss:                   2 kB\n";
        // A text may end with a line that a record before it ended with.
        const string first = "0400-0500 rw-p 00000000 00:00 0 \nRss:                   4 kB\n0500-1000 rw-p 00000000 00:00 0 \nRss:                   4 kB\n" + more;
        const string other = "2000-3000 rw-p 00000000 00:00 0 \nRss:                   4 kB\n";
        var parser = new SmapsParser();
        var before = SmapsText.Read(parser, Encoding.ASCII.GetBytes(first + one + other), null, int.MaxValue, out _);
        var after = SmapsText.Read(parser, Encoding.ASCII.GetBytes(first + one + more + other), before, int.MaxValue, out _);
        Assert.Equal([null, 2, 2, null], after!.Mappings.Select(mapping => mapping.Amounts[SmapsField.Pss]));
        Assert.Same(before!.Mappings[3], after.Mappings[3]);
    }

    private static string[] Records(string text)
    {
        var records = new List<string>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (SmapsHeader.LooksLike(Encoding.Latin1.GetBytes(line)))
                records.Add(line + "\n");
            else
                records[^1] += line + "\n";
        return [.. records];
    }
}
