using System.Text;
using System.Text.Json.Nodes;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Reports;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Reports;

/// <summary>Writes reports.</summary>
internal static class Reported
{
    public static byte[] Bytes(Sample sample, ReportWords words)
    {
        var (request, problem) = ReportRequest.Of(words);
        Assert.True(request is not null, problem);
        using var stream = new MemoryStream();
        request.Format.Write(stream, ReportRequest.StateOf(sample), request);
        return stream.ToArray();
    }

    public static string Text(Snapshot snapshot, ReportWords words) => Encoding.UTF8.GetString(Bytes(States.Sample(snapshot), words));

    public static string Text(string capture, ReportWords words) => Text(Fixture.Smaps(capture), words);

    /// <summary>The lines without their ends; every line has one.</summary>
    public static string[] Lines(Snapshot snapshot, ReportWords words, string end = "\n")
    {
        var lines = Text(snapshot, words).Split(end);
        Assert.Equal("", lines[^1]);
        return lines[..^1];
    }

    public static JsonNode Json(Sample sample, string? view = null) => JsonNode.Parse(Bytes(sample, new(Format: "json", View: view)))!;

    public static JsonNode Json(Snapshot snapshot, string? view = null) => Json(States.Sample(snapshot), view);
}
