using System.Runtime.InteropServices;

namespace SmapsTop.Tty;

/// <summary>The system calls that guard the terminal.</summary>
internal static unsafe partial class Libc
{
    /// <summary>Room for a termios of any Linux.</summary>
    public const int TermiosSize = 128;

    /// <summary>Room for a struct sigaction of any Linux.</summary>
    public const int HandlerSize = 256;

    /// <summary>POLLIN: there is something to read.</summary>
    public const short Readable = 0x01;

    /// <summary>POLLOUT: there is room to write.</summary>
    public const short Writable = 0x04;

    public const int Error = 0x08;
    public const int HangUp = 0x10;
    public const int Invalid = 0x20;

    /// <summary>EINTR.</summary>
    public const int Interrupted = 4;

    /// <summary>EAGAIN.</summary>
    public const int WouldWait = 11;

    /// <summary>EFD_CLOEXEC and EFD_NONBLOCK.</summary>
    public const int BellFlags = 0x80000 | 0x800;

    /// <summary>O_WRONLY.</summary>
    public const int WriteOnly = 1;

    /// <summary>TCOFLUSH: drop what was written and not yet taken.</summary>
    public const int Unsent = 1;

    /// <summary>SIGTSTP: stop, as Ctrl+Z does.</summary>
    public const int StopSignal = 20;

    /// <summary>SIGCONT: go on, as fg does.</summary>
    public const int ContinueSignal = 18;

    /// <summary>SIGWINCH: the terminal has another size.</summary>
    public const int ResizeSignal = 28;

    [LibraryImport("libc", EntryPoint = "isatty")]
    public static partial int IsTerminal(int file);

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    public static partial int GetAttributes(int file, byte* termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    public static partial int SetAttributes(int file, int when, byte* termios);

    [LibraryImport("libc", EntryPoint = "tcflush")]
    public static partial int Drop(int file, int what);

    /// <summary>The process group that the terminal listens to; negative if it is not this session's terminal.</summary>
    [LibraryImport("libc", EntryPoint = "tcgetpgrp")]
    public static partial int ForegroundGroup(int file);

    [LibraryImport("libc", EntryPoint = "getpgrp")]
    public static partial int OwnGroup();

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int file, byte* bytes, nint count);

    [LibraryImport("libc", EntryPoint = "read")]
    public static partial nint Read(int file, byte* bytes, nint count);

    /// <summary>A file that can be read once something has been written to it: it wakes whoever polls it.</summary>
    [LibraryImport("libc", EntryPoint = "eventfd")]
    public static partial int MakeBell(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "poll")]
    public static partial int Poll(PollEntry* entries, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int process, int signal);

    /// <summary>Sends a signal to one thread; that of the process's own number is the first one.</summary>
    [LibraryImport("libc", EntryPoint = "tgkill")]
    public static partial int Kill(int process, int thread, int signal);

    [LibraryImport("libc", EntryPoint = "sigaction")]
    public static partial int Handle(int signal, byte* now, byte* before);

    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void Exit(int code);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "dup")]
    public static partial int Duplicate(int file);

    [LibraryImport("libc", EntryPoint = "dup2")]
    public static partial int Duplicate(int file, int onto);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int file);

    [StructLayout(LayoutKind.Sequential)]
    public struct PollEntry
    {
        public int File;
        public short Wanted;
        public short Happened;
    }
}
