using System.Collections.Immutable;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Saved;

/// <summary>
/// What was saved, as if it were the machine: each look gives the next sample at once, and after the last one the reason why there is none.
/// So a recording is read while it can be looked at already.
/// </summary>
public sealed class SavedProc : IProc, IDisposable
{
    private readonly IDisposable? _file;
    private readonly IEnumerator<Sample> _samples;
    private readonly Func<Reading.Unseen> _end;
    private readonly string _name;
    private bool _isAhead = true;

    private SavedProc(string path, IEnumerator<Sample> samples, Func<Reading.Unseen> end, IDisposable? file)
    {
        _name = Printable.From(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        _samples = samples;
        _end = end;
        _file = file;
    }

    /// <summary>The process that was saved.</summary>
    public ProcessInfo Process => Named(_samples.Current).Process;

    /// <summary>Opens a recording, a file of smaps, or a folder that holds one.</summary>
    /// <returns>What was saved, with at least one sample, or what is the matter.</returns>
    public static (SavedProc? Proc, Trouble? Trouble) Open(string path)
    {
        var (reader, trouble) = Recorded.Open(path);
        if (trouble is not null)
            return (null, trouble);
        if (reader is not null)
        {
            var samples = reader.Rest().GetEnumerator();
            if (samples.MoveNext())
                return (new SavedProc(path, samples, () => new(UnseenReason.Recorded, reader.End?.Why ?? reader.Damage?.Sentence(path, reader.Count) ?? "It was not ended."), reader), null);
            var empty = Recorded.Empty(reader, path);
            reader.Dispose();
            return (null, empty);
        }
        (var sample, trouble) = SavedSample.Load(path);
        if (sample is null)
            return (null, trouble);
        IEnumerator<Sample> single = ((IEnumerable<Sample>)[sample]).GetEnumerator();
        single.MoveNext();
        return (new SavedProc(path, single, () => new(UnseenReason.Saved), null), null);
    }

    /// <inheritdoc/>
    public ImmutableArray<ProcessInfo> List() => [Process];

    /// <inheritdoc/>
    public ProcessInfo? Find(int pid) => Process.Pid == pid ? Process : null;

    /// <inheritdoc/>
    public Reading Look(ProcessIdentity process, Sample? before, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        // The first sample was read to see whether there is one.
        if (!_isAhead && !_samples.MoveNext())
            return _end();
        _isAhead = false;
        return new Reading.Seen(Named(_samples.Current));
    }

    /// <inheritdoc/>
    public Glance? Glance(ProcessIdentity process, GlanceSource source) => null;

    /// <inheritdoc/>
    public long? Pss(ProcessIdentity process) => null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _samples.Dispose();
        _file?.Dispose();
    }

    /// <summary>A saved file of smaps does not say of which process it is: then it has the file's name.</summary>
    private Sample Named(Sample sample) =>
        sample.Process.Command.Length > 0 ? sample : sample with { Process = sample.Process with { Command = sample.Process.Name.Length > 0 ? sample.Process.Name : _name } };
}
