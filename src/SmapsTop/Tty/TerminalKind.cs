namespace SmapsTop.Tty;

/// <summary>What the environment says of the terminal.</summary>
internal static class TerminalKind
{
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    /// <summary>
    /// Whether it shows braille: it speaks UTF-8, and is not the kernel's console, whose fonts have blocks but no braille.
    /// </summary>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static bool HasBraille(Func<string, string?> variable) => IsUtf8(variable) && variable("TERM") != "linux";

    /// <summary>Whether its locale is one of UTF-8: the first of the three variables that is set says so (locale(7)).</summary>
    private static bool IsUtf8(Func<string, string?> variable)
    {
        var locale = LocaleVariables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase);
    }
}
