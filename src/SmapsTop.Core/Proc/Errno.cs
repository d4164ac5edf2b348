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
    AccessDenied = 13,
    Exists = 17,
    NotAFolder = 20,
    IsAFolder = 21,
    TooLarge = 27,
    NoSpace = 28,
    ReadOnlyDisk = 30,
    OverQuota = 122,
}
