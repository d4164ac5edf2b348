using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class PrintableTests
{
    [Theory]
    [InlineData("plain ~ text", "plain ~ text")]
    [InlineData("", "")]
    [InlineData("a\tb\nc\rd", @"a\tb\nc\rd")]
    [InlineData("\u001b[31m\u0000\u007f", @"\x1b[31m\x00\x7f")]
    [InlineData("\u0085\u009b", @"\u0085\u009b")]
    [InlineData("\u202e\u200b\ufeff\u00ad", @"\u202e\u200b\ufeff\u00ad")]
    [InlineData("\u2028\u2029", @"\u2028\u2029")]
    [InlineData("\ue000", @"\ue000")]
    [InlineData("\U000e0001", @"\U000e0001")]
    [InlineData("\u2066a\u2069\u061c", @"\u2066a\u2069\u061c")]
    [InlineData("a\u034f\u3164\u115f\ufe0f\U000e0100", @"a\u034f\u3164\u115f\ufe0f\U000e0100")]
    [InlineData("\U0001f1e9\U0001f1ea \U0001f44d\U0001f3fd", "\\U0001f1e9\\U0001f1ea \U0001f44d\\U0001f3fd")]
    [InlineData("\u0301a\u0301", "\\u0301a\u0301")]
    [InlineData("a\u0301\u0302\u0303\u0304\u0305\u0306\u0307b", "a\u0301\u0302\u0303\u0304\u0305\\u0306\\u0307b")]
    [InlineData("กำนี้ हिन्दी 한글", "กำนี้ हिन्दी 한글")]
    [InlineData(@"back\slash\012", @"back\slash\012")]
    [InlineData("自己的库 é e\u0301 😀", "自己的库 é e\u0301 😀")]
    public void Text_becomes_safe_to_print(string text, string safe) => Assert.Equal(safe, Printable.From(text));

    [Theory]
    [InlineData(new byte[] { 0xff, 0xfe }, @"\xff\xfe")]
    [InlineData(new byte[] { (byte)'a', 0x80, (byte)'b' }, @"a\x80b")]
    [InlineData(new byte[] { 0xc3 }, @"\xc3")]
    [InlineData(new byte[] { 0xe8, 0x87, (byte)'/' }, @"\xe8\x87/")]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 }, @"\xed\xa0\x80")]
    [InlineData(new byte[] { 0xc0, 0xaf }, @"\xc0\xaf")]
    [InlineData(new byte[] { 0xc3, 0xa9, 0xff }, @"é\xff")]
    public void Bytes_that_are_no_UTF_8_become_visible(byte[] bytes, string safe) => Assert.Equal(safe, Printable.From(bytes));

    [Fact]
    public void What_is_safe_stays_as_it_is()
    {
        var everything = string.Concat(Enumerable.Range(0, 0x3000).Where(code => code is < 0xd800 or > 0xdfff).Select(char.ConvertFromUtf32));
        Assert.Equal(Printable.From(everything), Printable.From(Printable.From(everything)));
    }

    [Fact]
    public void No_control_character_is_left()
    {
        var everything = string.Concat(Enumerable.Range(0, 0x3000).Select(code => (char)code));
        Assert.DoesNotContain(Printable.From(everything), letter => char.IsControl(letter));
    }
}
