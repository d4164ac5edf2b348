using System.Runtime.InteropServices;

namespace SmapsTop.Core.Tests.Proc;

/// <summary>Gives the calling thread, until it is disposed, no more right to files than a stranger has; for one who is none.</summary>
internal sealed partial class Nobody : IDisposable
{
    private const uint Stranger = 65_534;

    private readonly uint _before = SetFileUser(Stranger);

    public void Dispose() => _ = SetFileUser(_before);

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial uint SetFileUser(uint user);
}
