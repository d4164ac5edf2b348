namespace SmapsTop.Core.Proc;

/// <summary>
/// Which process, and which program in it. The number alone is given out again; with the time of its start it is unique.
/// </summary>
/// <param name="Pid">The process number.</param>
/// <param name="StartTicks">When it started, in clock ticks since boot (field 22 of stat).</param>
/// <param name="Program">What changes when it becomes another program by exec.</param>
public readonly record struct ProcessIdentity(int Pid, ulong StartTicks, ProgramMark Program)
{
    /// <summary>True if both are the same process, whatever program it runs.</summary>
    public bool IsSameProcess(ProcessIdentity other) => Pid == other.Pid && StartTicks == other.StartTicks;

    /// <summary>True if it is known that another program runs in the process than before.</summary>
    public bool IsOtherProgram(ProcessIdentity before) =>
        Program.IsKnown && before.Program.IsKnown && Program != before.Program;
}

/// <summary>Addresses that stay while a program runs and change with exec; 0 to those who may not look.</summary>
/// <param name="StartCode">Where its code starts (field 26 of stat).</param>
/// <param name="StartStack">Where its stack starts (field 28 of stat).</param>
public readonly record struct ProgramMark(ulong StartCode, ulong StartStack)
{
    /// <summary>False if the kernel keeps the addresses from us, for which it prints 1 as that of the code, or if there are none.</summary>
    public bool IsKnown => StartCode > 1;

    /// <summary>True if no program is there: one ends, or another just takes its place.</summary>
    public bool IsNone => StartCode == 0;
}
