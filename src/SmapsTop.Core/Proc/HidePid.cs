using System.Globalization;

namespace SmapsTop.Core.Proc;

/// <summary>The option of <c>/proc</c> that keeps the processes of other users from those who have no privilege.</summary>
internal static class HidePid
{
    private const string Option = "hidepid=";

    /// <summary>The number of CAP_SYS_PTRACE, which sees all the same.</summary>
    private const int Tracing = 19;

    /// <summary>True if processes may be there that are hidden from us.</summary>
    /// <param name="root">Where <c>/proc</c> is mounted.</param>
    public static bool Applies(string root) =>
        IsOn(KernelFile.ReadText($"{root}/self/mountinfo"), root) && !MayTrace(KernelFile.ReadText($"{root}/self/status"));

    /// <summary>The fifth word of a line is where it is mounted, the last one its options; of two at one place the later one is seen.</summary>
    private static bool IsOn(string? mounts, string root) =>
        mounts?.Split('\n').Select(line => line.Split(' ')).LastOrDefault(words => words.Length > 6 && words[4] == root) is { } mount
        && mount[^1].Split(',').FirstOrDefault(option => option.StartsWith(Option, StringComparison.Ordinal)) is { } hidepid
        && hidepid[Option.Length..] is not ("0" or "off");

    private static bool MayTrace(string? status)
    {
        const string key = "CapEff:";
        var line = status?.Split('\n').FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal));
        return line is not null && ulong.TryParse(line.AsSpan(key.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var capabilities)
            && (capabilities >> Tracing & 1) != 0;
    }
}
