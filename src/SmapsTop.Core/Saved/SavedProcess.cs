using System.Globalization;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Saved;

/// <summary>What the small files of a saved folder tell of the process. Each of them may be missing.</summary>
internal static class SavedProcess
{
    /// <summary>The process of a folder; what no file tells is as in <see cref="ProcessInfo.Unknown"/>.</summary>
    public static ProcessInfo In(string path)
    {
        // The folder may come from another machine, where the same number is another user.
        var folder = new ProcessFolder(path, new UserNames(""));
        if (folder.Stat() is { } stat)
            return folder.Describe(stat, null);

        var status = folder.Status();
        var name = Name(path) ?? "";
        var command = folder.Command(name);
        return ProcessInfo.Unknown with
        {
            Identity = new ProcessIdentity(Number(status, "Pid:"), 0, default),
            Name = name,
            Command = command == "[]" ? "" : command,
            User = ProcessFolder.UserOf(status)?.ToString(CultureInfo.InvariantCulture) ?? ProcessInfo.Unknown.User,
            State = ProcStat.StateOf(Line(status, "State:") ?? ""),
            Threads = Number(status, "Threads:"),
        };
    }

    private static string? Name(string path) =>
        KernelFile.ReadAll($"{path}/comm", out var bytes) == Errno.None ? Printable.From(bytes.AsSpan().TrimEnd((byte)'\n')) : null;

    private static int Number(string? status, string key) =>
        int.TryParse(Line(status, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string? Line(string? status, string key) =>
        status?.Split('\n').FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim();
}
