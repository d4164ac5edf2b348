using System.Text;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class SmapsErrorTests
{
    private const string NextHeader = "3000-4000 rw-p 00000000 00:00 0";

    private static readonly string Good = SmapsText.Vm(0x1000, 0x2000);

    [Theory]
    [InlineData("16ec0000000-16efa600000")]
    [InlineData("3000-4000 rw-p")]
    [InlineData("3000-4000 rw-z 00000000 00:00 0")]
    [InlineData("3000-4000 rw-ps 00000000 00:00 0")]
    [InlineData("3000-4000 rw-p 0000000g 00:00 0")]
    [InlineData("3000-4000 rw-p 00000000 00-00 0")]
    [InlineData("3000-4000 rw-p 00000000 100000000:00 0")]
    [InlineData("3000-4000 rw-p 00000000 00:00 x")]
    [InlineData("3000-4000 rw-p 00000000 00:00 0/x")]
    [InlineData("3000-10000000000000000 rw-p 00000000 00:00 0")]
    public void A_header_must_have_all_columns(string header) => Says(Good + SmapsText.Lines(header, "Size: 4 kB"), 4, "a header is start-end perms");

    [Theory]
    [InlineData("Size: 4 kB")]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    public void Nothing_but_a_header_may_come_first(string line) => Says(SmapsText.Lines(line), 1, "expected a mapping's header");

    [Theory]
    [InlineData("4000-3000")]
    [InlineData("3000-3000")]
    public void A_mapping_must_end_after_it_starts(string range) => Says(Good + SmapsText.Lines(range + " rw-p 00000000 00:00 0"), 4, "ends before it starts");

    [Fact]
    public void Fields_that_go_on_and_on_are_no_record() =>
        Says(Good + SmapsText.Lines(Enumerable.Range(0, 200).Select(i => $"Field{i}: 1")), 104, "more fields than any kernel prints");

    [Fact]
    public void Once_it_is_known_to_be_no_smaps_nothing_more_need_be_read()
    {
        var parser = new SmapsParser();
        parser.Begin(null);
        parser.Feed(Encoding.UTF8.GetBytes(Good));
        Assert.False(parser.HasFailed);
        parser.Feed("nonsense\n"u8);
        Assert.True(parser.HasFailed);
        parser.Begin(null);
        Assert.False(parser.HasFailed);
    }

    [Fact]
    public void Addresses_must_not_go_backwards() => Says(Good + SmapsText.Vm(0x5000, 0x6000) + SmapsText.Vm(0x4000, 0x5000), 7, "addresses go backwards");

    [Theory]
    [InlineData("Rss:")]
    [InlineData("Rss: kB")]
    [InlineData("Rss: -4 kB")]
    [InlineData("Rss: +4 kB")]
    [InlineData("Rss: 0x4 kB", "Rss is not in kB")]
    [InlineData("Rss: 123456789012345678901234567890 kB")]
    [InlineData("Rss: 4\0 kB", "Rss is not in kB")]
    [InlineData("Rss: 99999999999999 kB", "Rss is more than any address space holds")]
    [InlineData("Rss: 4", "Rss is not in kB")]
    [InlineData("Rss: 4 MB", "Rss is not in kB")]
    [InlineData("Rss: 4.5 kB", "Rss is not in kB")]
    [InlineData("THPeligible: 1 kB", "THPeligible is no bare number")]
    [InlineData("Size: 4 kB", "Size stands twice")]
    [InlineData("Rss 4 kB", "expected a field")]
    [InlineData("", "expected a field")]
    [InlineData("\0", "expected a field")]
    public void A_bad_field_is_named_with_its_line(string line, string problem = "Rss has no valid number") =>
        Says(Good + SmapsText.Lines(NextHeader, "Size: 4 kB", line), 6, problem);

    [Fact]
    public void Flags_must_not_stand_twice() => Says(Good + SmapsText.Lines("VmFlags: rd", "VmFlags: rd"), 5, "VmFlags stands twice");

    [Fact]
    public void Windows_line_ends_are_an_error() => Says(Good.ReplaceLineEndings("\r\n"), 2, "Size is not in kB");

    [Theory]
    [InlineData("VmFl")]
    [InlineData("Swap: 4 kB")]
    [InlineData("3000-4000 rw-p")]
    public void The_last_line_must_be_whole(string cut) => Says(Good + cut, 4, "the last line is cut off");

    [Theory]
    [InlineData("")]
    [InlineData("Size: 4 kB\n")]
    public void The_last_record_must_be_whole(string fields)
    {
        var text = Good + SmapsText.Lines(NextHeader) + fields;
        Says(text, text.Count(letter => letter == '\n'), "the last record is cut off");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_maps_file_is_recognized_at_its_first_line(int mappings) =>
        Says(SmapsText.Lines(Enumerable.Range(1, mappings).Select(i => $"{i}000-{i + 1}000 rw-p 00000000 00:00 0 ")), 1, "this is a maps file, not smaps");

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(4096)]
    public void A_line_of_a_megabyte_is_an_error_in_pieces_of_any_size(int piece)
    {
        var error = SmapsText.ErrorOf(Good + SmapsText.Lines(NextHeader + " /" + new string('x', 1 << 20), "Size: 4 kB", "Rss: 4 kB"), piece);
        Assert.Equal((4, "the line is longer than any line of smaps"), (error.Line, error.Problem));
    }

    [Fact]
    public void A_long_path_is_no_error()
    {
        var path = "/" + new string('x', 16_000);
        Assert.Equal(path, SmapsText.One(SmapsText.Vm(0x1000, 0x2000, path)).Name.Text);
    }

    [Fact]
    public void The_first_error_counts() => Says(SmapsText.Lines(SmapsText.Header, "Rss: x", "Size: x", "y") + "z", 2, "Rss");

    [Fact]
    public void An_error_says_its_line() => Assert.Equal("line 3: too bad", new SmapsError(3, "too bad").ToString());

    [Theory]
    [InlineData("Size: 4 kB\n")]
    [InlineData("1000-2000 rw-p 00000000 00:00 0 \nRss: x\n")]
    [InlineData("1000-2000 rw-p 00000000 00:00 0 \nSize: 4 k")]
    public void A_parser_works_again_after_an_error(string bad)
    {
        var parser = new SmapsParser();
        var good = Encoding.UTF8.GetBytes(Good);
        Assert.Null(SmapsText.Read(parser, Encoding.UTF8.GetBytes(bad), null, 7, out _));
        var snapshot = SmapsText.Read(parser, good, null, 7, out var error);
        Assert.Null(error);
        Assert.Equal(4, snapshot!.Totals[SmapsField.Rss]);
    }

    private static void Says(string text, int line, string problem)
    {
        var error = SmapsText.ErrorOf(text);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.Equal(line, error.Line);
        Assert.Equal(error, SmapsText.ErrorOf(text, 1));
    }
}
