using System.Runtime.CompilerServices;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;

namespace SmapsTop.Tty;

/// <summary>
/// The toolkit's input without its reader: that one looks for keys fifty times a second. It sets the terminal as the toolkit's own does,
/// and then sleeps until the end; <see cref="Turns"/> reads the keys.
/// </summary>
internal sealed class SleepingInput : AnsiInput
{
    private readonly ManualResetEventSlim _end = new();

    /// <summary>Makes the toolkit with this input, and with an output that draws nothing of its own. Its factory of both is nothing that its public constructors take.</summary>
    public static IApplication MakeToolkit(SleepingInput input) =>
        (IApplication)New(new AnsiComponentFactory(input, new IdleOutput()), new MonotonicTime());

    /// <summary>Lets the toolkit's thread go. To be called before the toolkit is closed, which waits for it.</summary>
    public void End() => _end.Set();

    /// <inheritdoc/>
    public override bool Peek()
    {
        _end.Wait();
        return false;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    [return: UnsafeAccessorType("Terminal.Gui.App.ApplicationImpl, Terminal.Gui")]
    private static extern object New(IComponentFactory factory, Terminal.Gui.Time.ITimeProvider time);
}
