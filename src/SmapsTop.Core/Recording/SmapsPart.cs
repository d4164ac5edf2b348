namespace SmapsTop.Core.Recording;

/// <summary>A piece of a sample's mappings: first some that are as in the sample before, then some whose text is new.</summary>
/// <param name="From">The first mapping that is as before, by its place in the sample before.</param>
/// <param name="Same">How many are as before.</param>
/// <param name="First">The first that is new, by its place in this sample.</param>
/// <param name="New">How many are new.</param>
internal readonly record struct SmapsPart(int From, int Same, int First, int New)
{
    /// <summary>Says what of a reading is as in the one before. Both are in address order, so one walk over both finds it.</summary>
    public static IEnumerable<SmapsPart> Between(RawSmaps before, RawSmaps now)
    {
        var part = default(SmapsPart);
        var place = 0;
        for (var i = 0; i < now.Count; i++)
        {
            while (place < before.Count && before.StartOf(place) < now.StartOf(i))
                place++;
            if (place == before.Count || !before.Records(place, 1).SequenceEqual(now.Records(i, 1)))
            {
                part = part with { First = part.New == 0 ? i : part.First, New = part.New + 1 };
            }
            else if (part.New == 0 && (part.Same == 0 || part.From + part.Same == place))
            {
                part = part with { From = part.Same == 0 ? place : part.From, Same = part.Same + 1 };
            }
            else
            {
                yield return part;
                part = new SmapsPart(place, 1, 0, 0);
            }
        }
        yield return part;
    }
}
