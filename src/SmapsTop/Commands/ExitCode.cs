namespace SmapsTop.Commands;

/// <summary>What the process says when it ends. A signal ends it with 128 and the signal's number.</summary>
internal static class ExitCode
{
    /// <summary>All was done that was asked for.</summary>
    public const int Done = 0;

    /// <summary>The command line cannot be understood, or there is no terminal where one is needed.</summary>
    public const int Usage = 2;

    /// <summary>There is no such process or file.</summary>
    public const int NotFound = 3;

    /// <summary>The process or the file may not be read.</summary>
    public const int NotPermitted = 4;

    /// <summary>What was read is no smaps.</summary>
    public const int NotSmaps = 5;

    /// <summary>The file could not be written.</summary>
    public const int NotWritten = 6;
}
