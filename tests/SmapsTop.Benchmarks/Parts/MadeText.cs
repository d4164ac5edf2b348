using System.Globalization;
using System.Text;

namespace SmapsTop.Benchmarks.Parts;

/// <summary>The text of smaps of a process that there is not, in the form of a new kernel.</summary>
internal static class MadeText
{
    private static readonly string[] Empty =
        ["Shared_Clean", "Shared_Dirty", "Private_Clean", "KSM", "LazyFree", "AnonHugePages", "ShmemPmdMapped", "FilePmdMapped", "Shared_Hugetlb", "Private_Hugetlb", "Swap", "SwapPss", "Locked"];

    /// <summary>Makes it.</summary>
    /// <param name="mappings">How many mappings it has.</param>
    /// <param name="changed">Whether 2 % of them have one page more.</param>
    public static byte[] Of(int mappings, bool changed)
    {
        var text = new StringBuilder();
        for (var i = 0; i < mappings; i++)
        {
            var start = 0x7f0000000000 + i * 0x4000L;
            var resident = changed && i % 50 == 0 ? 8 : 4;
            text.Append(CultureInfo.InvariantCulture, $"{start:x}-{start + 0x4000:x} {(i % 2 == 0 ? "rw-p" : "rwxp")} 00000000 00:00 0 \n");
            Line(text, "Size", 16);
            foreach (var key in (string[])["KernelPageSize", "MMUPageSize"])
                Line(text, key, 4);
            foreach (var key in (string[])["Rss", "Pss", "Pss_Dirty", "Private_Dirty", "Referenced", "Anonymous"])
                Line(text, key, resident);
            foreach (var key in Empty)
                Line(text, key, 0);
            text.Append("THPeligible:           0\nVmFlags: rd wr mr mw me ac sd \n");
        }
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, string key, int number) =>
        text.Append((key + ":").PadRight(16)).Append(number.ToString(CultureInfo.InvariantCulture).PadLeft(8)).Append(" kB\n");
}
