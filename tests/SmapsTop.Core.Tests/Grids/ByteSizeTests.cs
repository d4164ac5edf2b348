using SmapsTop.Core.Grids;

namespace SmapsTop.Core.Tests.Grids;

public class ByteSizeTests
{
    private const long Mega = 1024;
    private const long Giga = 1024 * Mega;
    private const long Tera = 1024 * Giga;

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0L, "0")]
    [InlineData(1L, "1K")]
    [InlineData(1023L, "1023K")]
    [InlineData(Mega, "1.0M")]
    [InlineData(Mega + 51, "1.0M")]
    [InlineData(Mega + 52, "1.1M")]
    [InlineData(1023 * Mega, "1023.0M")]
    [InlineData(Giga - 52, "1023.9M")]
    [InlineData(Giga - 51, "1.0G")]
    [InlineData(Giga - 1, "1.0G")]
    [InlineData(Giga, "1.0G")]
    [InlineData(Tera - 1, "1.0T")]
    [InlineData(Tera, "1.0T")]
    [InlineData(1024 * Tera, "1.0P")]
    [InlineData(52981240L, "50.5G")]
    [InlineData(-1L, "-1K")]
    [InlineData(-3 * Mega / 2, "-1.5M")]
    public void An_amount_has_the_unit_that_fits(long? kilobytes, string text) =>
        Assert.Equal(text, ByteSize.Format(kilobytes, SizeUnit.Auto));

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0L, "0")]
    [InlineData(1024L, "1024")]
    [InlineData(9999999999L, "9999999999")]
    [InlineData(10 * Tera, "10.0T")]
    public void In_kilobytes_it_is_exact_as_long_as_it_fits(long? kilobytes, string text) =>
        Assert.Equal(text, ByteSize.Format(kilobytes, SizeUnit.Kilobytes));

    [Theory]
    [InlineData(null, SizeUnit.Auto, "–")]
    [InlineData(0L, SizeUnit.Auto, "0")]
    [InlineData(12 * Mega, SizeUnit.Auto, "+12.0M")]
    [InlineData(-12 * Mega, SizeUnit.Auto, "-12.0M")]
    [InlineData(12 * Mega, SizeUnit.Kilobytes, "+12288")]
    [InlineData(-12 * Mega, SizeUnit.Kilobytes, "-12288")]
    public void A_change_has_its_sign(long? kilobytes, SizeUnit unit, string text) => Assert.Equal(text, ByteSize.FormatChange(kilobytes, unit));

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0L, "0")]
    [InlineData(999L, "999")]
    [InlineData(65530L, "65,530")]
    [InlineData(1234567L, "1,234,567")]
    public void A_count_has_its_thousands_set_apart(long? count, string text) => Assert.Equal(text, ByteSize.FormatCount(count));

    [Theory]
    [InlineData(SizeUnit.Auto)]
    [InlineData(SizeUnit.Kilobytes)]
    public void No_amount_is_wider_than_its_column(SizeUnit unit)
    {
        for (var step = 0; step <= 46; step++)
        {
            foreach (var around in new[] { -53, -52, -51, -1, 0, 1 })
            {
                var amount = (1L << step) + around;
                Assert.InRange(ByteSize.Format(Math.Abs(amount), unit).Length, 1, ByteSize.Width(unit));
                Assert.InRange(ByteSize.FormatChange(amount, unit).Length, 1, ByteSize.Width(unit) + 1);
                Assert.InRange(ByteSize.FormatChange(-amount, unit).Length, 1, ByteSize.Width(unit) + 1);
                Assert.DoesNotContain("1024.0", ByteSize.Format(amount, unit));
            }
        }
    }
}
