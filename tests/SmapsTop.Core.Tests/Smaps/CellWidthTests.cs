using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class CellWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("plain", 5)]
    [InlineData("é–▼⣀│", 5)]
    [InlineData("e\u0301", 1)]
    [InlineData("自己的库.so", 11)]
    [InlineData("😀", 2)]
    [InlineData("한글", 4)]
    [InlineData("\u1112\u1161\u11ab", 2)]
    [InlineData("ﾊﾝｶｸ", 4)]
    [InlineData("Ｆ", 2)]
    [InlineData("हिन्दी", 3)]
    [InlineData("\u0301", 1)]
    public void A_text_takes_as_many_cells(string text, int cells) => Assert.Equal(cells, CellWidth.Of(text));

    [Fact]
    public void Blanks_fill_up_cells_and_not_letters() => Assert.Equal(("自  |", "e\u0301   |", "long|"), (CellWidth.Pad("自", 4) + "|", CellWidth.Pad("e\u0301", 4) + "|", CellWidth.Pad("long", 3) + "|"));
}
