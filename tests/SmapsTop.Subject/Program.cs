using System.Globalization;
using SmapsTop.Subject;

// A process to look at, with mappings that are known. `subject FOLDER MODE [NUMBER]`; files of its own go into FOLDER, and once
// everything is mapped it prints its process number.
//   steady    has its mappings and sleeps
//   leak KB   grows by KB of anonymous memory a second
//   grow N    has N large mappings, each of which grows by another amount each second
//   waits N   maps and unmaps N times without pause, again and again; prints the slowest of each second in milliseconds
//   churn     maps and unmaps all the time, so that no two readings are alike
//   leader    ends its first thread after a line on standard input; another one lives on
//   full N    has small mappings, so that it is N in all
//   exec      becomes `sleep 600` after a line on standard input
//   hostile   has names everywhere that would be obeyed by a terminal, a shell or a spreadsheet
//   maps N    has N small mappings, no two neighbours alike; after each line on standard input 2 % of them have changed, and it prints a line
//   moves N   as maps, and after each line a few of them are somewhere else
var (folder, mode) = (args[0], args[1]);
var number = args.Length > 2 && int.TryParse(args[2], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;

if (mode == "hostile")
    Hostile.Begin(folder);
if (mode == "named")
    Hostile.Map(folder);
else
    Zoo.Map(folder);
if (mode is "maps" or "moves")
    Zoo.MapSmall(number);
if (mode == "full")
    Zoo.MapSmall(number - File.ReadLines("/proc/self/maps").Count());
Console.WriteLine(Environment.ProcessId);

if (mode == "leak")
    Zoo.Leak(number);
if (mode == "grow")
    Zoo.Grow(number);
if (mode == "waits")
    Zoo.Wait(number);
if (mode == "churn")
    Zoo.Churn();
if (mode == "leader")
{
    var other = new Thread(() => Thread.Sleep(Timeout.Infinite));
    other.Start();
    _ = Console.ReadLine();
    Zoo.EndThisThread();
}
if (mode == "maps")
    while (Console.ReadLine() is not null)
    {
        Zoo.ChangeSmall();
        Console.WriteLine();
    }
if (mode == "moves")
    while (Console.ReadLine() is not null)
    {
        Zoo.ChangeSmall();
        Zoo.MoveSmall();
    }
if (mode == "exec")
{
    _ = Console.ReadLine();
    Zoo.Become("/bin/sleep", "sleep", "600");
}
Thread.Sleep(Timeout.Infinite);
