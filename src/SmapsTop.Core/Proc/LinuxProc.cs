using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Proc;

/// <summary>The machine's <c>/proc</c>.</summary>
/// <param name="root">Where it is mounted.</param>
/// <param name="time">The clock that samples are stamped with; null for the system's.</param>
/// <param name="accounts">The file that names the users.</param>
/// <param name="cgroups">Where the control groups are mounted.</param>
public sealed class LinuxProc(
    string root = "/proc", TimeProvider? time = null, string accounts = "/etc/passwd", string cgroups = "/sys/fs/cgroup") : IProc
{
    private readonly UserNames _users = new(accounts);
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly SmapsReader _smaps = new();
    private readonly LimitsReader _limits = new(root, cgroups);

    /// <inheritdoc/>
    public bool HidesProcesses => HidePid.Applies(root);

    /// <inheritdoc/>
    public ImmutableArray<ProcessInfo> List()
    {
        var uptime = Uptime();
        var found = ImmutableArray.CreateBuilder<ProcessInfo>();
        foreach (var pid in Numbers(root))
            if (Describe(pid, uptime) is { } process)
                found.Add(process);
        return found.DrainToImmutable();
    }

    /// <inheritdoc/>
    public ProcessInfo? Find(int pid) => Describe(pid, Uptime(), alsoKernelThreads: true);

    /// <inheritdoc/>
    public Reading Look(ProcessIdentity process, Sample? before, CancellationToken cancel) => Look(process, before, null, cancel);

    /// <summary>Reads the mappings of a process as the other overload does, and gives the text that they were read from.</summary>
    /// <param name="process">The process that is meant.</param>
    /// <param name="before">The last sample of it, or null.</param>
    /// <param name="text">Takes the raw bytes of smaps instead of what it held; they are whole only if the process was seen. Null if nobody wants them.</param>
    /// <param name="cancel">Stops the reading between two pieces.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public Reading Look(ProcessIdentity process, Sample? before, ArrayBufferWriter<byte>? text, CancellationToken cancel)
    {
        var begun = _time.GetTimestamp();
        if (Check(process) is { } unseen)
            return unseen;
        var (smaps, thread) = ReadSmaps(process, before?.Snapshot, text, cancel);
        if (smaps.Unseen is not null)
            return smaps.Unseen;
        // The text may be of what came after: only if the process is still the one meant, it is its own.
        if (Check(process) is { } changed)
            return changed;
        if (Describe(process.Pid, Uptime(), alsoKernelThreads: true) is not { } now)
            return Gone(process.Pid);
        // With CAP_PERFMON alone its addresses are kept from us; but where the vdso is changes with the program, too.
        if (!process.Program.IsKnown && VdsoOf(before?.Snapshot) is { } was && VdsoOf(smaps.Snapshot) is { } vdso && vdso != was)
            return new Reading.Unseen(UnseenReason.OtherProgram, now.Command);
        return new Reading.Seen(new Sample(
            now, smaps.Snapshot!, _time.GetLocalNow(), _time.GetElapsedTime(begun), thread, _limits.Read(process.Pid)));
    }

    /// <inheritdoc/>
    public Glance? Glance(ProcessIdentity process, GlanceSource source)
    {
        if (Check(process) is not null || Folder(process.Pid).Status() is not { } status)
            return null;
        return Proc.Glance.Of(status, source == GlanceSource.Rollup ? KernelFile.ReadText(PathOf(process.Pid, "smaps_rollup")) : null);
    }

    /// <inheritdoc/>
    public long? Pss(ProcessIdentity process)
    {
        if (Stat(process.Pid) is not { } stat || !stat.Identity.IsSameProcess(process))
            return null;
        return KernelFile.ReadText(PathOf(process.Pid, "smaps_rollup")) is { } text ? ProcessFolder.Kilobytes(text, "\nPss:") : null;
    }

    private (SmapsResult Smaps, int? Thread) ReadSmaps(
        ProcessIdentity process, Snapshot? before, ArrayBufferWriter<byte>? text, CancellationToken cancel)
    {
        var smaps = _smaps.Read(PathOf(process.Pid, "smaps"), before, text, cancel);
        if (smaps.Error is not null)
            smaps = _smaps.Read(PathOf(process.Pid, "smaps"), before, text, cancel);
        if (smaps.Error is { } error)
            return (new(Unseen: new Reading.Unseen(UnseenReason.NotUnderstood, error.ToString())), null);
        if (smaps.Answer is Errno.AccessDenied or Errno.NotPermitted)
            return (new(Unseen: Denied(process.Pid)), null);
        if (smaps.Answer is Errno.NoSuchFile or Errno.NoSuchProcess)
            return (new(Unseen: Gone(process.Pid)), null);
        if (smaps.Answer != Errno.None)
            return (new(Unseen: new Reading.Unseen(UnseenReason.Failed, ((int)smaps.Answer).ToString(CultureInfo.InvariantCulture))), null);
        return smaps.Snapshot is { Mappings.Length: > 0 } && HasMemory(process.Pid) ? (smaps, null) : ThroughThread(process, before, text, cancel);
    }

    /// <summary>A leader that has called pthread_exit has an empty smaps; its threads still show everything.</summary>
    private (SmapsResult Smaps, int? Thread) ThroughThread(
        ProcessIdentity process, Snapshot? before, ArrayBufferWriter<byte>? text, CancellationToken cancel)
    {
        if (Stat(process.Pid) is { IsKernelThread: true })
            return (new(Unseen: new Reading.Unseen(UnseenReason.KernelThread)), null);
        var lives = false;
        foreach (var thread in Numbers(PathOf(process.Pid, "task")))
        {
            var folder = $"task/{thread.ToString(CultureInfo.InvariantCulture)}/";
            if (thread == process.Pid || Stat(process.Pid, folder) is not { HasEnded: false })
                continue;
            lives = true;
            var smaps = _smaps.Read(PathOf(process.Pid, folder + "smaps"), before, text, cancel);
            if (smaps is { Answer: Errno.None, Snapshot.Mappings.Length: > 0 } && HasMemory(process.Pid, folder))
                return (smaps, thread);
        }
        if (Stat(process.Pid) is not { } leader)
            return (new(Unseen: Gone(process.Pid)), null);
        return (new(Unseen: new Reading.Unseen(leader.HasEnded && !lives ? UnseenReason.Zombie : UnseenReason.NoMemory)), null);
    }

    /// <summary>
    /// True if who was read still has its memory: of one that ends or becomes another program meanwhile the kernel prints
    /// some mappings, and then no more, as if those were all.
    /// </summary>
    private bool HasMemory(int pid, string folder = "") => Stat(pid, folder) is { HasEnded: false, Identity.Program.IsNone: false };

    private static ulong? VdsoOf(Snapshot? snapshot) => snapshot?.Mappings.LastOrDefault(mapping => mapping.Kind == MappingKind.Vdso && !mapping.IsOfKernel)?.Start;

    private Reading.Unseen? Check(ProcessIdentity meant)
    {
        if (Stat(meant.Pid) is not { } stat)
            return Gone(meant.Pid);
        if (!stat.Identity.IsSameProcess(meant))
            return new(UnseenReason.Replaced, Folder(meant.Pid).Command(stat.Comm));
        return stat.Identity.IsOtherProgram(meant) ? new(UnseenReason.OtherProgram, Folder(meant.Pid).Command(stat.Comm)) : null;
    }

    /// <summary>Why a process is not to be found. One that has gained privileges may be there and be kept from us.</summary>
    private Reading.Unseen Gone(int pid) => KernelFile.TryOpen(PathOf(pid, "stat")) is Errno.AccessDenied or Errno.NotPermitted
        ? Denied(pid)
        : new(HidesProcesses ? UnseenReason.Hidden : UnseenReason.Ended);

    private Reading.Unseen Denied(int pid) =>
        new(UnseenReason.Denied, ProcessFolder.UserOf(Folder(pid).Status()) is { } user ? _users.Of(user) : "another user");

    private ProcessInfo? Describe(int pid, double? uptime, bool alsoKernelThreads = false) =>
        Stat(pid) is not { } stat || (stat.IsKernelThread && !alsoKernelThreads) ? null : Folder(pid).Describe(stat, uptime);

    private ProcStat? Stat(int pid, string folder = "") => Folder(pid).Stat(folder);

    private double? Uptime() =>
        KernelFile.ReadText(PathOf("uptime")) is { } text
        && double.TryParse(text.Split(' ')[0], CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private static List<int> Numbers(string folder)
    {
        var numbers = new List<int>();
        try
        {
            foreach (var path in Directory.EnumerateDirectories(folder))
                if (int.TryParse(Path.GetFileName(path.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    numbers.Add(number);
        }
        catch (IOException)
        {
            // The process whose threads were asked for has ended: it has none.
        }
        catch (UnauthorizedAccessException)
        {
            // As above, to those whom hidepid keeps from it.
        }
        numbers.Sort();
        return numbers;
    }

    private string PathOf(string file) => $"{root}/{file}";

    private string PathOf(int pid, string file) => PathOf($"{pid.ToString(CultureInfo.InvariantCulture)}/{file}");

    private ProcessFolder Folder(int pid) => new(PathOf(pid.ToString(CultureInfo.InvariantCulture)), _users);
}
