using SmapsTop.Commands;
using SmapsTop.Tty;

try
{
    return CommandLine.Run(args);
}
catch (Exception crash)
{
    // In the native executable no finally block runs for an exception that nobody catches.
    TerminalGuard.Die(crash);
    return TerminalGuard.Crashed;
}
