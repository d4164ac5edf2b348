namespace SmapsTop.Benchmarks.Ratios;

/// <summary>A home folder with nothing in it but, if it is wanted, htop with its column of PSS.</summary>
internal sealed class Home : IDisposable
{
    /// <summary>Makes it.</summary>
    public Home(bool hasPss = false)
    {
        if (!hasPss)
            return;
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, ".config", "htop"));
        File.WriteAllText(
            System.IO.Path.Combine(folder.FullName, "htoprc"),
            "htop_version=3.2.2\nconfig_reader_min_version=3\nfields=0 48 119 39 46 1\nscreen:Main=PID USER M_PSS M_RESIDENT PERCENT_CPU Command\n.sort_key=M_PSS\n");
    }

    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("smapstop-benchmark-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
