using System.Text;
using SmapsTop.Core.Smaps;
using SmapsTop.Drawing;
using Terminal.Gui.Text;

namespace SmapsTop.Tests.Screens;

/// <summary>The reports, the panes and the toolkit count the cells of a text alike.</summary>
public sealed class CellWidthTests
{
    [Fact]
    public void Every_character_that_is_shown_is_drawn_into_as_many_cells_as_are_counted()
    {
        var canvas = new Canvas();
        canvas.Begin(40, 1);
        foreach (var rune in Enumerable.Range(0x20, 0x10ffff - 0x20).Where(Rune.IsValid).Select(code => new Rune(code)))
        {
            // A mark is shown on something.
            var text = rune.ToString().GetColumns() == 0 ? "e" + rune : rune.ToString();
            if (Printable.From(text) == text)
                Assert.True(canvas.Text(0, 0, text, Style.Normal) == CellWidth.Of(text), $"U+{rune.Value:X4}");
        }
    }

    [Theory]
    [InlineData("自己的库😀.so")]
    [InlineData("กำนี้")]
    [InlineData("हिन्दी")]
    [InlineData("ကာ")]
    [InlineData("\u1112\u1161\u11ab")]
    [InlineData("e\u0301\u0302")]
    public void A_text_is_drawn_into_as_many_cells(string text)
    {
        var canvas = new Canvas();
        canvas.Begin(40, 1);
        Assert.Equal(CellWidth.Of(text), canvas.Text(0, 0, text, Style.Normal));
        Assert.Equal(CellWidth.Of(text), Fit.Cells(text));
    }
}
