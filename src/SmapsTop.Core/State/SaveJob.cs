namespace SmapsTop.Core.State;

/// <summary>What is to be saved, and where.</summary>
/// <param name="Path">The file, with its folder.</param>
/// <param name="State">What was shown when it was asked for.</param>
public sealed record SaveJob(string Path, AppState State);

/// <summary>How saving went.</summary>
/// <param name="Bytes">How many bytes were written; 0 if it failed.</param>
/// <param name="Problem">Why it failed and what to do about it, in a sentence; null if it did not.</param>
public sealed record SaveResult(long Bytes, string? Problem);
