namespace SmapsTop.Core.Recording;

/// <summary>Where a recording goes.</summary>
public interface IRecordingFile
{
    /// <summary>Puts bytes behind those that are there, and makes sure that they stay: after that a power cut does not take them.</summary>
    /// <returns>Null, or what is the matter in the words of a sentence's end; the file is then as it was before.</returns>
    string? Append(ReadOnlySpan<byte> bytes);
}
