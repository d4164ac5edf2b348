namespace SmapsTop.Core.Proc;

/// <summary>What is known of a process without reading its mappings. All text is printable.</summary>
public sealed record ProcessInfo
{
    /// <summary>Nothing is known but mappings, as of a saved text: the number and the threads are 0, the name and the command empty, the state is a question mark.</summary>
    public static readonly ProcessInfo Unknown = new()
    {
        Identity = default,
        Name = "",
        Command = "",
        User = "–",
        State = '?',
        Threads = 0,
    };

    /// <summary>Which process it is.</summary>
    public required ProcessIdentity Identity { get; init; }

    /// <summary>Its name: <c>comm</c>, at most 15 bytes.</summary>
    public required string Name { get; init; }

    /// <summary>Its command line with the arguments parted by spaces; the name in brackets if it has none.</summary>
    public required string Command { get; init; }

    /// <summary>The name of the effective user, or the number if it has none here.</summary>
    public required string User { get; init; }

    /// <summary>The letter of its state, as in stat.</summary>
    public required char State { get; init; }

    /// <summary>Number of threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Resident memory in kB, from statm; null if it was not to be had.</summary>
    public long? Rss { get; init; }

    /// <summary>Swapped memory in kB, from status (VmSwap); null if the kernel does not tell.</summary>
    public long? Swap { get; init; }

    /// <summary>How long it runs, in whole minutes: a finer age would be a change at every look. Null if not known.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>Whether its mappings may be read.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>The process number.</summary>
    public int Pid => Identity.Pid;

    /// <summary>The state in a word.</summary>
    public string StateWord => State switch
    {
        'R' => "running",
        'S' => "sleeping",
        'D' => "in the kernel",
        'Z' => "ended",
        'T' => "stopped",
        't' => "traced",
        'I' => "idle",
        'X' or 'x' => "ended",
        _ => $"state {State}",
    };
}
