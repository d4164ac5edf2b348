using System.Globalization;

namespace SmapsTop.Core.Proc;

/// <summary>The folders of /proc that are called by a number: processes and threads.</summary>
internal static class NumberedFolders
{
    /// <summary>Their numbers in ascending order; none if the folder is not to be read.</summary>
    public static List<int> In(string folder)
    {
        var numbers = new List<int>();
        try
        {
            foreach (var path in Directory.EnumerateDirectories(folder))
                if (int.TryParse(Path.GetFileName(path.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    numbers.Add(number);
        }
        catch (IOException)
        {
            // The process whose threads were asked for has ended: it has none.
        }
        catch (UnauthorizedAccessException)
        {
            // As above, to those whom hidepid keeps from it.
        }
        numbers.Sort();
        return numbers;
    }
}
