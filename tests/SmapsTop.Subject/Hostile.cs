using System.ComponentModel;
using System.Text;

namespace SmapsTop.Subject;

/// <summary>A process that tries to be more than text wherever its names are printed.</summary>
internal static unsafe class Hostile
{
    /// <summary>PR_SET_NAME.</summary>
    private const int SetName = 15;

    private const int Page = 4096;
    private const int ForAllToRead = 0x1a4;

    /// <summary>0755.</summary>
    private const int ForAllToEnter = 0x1ed;

    /// <summary>What no path may be longer than, its end in the count.</summary>
    private const int LongestPath = 4096;

    private const int LongestName = 250;

    /// <summary>What a terminal obeys: a colour and the erasing of the screen, a title, with the other ends of commands in C1.</summary>
    private const string Commands = "\e[35;45m\e[2J\e]0;owned\a\u009b35m\u0090\u0085";

    private static readonly byte[][] Names =
    [
        Utf8("commands" + Commands),
        Utf8("controls\u0001\b\t\v\f\r\u000e\u007f"),
        Utf8("bidi\u202egnp.exe\u2066\u2069\u200f"),
        Utf8("wide自己的库😀.so"),
        Utf8("marks e\u0301" + new string('\u0301', 60)),
        Utf8("\u0301marks first"),
        Utf8("hidden\u200b\u3164\ufe0f\u2028\ue000"),
        [.. "bytes"u8, 0xff, 0xfe, 0x9b, .. "35m"u8, 0xc0, 0xaf, 0xed, 0xa0, 0x80],
        Utf8("Size:                  99 kB"),
        Utf8("lines\nRss:                   99 kB\n7f0000000000-7f0000001000 rw-p 00000000 00:00 0 [heap]\nVmFlags: rd"),
        Utf8("7f0000000000-7f0000001000 rw-p 00000000 00:00 0                          [heap]"),
        Utf8("=cmd|calc!A0,\"quoted\",;\t=1+1"),
        Utf8("blanks at the end  "),
        Utf8("gone (deleted)"),
    ];

    /// <summary>Becomes this program again, with a command line that no decent process has.</summary>
    public static void Begin(string folder)
    {
        var program = Utf8("/proc/self/exe\0");
        byte[][] arguments =
        [
            Utf8("=cmd|' /c calc'!A0" + Commands + '\0'), Utf8(folder + '\0'), Utf8("named\0"), Utf8("line\nPid:\t1\n\0"), Utf8("\u202e自e\u0301\0"), [0xff, 0x9b, .. "35m\0"u8],
        ];
        Zoo.Become(program, arguments, keepsEnvironment: true);
    }

    /// <summary>Takes its name and maps files of every name.</summary>
    public static void Map(string folder)
    {
        fixed (byte* name = (byte[])[.. ") S 1\n\e[2J"u8, 0xff, 0])
            _ = Libc.Control(SetName, name, 0, 0, 0);
        foreach (var name in Names)
            MapFile([.. Utf8(folder + "/"), .. name, 0]);
        MapFile(Long(folder));
        fixed (byte* name = "=memory\e[35;45m\u202e\0"u8)
            Zoo.MapAndTouch(Libc.CreateMemory(name, 0), Page);
    }

    /// <summary>A path as long as one may be, with something in every part of it.</summary>
    private static byte[] Long(string folder)
    {
        var path = Utf8(folder);
        var part = Utf8("/\e[35m" + string.Concat(Enumerable.Repeat("自\u0301", 40)));
        for (; LongestPath - 2 - path.Length > LongestName; path = [.. path, .. part])
            fixed (byte* name = (byte[])[.. path, .. part, 0])
                if (Libc.MakeFolder(name, ForAllToEnter) != 0)
                    throw new Win32Exception();
        return [.. path, (byte)'/', .. Enumerable.Repeat((byte)0xff, LongestPath - 2 - path.Length), 0];
    }

    private static void MapFile(byte[] path)
    {
        fixed (byte* name = path)
            Zoo.MapAndTouch(Libc.Open(name, Libc.ReadWrite | Libc.Create, ForAllToRead), Page);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
