namespace SmapsTop.Core.Reports;

/// <summary>What a report is to be, in the words of the command line; null for what was not said.</summary>
/// <param name="Format">The name of a <see cref="ReportFormat"/>.</param>
/// <param name="View">The name of a <see cref="ReportView"/>.</param>
/// <param name="Sort">A column, and <c>:asc</c> or <c>:desc</c>.</param>
/// <param name="Filter">What rows must contain.</param>
/// <param name="Columns">Columns with commas between them.</param>
/// <param name="Units">The name of one of <see cref="ReportRequest.Units"/>.</param>
public sealed record ReportWords(
    string? Format = null, string? View = null, string? Sort = null, string? Filter = null, string? Columns = null, string? Units = null);
