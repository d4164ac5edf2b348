namespace SmapsTop.Core.Smaps;

// Mappings that change while they are printed. The kernel promises that addresses never go backwards; they do.
public sealed partial class SmapsParser
{
    /// <summary>True if something in the text is no mapping any more, and is not in the snapshot.</summary>
    public bool HasDropped { get; private set; }

    /// <summary>
    /// While the kernel prints, what it has printed may be joined with what follows: then it prints the whole of it, from its
    /// beginning, behind the parts. The parts are no more and are dropped.
    /// </summary>
    /// <returns>False if it begins before what there is all the same.</returns>
    private bool Follows(in SmapsHeader header)
    {
        while (_mappings.Count > 0 && header.Start <= _mappings[^1].Start && header.End > _mappings[^1].End)
        {
            _mappings.RemoveAt(_mappings.Count - 1);
            _marks.RemoveAt(_marks.Count - 1);
            HasDropped = true;
            _isSame = false;
            while (_cursor > 0 && _before.Mappings[_cursor - 1].Start >= header.Start)
                _cursor--;
        }
        return _mappings.Count == 0 || header.Start >= _mappings[^1].Start;
    }
}
