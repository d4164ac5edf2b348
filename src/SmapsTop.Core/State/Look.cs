using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.State;

/// <summary>A sample with what was seen one look earlier: the difference is what the marks of change show.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Before">The mappings one look earlier; null for the first.</param>
/// <param name="Number">How many samples that differed there were, this one too.</param>
public sealed record Look(Sample Sample, Snapshot? Before, int Number);
