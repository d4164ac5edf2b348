using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class SmapsWriterTests
{
    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void What_was_read_is_written_byte_for_byte(string capture)
    {
        var written = new MemoryStream();
        SmapsWriter.Write(written, Fixture.Smaps(capture));
        Assert.Equal(Fixture.Bytes(capture, "smaps"), written.ToArray());
    }

    [Fact]
    public void What_this_program_does_not_know_and_what_old_kernels_print_is_read_again_the_same()
    {
        var snapshot = SmapsText.Parse("1000-2000 rw-p 00000000 00:00 0 [heap]\nRss: 4 kB\nSize: 4 kB\nBrandNew: 12 apples\n2000-3000 r--p 00000000 08:01 7 /a b\\012c \nRss: 0 kB\nSize: 4 kB\nBrandNew: 0 apples\n");
        var written = new MemoryStream();
        SmapsWriter.Write(written, snapshot);
        Assert.True(SmapsParser.TryParse(written.ToArray(), out var again, out var error), error?.ToString());
        Assert.All(snapshot.Mappings.Zip(again.Mappings), pair => Assert.True(pair.First.SaysTheSame(pair.Second)));
        Assert.Equal(2, again.Mappings.Length);
    }
}
