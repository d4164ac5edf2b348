using System.Globalization;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Recording;

/// <summary>What of a recording could not be read.</summary>
/// <param name="Byte">Where that begins, from 0.</param>
/// <param name="Lost">How many bytes are lost, in all such places together.</param>
/// <param name="IsTail">True if nothing that can be read follows: so a recording ends that was cut off.</param>
public sealed record RecordingDamage(long Byte, long Lost, bool IsTail)
{
    /// <summary>Says it.</summary>
    /// <param name="file">The recording.</param>
    /// <param name="samples">How many samples could be read.</param>
    public string Sentence(string file, long samples) => string.Create(CultureInfo.InvariantCulture, $"""
        {Printable.From(file)} {(IsTail ? "is cut off or damaged" : "is damaged")} from byte {Byte:#,0} on ({Lost:#,0} bytes lost); {samples:#,0} {(samples == 1 ? "sample" : "samples")} could be read.
        """);
}
