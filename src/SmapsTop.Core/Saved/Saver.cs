using SmapsTop.Core.Recording;
using SmapsTop.Core.Reports;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Saved;

/// <summary>Saves what a screen shows: into a new file, for its owner alone.</summary>
public static class Saver
{
    /// <summary>Saves, and says how it went. Blocks.</summary>
    public static SaveResult Save(SaveJob job)
    {
        if (SaveForm.Of(job.Path, job.State) is not { } form)
            return new(0, $"The ending says what is saved: {SaveForm.Endings(job.State)}.");
        using var content = new MemoryStream();
        form.Write(content, job.State);
        using var file = new RecordingFile(job.Path, replaces: false);
        return file.Append(content.GetBuffer().AsSpan(0, (int)content.Length)) is { } problem
            ? new(0, $"{Printable.From(job.Path)}: {problem}.")
            : new(content.Length, null);
    }
}
