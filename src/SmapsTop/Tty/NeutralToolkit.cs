using System.Runtime.CompilerServices;
using Terminal.Gui.App;

namespace SmapsTop.Tty;

/// <summary>
/// Keeps Terminal.Gui from believing the folder it is started in. It would read its configuration from there and from the home
/// folder, and run <c>bash</c>, looked for there first, to find a clipboard.
/// </summary>
internal static class NeutralToolkit
{
    /// <summary>
    /// To be called before any type of the toolkit is touched, and after every path of the command line has been resolved.
    /// In the native executable the initializer that reads the configuration does not exist.
    /// </summary>
    public static void Prepare()
    {
        Environment.CurrentDirectory = "/";
        Environment.SetEnvironmentVariable("TUI_CONFIG", null);
        // With it the toolkit runs without a screen, for ever.
        Environment.SetEnvironmentVariable("DisableRealDriverIO", null);
        Environment.SetEnvironmentVariable("HOME", "/nonexistent");
        DenyClipboard();
        RunInitializer();
    }

    /// <summary>
    /// The toolkit looks for a clipboard only where standard input is a terminal, and the framework asks that once and
    /// remembers: it is asked while standard input is nothing.
    /// </summary>
    private static void DenyClipboard()
    {
        var input = Libc.Duplicate(0);
        var nothing = Libc.Open("/dev/null", 0);
        if (input < 0 || nothing < 0)
            return;
        _ = Libc.Duplicate(nothing, 0);
        _ = Console.IsInputRedirected;
        _ = Libc.Duplicate(input, 0);
        _ = Libc.Close(nothing);
        _ = Libc.Close(input);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunInitializer() => RuntimeHelpers.RunModuleConstructor(typeof(Application).Module.ModuleHandle);
}
