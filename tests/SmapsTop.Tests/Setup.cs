using System.Runtime.CompilerServices;

namespace SmapsTop.Tests;

internal static class Setup
{
    /// <summary>Before the toolkit is touched: it would take over the terminal of whoever runs the tests. Times on golden screens are in UTC.</summary>
    [ModuleInitializer]
    internal static void Initialize()
    {
        Environment.SetEnvironmentVariable("DisableRealDriverIO", "1");
        Environment.SetEnvironmentVariable("TZ", "UTC");
    }
}
