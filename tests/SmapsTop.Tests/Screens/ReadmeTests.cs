using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security;
using System.Text;
using SmapsTop.Core.Tests;

namespace SmapsTop.Tests.Screens;

/// <summary>The pictures are golden screens. With SMAPSTOP_ACCEPT=1 in the environment they are written anew.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_pictures_are_what_the_program_shows()
    {
        Matches("maps-dotnet.120x36");
        Matches("growth.80x24");
    }

    [Fact]
    public void The_picture_among_the_assets_is_what_the_program_shows()
    {
        var folder = Here();
        var file = Path.GetFullPath(Path.Combine(folder, "../../../assets/leak.svg"));
        var picture = Svg(File.ReadAllLines(Path.Combine(folder, "maps-leaking.120x36.txt")));
        if (Environment.GetEnvironmentVariable("SMAPSTOP_ACCEPT") == "1")
            File.WriteAllText(file, picture);
        else
            Assert.Equal(picture, File.ReadAllText(file));
    }

    /// <summary>A screen as a drawing: each line a text whose length is fixed, so that columns stand whatever the font is.</summary>
    private static string Svg(string[] lines)
    {
        const int CellWidth = 8;
        const int LineHeight = 18;
        var (width, height) = (lines.Max(Drawing.Fit.Cells) * CellWidth + 32, lines.Length * LineHeight + 32);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"13\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#15181d\"/>\n");
        for (var i = 0; i < lines.Length; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"{16 + (i + 1) * LineHeight - 5}\" fill=\"#d5d9e0\" xml:space=\"preserve\" textLength=\"{Drawing.Fit.Cells(lines[i]) * CellWidth}\">{SecurityElement.Escape(lines[i])}</text>\n");
        return svg.Append("</svg>\n").ToString();
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private static void Matches(string name) =>
        ReadmePart.Matches($"picture: {name}", $"```\n{File.ReadAllText(Path.Combine(Here(), name + ".txt"))}```\n");
}
