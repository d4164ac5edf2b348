using System.Globalization;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.State;

/// <content>The verbs of saving what is shown.</content>
public sealed partial record AppState
{
    /// <summary>The folder that names of files are taken from.</summary>
    public string Folder { get; init; } = "/";

    /// <summary>The name that is being typed for what is to be saved; null while none is asked for.</summary>
    public string? SaveAs { get; init; }

    /// <summary>What is being saved; null for nothing.</summary>
    public SaveJob? Saving { get; init; }

    /// <summary>True while keys go into a text.</summary>
    public bool IsTyping => IsFiltering || SaveAs is not null;

    /// <summary>Asks for the name of a file, and suggests one.</summary>
    public AppState StartSave() => (Grid is null && Place is not Place.OneMapping) || Place is Place.Columns || (!IsOnList && Sample is null)
        ? this with { Hint = "There is nothing here to save." }
        : this with { SaveAs = SuggestedName() + (Grid is null ? ".txt" : ".csv") };

    /// <summary>Saves under the name that was typed.</summary>
    public AppState Save() => SaveAs is not { Length: > 0 } name
        ? this with { Hint = "It takes a name." }
        : this with { Saving = new SaveJob(Path.Combine(Folder, name), this with { SaveAs = null, Hint = null }) };

    /// <summary>Takes in how saving went. If it failed, another name can be typed.</summary>
    public AppState Saved(SaveJob job, SaveResult result) => !ReferenceEquals(job, Saving) ? this
        : result.Problem is null
            ? this with { Saving = null, SaveAs = null, Hint = string.Create(CultureInfo.InvariantCulture, $"Saved {Printable.From(job.Path)} ({result.Bytes:#,0} bytes).") }
            : this with { Saving = null, Hint = result.Problem };

    /// <summary>Saves nothing.</summary>
    public AppState DropSave() => this with { SaveAs = null };

    /// <summary>Letters, digits and a few signs: the name comes from outside.</summary>
    private string SuggestedName()
    {
        if (IsOnList)
            return "processes";
        // A name that begins with a dash would be an option to whoever takes the file up.
        var name = string.Concat(Watch!.Known.Name.TrimStart('-').Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_'));
        return string.Create(CultureInfo.InvariantCulture, $"{(name.Length == 0 ? "smaps" : name)}-{Watch.Known.Pid}-{Sample!.Time:HHmmss}");
    }
}
