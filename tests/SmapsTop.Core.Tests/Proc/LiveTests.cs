using System.Diagnostics;
using System.Globalization;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Proc;

/// <summary>The real <c>/proc</c>: this process and children of it.</summary>
public sealed class LiveTests : IDisposable
{
    private readonly LinuxProc _proc = new();
    private readonly List<Process> _children = [];

    public void Dispose()
    {
        foreach (var child in _children)
        {
            child.Kill();
            child.WaitForExit();
            child.Dispose();
        }
    }

    [Fact]
    public void This_process_is_seen_with_about_what_statm_says()
    {
        var me = Assert.IsType<ProcessInfo>(_proc.Find(Environment.ProcessId));
        var sample = Sample(me.Identity);
        var pages = File.ReadAllText("/proc/self/statm").Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToList();
        Near(pages[0], sample.Snapshot.VmSize);
        Near(pages[1], sample.Snapshot.Totals[SmapsField.Rss]);
        Near(pages[1], sample.Process.Rss);
        Near(pages[1], sample.Snapshot.Totals.Private + sample.Snapshot.Totals.Shared);
        Assert.Contains(_proc.List(), process => process.Identity == me.Identity);
        Assert.InRange(_proc.Pss(me.Identity) ?? 0, 1, 2 * sample.Snapshot.Totals[SmapsField.Rss]!.Value);
        Assert.True(sample.Limits.MostMappings > 0 && sample.Process.Age >= TimeSpan.Zero && sample.Cost > TimeSpan.Zero);
    }

    [Fact]
    public void A_child_is_seen_until_it_ends()
    {
        var (child, sleep) = Start("exec sleep 60", "sleep");
        var sample = Sample(sleep);
        Assert.Contains(sample.Snapshot.Mappings, mapping => mapping.Kind == MappingKind.Stack);
        Assert.Equal("sleep 60", sample.Process.Command);
        child.Kill();
        child.WaitForExit();
        Assert.Same(UnseenReason.Ended, Unseen(sleep)?.Reason);
        Assert.Null(_proc.Find(child.Id));
        Assert.Null(_proc.Pss(sleep));
    }

    [Fact]
    public void Exec_makes_it_another_program()
    {
        var (child, shell) = Start("read x; exec sleep 60", "sh");
        Sample(shell);
        child.StandardInput.WriteLine();
        Until(() => Unseen(shell)?.Reason == UnseenReason.OtherProgram);
        // The name of the command can be read a moment after its addresses.
        Until(() => Unseen(shell)?.Detail == "sleep 60");
    }

    [Fact]
    public void A_stopped_child_has_the_numbers_of_its_rollup()
    {
        var (child, sleep) = Start("exec sleep 60", "sleep");
        using (var kill = Process.Start("sh", ["-c", $"kill -STOP {child.Id}"]))
            kill.WaitForExit();
        Until(() => _proc.Find(child.Id)?.State == 'T');
        // What others do with the same libraries moves pages between shared and private: it must be the same before and after.
        Until(() =>
        {
            var before = ProcTree.Numbers($"/proc/{child.Id}/smaps_rollup");
            var totals = Sample(sleep).Snapshot.Totals;
            var after = ProcTree.Numbers($"/proc/{child.Id}/smaps_rollup");
            SmapsField[] compared = [SmapsField.Rss, SmapsField.PrivateClean, SmapsField.PrivateDirty, SmapsField.SharedClean, SmapsField.SharedDirty, SmapsField.Anonymous, SmapsField.Swap];
            return compared.All(field => before[field.Key] == after[field.Key] && totals[field] == before[field.Key]);
        });
    }

    private static void Near(long pages, long? kilobytes) =>
        Assert.InRange(kilobytes ?? 0, pages * Environment.SystemPageSize / 1024 / 2, pages * Environment.SystemPageSize / 1024 * 2);

    private static void Until(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(30)), "it did not happen");

    private Sample Sample(ProcessIdentity process) => Assert.IsType<Reading.Seen>(Look(process)).Sample;

    private Reading.Unseen? Unseen(ProcessIdentity process) => Look(process) as Reading.Unseen;

    private Reading Look(ProcessIdentity process) => _proc.Look(process, null, TestContext.Current.CancellationToken);

    /// <summary>Starts a shell, and waits until the program that is meant waits for something itself.</summary>
    private (Process Child, ProcessIdentity Identity) Start(string script, string name)
    {
        var child = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardInput = true })!;
        _children.Add(child);
        Until(() => _proc.Find(child.Id) is { State: 'S', Identity.Program.IsKnown: true } process && process.Name == name);
        return (child, Assert.IsType<ProcessInfo>(_proc.Find(child.Id)).Identity);
    }
}
