using System.Globalization;
using SmapsTop.Subject;

// A process to look at, with mappings that are known. `subject FOLDER MODE [NUMBER]`; files of its own go into FOLDER, and once
// everything is mapped it prints its process number.
//   steady    has its mappings and sleeps
//   leak KB   grows by KB of anonymous memory a second
//   exec      becomes `sleep 600` after a line on standard input
//   maps N    has N small mappings, no two neighbours alike; after each line on standard input 2 % of them have changed, and it prints a line
//   churn N   as maps, and after each line a few of them are somewhere else
var (folder, mode) = (args[0], args[1]);
var number = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0;

Zoo.Map(folder);
if (mode is "maps" or "churn")
    Zoo.MapSmall(number);
Console.WriteLine(Environment.ProcessId);

if (mode == "leak")
    Zoo.Leak(number);
if (mode == "maps")
    while (Console.ReadLine() is not null)
    {
        Zoo.ChangeSmall();
        Console.WriteLine();
    }
if (mode == "churn")
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
