using SmapsTop.Drawing;

namespace SmapsTop.Tests.Screens;

public sealed class FitTests
{
    [Theory]
    [InlineData(20, "the whole of it")]
    [InlineData(10, "most of it")]
    [InlineData(4, "som…")]
    public void The_longest_form_that_fits_is_taken(int cells, string expected) =>
        Assert.Equal(expected, Fit.FirstOf(["the whole of it", "most of it", "some of it"], cells));
}
