namespace SmapsTop.Tty;

/// <summary>What the environment says of the terminal.</summary>
internal static class TerminalKind
{
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    /// <summary>Terminals of before UTF-8, by the beginning of TERM; one that is not named may be anything.</summary>
    private static readonly string[] OldTerminals = ["vt", "ansi", "dumb", "unknown", "network"];

    /// <summary>Whether nothing but ASCII may be sent: its locale is not one of UTF-8, or it is older than that.</summary>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static bool IsAscii(Func<string, string?> variable) =>
        !IsUtf8(variable) || variable("TERM") is not { Length: > 0 } term || OldTerminals.Any(old => term.StartsWith(old, StringComparison.Ordinal));

    /// <summary>Whether it shows braille: not the kernel's console, whose fonts have blocks but no braille.</summary>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static bool HasBraille(Func<string, string?> variable) => !IsAscii(variable) && variable("TERM") != "linux";

    /// <summary>Whether its locale is one of UTF-8: the first of the three variables that is set says so (locale(7)).</summary>
    private static bool IsUtf8(Func<string, string?> variable)
    {
        var locale = LocaleVariables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase);
    }
}
