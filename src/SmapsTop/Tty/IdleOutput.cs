using Terminal.Gui.Drivers;

namespace SmapsTop.Tty;

/// <summary>
/// The toolkit's output without its drawing: that one sends a cursor's place for each line, all colours with each change of one, and a link
/// for each text that looks like an address. The screen is sent by <see cref="Drawing.Pen"/>, and past the toolkit: of what is written
/// through this, it keeps a copy until it draws itself.
/// </summary>
internal sealed class IdleOutput : AnsiOutput
{
    /// <inheritdoc/>
    public override void Write(IOutputBuffer buffer)
    {
    }
}
