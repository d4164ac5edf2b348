namespace SmapsTop.Core.Proc;

/// <summary>The kernel's answers that mean something here; other numbers are possible and mean only failure.</summary>
internal enum Errno
{
    None = 0,
    NotPermitted = 1,
    NoSuchFile = 2,
    NoSuchProcess = 3,
    Interrupted = 4,
    InputOutput = 5,
    NotOpen = 9,
    NothingYet = 11,
    AccessDenied = 13,
    Exists = 17,
    NoFolder = 20,
    IsAFolder = 21,
    TooLarge = 27,
    NoSpace = 28,
    ReadOnlyDisk = 30,
    BrokenPipe = 32,
    NameTooLong = 36,
    TooManyLinks = 40,
    OverQuota = 122,
}
