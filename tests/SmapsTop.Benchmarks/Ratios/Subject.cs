using System.Diagnostics;
using System.Globalization;

namespace SmapsTop.Benchmarks.Ratios;

/// <summary>A process to look at, such as one with many small mappings of which 2 % change when asked: see the project SmapsTop.Subject.</summary>
internal sealed class Subject : IDisposable
{
    private readonly Process _process;
    private readonly string _folder = Directory.CreateTempSubdirectory("smapstop-benchmark-").FullName;

    /// <summary>Starts it and waits until everything is mapped.</summary>
    /// <param name="program">Where the subject's executable is.</param>
    /// <param name="mode">What it does.</param>
    /// <param name="number">How many mappings it has for that, besides those of its runtime.</param>
    public Subject(string program, string mode, int number)
    {
        var start = new ProcessStartInfo(program, [_folder, mode, number.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        if (_process.StandardOutput.ReadLine() is null)
            throw new InvalidOperationException($"the subject has no {number} mappings: vm.max_map_count must be higher");
    }

    /// <summary>Its number.</summary>
    public int Pid => _process.Id;

    /// <summary>The file that is read.</summary>
    public string Smaps => $"/proc/{Pid.ToString(CultureInfo.InvariantCulture)}/smaps";

    /// <summary>Stops it: its runtime does something now and then even if the program does nothing.</summary>
    public void Stop()
    {
        using var kill = Process.Start("kill", ["-STOP", Pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>What it says next.</summary>
    public string ReadLine() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the subject has ended");

    /// <summary>Changes 2 % of the small mappings.</summary>
    public void Change()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
        _ = ReadLine();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        // The framework's own way fails for names that are no UTF-8.
        using var remove = Process.Start("rm", ["-rf", _folder]);
        remove.WaitForExit();
    }
}
