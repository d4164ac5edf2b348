using System.Diagnostics;
using System.Globalization;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>A process to look at whose mappings are known: see the project SmapsTop.Subject.</summary>
internal sealed class SubjectProcess : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts it and waits until everything is mapped.</summary>
    public SubjectProcess(params IEnumerable<string> mode)
    {
        Folder = Directory.CreateTempSubdirectory("smapstop-subject-").FullName;
        var start = new ProcessStartInfo(Program, [Folder, .. mode])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        Assert.Equal(Pid.ToString(CultureInfo.InvariantCulture), _process.StandardOutput.ReadLine());
    }

    /// <summary>The file of the program.</summary>
    private static string Program => Path.Combine(AppContext.BaseDirectory, "subject");

    /// <summary>Its number.</summary>
    public int Pid => _process.Id;

    /// <summary>Where its files are; nobody else's command line has it.</summary>
    public string Folder { get; }

    /// <summary>A subject that stands still, so that its numbers do.</summary>
    public static SubjectProcess Stopped(string mode = "steady")
    {
        var subject = new SubjectProcess(mode);
        Tool.Signal(subject.Pid, "STOP");
        Assert.True(Until.True(() => ProcFiles.StateOf(subject.Pid) == 'T', Until.Patience));
        return subject;
    }

    /// <summary>A subject as a child of somebody who never asks how it ended.</summary>
    public static ShellProcess Neglected(string folder, params IEnumerable<string> mode) =>
        new($"'{Program}' '{folder}' {string.Join(' ', mode)} & exec sleep 600");

    /// <summary>Its mappings as the kernel tells them now.</summary>
    public Snapshot Snapshot()
    {
        Assert.True(SmapsParser.TryParse(File.ReadAllBytes($"/proc/{Pid}/smaps"), out var snapshot, out var error), error?.ToString());
        return snapshot;
    }

    /// <summary>Makes it go on where it waits for a line.</summary>
    public void GoOn() => _process.StandardInput.WriteLine();

    /// <summary>Ends it.</summary>
    public void End()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        _process.Dispose();
        Tool.Remove(Folder);
    }
}
