namespace SmapsTop.Core.Recording;

/// <summary>Why a recording ends where it does. One that was cut off, by a kill or a power cut, has none.</summary>
/// <param name="Time">When it was ended.</param>
/// <param name="Why">Why, in a printable sentence.</param>
public sealed record RecordingEnd(DateTimeOffset Time, string Why)
{
    internal void Write(FieldWriter to)
    {
        to.Time(Time);
        to.Text(Why);
    }

    internal static RecordingEnd? Read(ReadOnlySpan<byte> content)
    {
        var from = new FieldReader(content);
        var end = new RecordingEnd(from.Time(), from.Text());
        return from.IsBroken || !from.IsAtEnd ? null : end;
    }
}
