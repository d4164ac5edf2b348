using System.Globalization;
using System.Text;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Proc;

/// <summary>What is wanted of <c>/proc/PID/stat</c>.</summary>
/// <param name="Comm">The second field, made printable.</param>
/// <param name="State">The third: one letter.</param>
/// <param name="Flags">The ninth: the kernel's PF_ flags.</param>
/// <param name="Threads">The twentieth.</param>
/// <param name="Identity">Fields 22, 26 and 28 with the PID.</param>
internal sealed record ProcStat(string Comm, char State, ulong Flags, int Threads, ProcessIdentity Identity)
{
    private const ulong KernelThreadFlag = 0x00200000;

    /// <summary>True for a thread of the kernel's own, which has no memory to look at.</summary>
    public bool IsKernelThread => (Flags & KernelThreadFlag) != 0;

    /// <summary>True once the process (or its leader) has ended.</summary>
    public bool HasEnded => State is 'Z' or 'X' or 'x';

    /// <summary>Reads the line. The name in parentheses may hold anything, so the fields are counted from the last parenthesis.</summary>
    /// <returns>Null if the text is none of the kernel's.</returns>
    public static ProcStat? Parse(ReadOnlySpan<byte> text)
    {
        var open = text.IndexOf((byte)'(');
        var close = text.LastIndexOf((byte)')');
        if (open < 0 || close < open || !int.TryParse(text[..open].Trim((byte)' '), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
            return null;
        var rest = Encoding.ASCII.GetString(text[(close + 1)..]).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // The field after the name is the third.
        ulong Field(int number) =>
            rest.Length > number - 3 && ulong.TryParse(rest[number - 3], CultureInfo.InvariantCulture, out var value) ? value : 0;

        return rest.Length < 20 || rest[0].Length == 0
            ? null
            : new ProcStat(
                Printable.From(text[(open + 1)..close]), StateOf(rest[0]), Field(9), (int)Math.Min(Field(20), int.MaxValue),
                new ProcessIdentity(pid, Field(22), new ProgramMark(Field(26), Field(28))));
    }

    /// <summary>The letter of a state; a question mark for what is none, for in a saved file anything may stand there.</summary>
    public static char StateOf(string word) => word.Length > 0 && char.IsAsciiLetter(word[0]) ? word[0] : ProcessInfo.Unknown.State;
}
