using System.Globalization;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Proc;

/// <summary>Names of users, from the file of accounts: no library of the system is asked, for a static executable has none.</summary>
internal sealed class UserNames(string accounts)
{
    private readonly Lazy<Dictionary<int, string>> _names = new(() => Read(accounts));

    /// <summary>The user's name, or the number if the file has none.</summary>
    public string Of(int user) =>
        _names.Value.TryGetValue(user, out var name) ? name : user.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<int, string> Read(string accounts)
    {
        var names = new Dictionary<int, string>();
        foreach (var line in (KernelFile.ReadText(accounts) ?? "").Split('\n'))
        {
            var parts = line.Split(':');
            if (parts.Length > 2 && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var user))
                names.TryAdd(user, Printable.From(parts[0]));
        }
        return names;
    }
}
