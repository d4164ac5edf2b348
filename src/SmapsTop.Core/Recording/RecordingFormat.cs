namespace SmapsTop.Core.Recording;

/// <summary>
/// What a recording is. A line of text names it and its version; then comes frame after frame, each with a <see cref="FrameHeader"/>.
/// The content of a sample's frame is a piece of a Brotli stream, which begins anew with every full sample and is flushed after each:
/// what resembles the samples before takes next to no room. Unpacked it is the <see cref="SampleFacts"/>, and then up to its end
/// <see cref="SmapsPart"/>s: the place of the first mapping that is as in the sample before, how many are, and the raw text of those
/// that follow, with its length. The last frame, if the recording was ended and not cut off, is the <see cref="RecordingEnd"/>.
/// </summary>
internal static class RecordingFormat
{
    /// <summary>No sample is longer once unpacked, in bytes: room for 350,000 mappings, five times what the kernel lets a process have by itself.</summary>
    public const int LongestSample = 256 << 20;

    /// <summary>Nor its facts, of which only the command line can be long.</summary>
    public const int LongestFacts = 4 << 20;

    /// <summary>The samples after a full one that at least lean on it.</summary>
    public const int FewestAfterFull = 63;

    /// <summary>And at most: so many are lost if it is damaged.</summary>
    public const int MostAfterFull = 1023;

    /// <summary>The first line.</summary>
    public static ReadOnlySpan<byte> FirstLine => "smapstop recording 1\n"u8;

    /// <summary>The first line up to the version.</summary>
    public static ReadOnlySpan<byte> AnyFirstLine => FirstLine[..^2];
}
