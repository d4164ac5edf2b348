using System.Collections.Immutable;

namespace SmapsTop.Core.Proc;

/// <summary>Why a process could not be read, with the sentence that says so and what to do about it.</summary>
public sealed class UnseenReason
{
    private static readonly List<UnseenReason> Declared = [];

    /// <summary>No process has the number (any more).</summary>
    public static readonly UnseenReason Ended = new(
        "ended", isFinal: true, "The process has ended.", "p lists the processes.");

    /// <summary>No process has the number, as far as we are told: others' processes are hidden.</summary>
    public static readonly UnseenReason Hidden = new(
        "gone", isFinal: true, "The process has ended or is hidden from you: /proc is mounted with hidepid.", "It takes root or CAP_SYS_PTRACE to see the processes of others.");

    /// <summary>It has ended, and its parent has not yet asked for its exit code.</summary>
    public static readonly UnseenReason Zombie = new(
        "zombie", isFinal: true, "The process has ended and waits for its parent: it has no memory any more.", "p lists the processes.");

    /// <summary>The number now belongs to another process.</summary>
    public static readonly UnseenReason Replaced = new(
        "ended", isFinal: true, "The process has ended; its number now belongs to another: {0}.", "p lists the processes, and there Enter watches the new one.");

    /// <summary>The process runs another program now.</summary>
    public static readonly UnseenReason OtherProgram = new(
        "exec", isFinal: true, "The process has become another program by exec: {0}.", "p lists the processes, and there Enter watches the new one.");

    /// <summary>It may not be read.</summary>
    public static readonly UnseenReason Denied = new(
        "denied", isFinal: false, "Its memory may not be read: it belongs to {0}.", "It takes that user, root, CAP_SYS_PTRACE or, from Linux 6.15 on, CAP_PERFMON; inside a container or sandbox that may not be enough.");

    /// <summary>It is a thread of the kernel.</summary>
    public static readonly UnseenReason KernelThread = new(
        "kernel", isFinal: true, "This is a thread of the kernel: it has no memory of its own.", "p lists the processes that have.");

    /// <summary>It has no mappings at this moment: it is just starting or ending.</summary>
    public static readonly UnseenReason NoMemory = new(
        "empty", isFinal: false, "The process has no memory at this moment: it is just starting or ending.", "smapstop goes on looking.");

    /// <summary>What the kernel printed was not understood, twice.</summary>
    public static readonly UnseenReason NotUnderstood = new(
        "not smaps", isFinal: false, "Its smaps cannot be understood: {0}.", "smapstop goes on looking; please report the line.");

    /// <summary>The kernel answered with another error.</summary>
    public static readonly UnseenReason Failed = new(
        "failed", isFinal: false, "Its smaps cannot be read: the kernel answers with error {0}.", "smapstop goes on looking.");

    /// <summary>A recording is at its end.</summary>
    public static readonly UnseenReason Recorded = new(
        "recorded", isFinal: true, "{0} The recording ends here.", "Left and Right go back and on in it.", isSaved: true);

    /// <summary>A single sample was saved.</summary>
    public static readonly UnseenReason Saved = new(
        "saved", isFinal: true, "This is a saved sample: nothing is read again.", "smapstop record saves a process's course.", isSaved: true);

    private readonly string _sentence;

    private UnseenReason(string word, bool isFinal, string sentence, string remedy, bool isSaved = false)
    {
        Word = word;
        IsFinal = isFinal;
        IsSaved = isSaved;
        Remedy = remedy;
        _sentence = sentence;
        Declared.Add(this);
    }

    /// <summary>Every reason.</summary>
    public static ImmutableArray<UnseenReason> All { get; } = [.. Declared];

    /// <summary>The reason in a word or two, for the title.</summary>
    public string Word { get; }

    /// <summary>True if looking again cannot help: the watch is over.</summary>
    public bool IsFinal { get; }

    /// <summary>True if nothing is the matter: what was saved has been read to its end.</summary>
    public bool IsSaved { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }

    /// <summary>What is the matter.</summary>
    /// <param name="detail">What belongs into the sentence.</param>
    public string Sentence(string detail) => _sentence.Replace("{0}", detail, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Word;
}
