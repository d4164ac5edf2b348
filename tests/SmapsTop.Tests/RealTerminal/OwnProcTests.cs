using System.Globalization;

namespace SmapsTop.Tests.RealTerminal;

/// <summary>On a terminal whose processes are a world of their own, with a /proc of its own.</summary>
[Collection(OneAtATime.Name)]
public sealed class OwnProcTests : IDisposable
{
    private readonly TmuxTerminal _terminal;

    public OwnProcTests()
    {
        ShellProcess.SkipUnlessRoot();
        Assert.SkipUnless(Tool.Run("unshare", new Dictionary<string, string?>(), "--mount", "--pid", "--fork", "--mount-proc", "true").ExitCode == 0, "this takes mount and namespaces");
        _terminal = new(80, 24);
        _terminal.Type("exec unshare --mount --pid --fork --kill-child --mount-proc bash --norc --noprofile");
        Assert.Equal("1\n", _terminal.Output("echo $$"));
    }

    public void Dispose() => _terminal?.Dispose();

    [Fact]
    public void Another_process_with_the_number_is_not_taken_for_the_one_that_was_watched()
    {
        // The kernel gives out the number behind the last one; whoever else gets one meanwhile, the shell tries again.
        File.WriteAllText(PathOf("again.sh"), """
            mkfifo go
            sleep 611 & pid=$!
            echo $pid > first
            read x < go
            kill -9 $pid; wait $pid
            until [ "$!" = $pid ] && [ -e second ]; do
                echo $((pid - 1)) > /proc/sys/kernel/ns_last_pid
                sleep 622 &
                if [ $! = $pid ]; then echo > second; else kill -9 $!; fi
            done
            wait
            """);
        _terminal.Type("bash again.sh 2> /dev/null &");
        var pid = ReadNumber("first");
        _terminal.Start($"smapstop {pid} -d 5");
        _terminal.WaitFor(screen => screen.Title.Contains($"{pid} sleep 611", StringComparison.Ordinal) && screen.Grid("1 Private") is { Rows.Length: > 1 });
        File.WriteAllText(PathOf("go"), "\n");
        var ended = _terminal.WaitFor(screen => screen.Words.Contains("its number now belongs to another: sleep 622.", StringComparison.Ordinal));
        Assert.Contains("sleep 611", ended.Title, StringComparison.Ordinal);
        Assert.Contains(" stays.", ended.Words, StringComparison.Ordinal);
        Assert.True(ended.Grid("1 Private") is { Rows.Length: > 1 }, ended.Text);

        _terminal.Press("p");
        _terminal.Write("/622");
        _terminal.Press("Enter");
        _terminal.WaitFor(screen => screen.Grid("Processes") is { Rows: [[.., "sleep 622"]] });
        _terminal.Press("Enter");
        _terminal.WaitFor(screen => screen.Title.Contains($"{pid} sleep 622", StringComparison.Ordinal) && screen.Title.EndsWith("live", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void With_hidepid_the_own_processes_are_there_and_of_others_it_is_said_that_they_may_be_hidden(int hidepid)
    {
        Assert.SkipUnless(_terminal.Run(ShellProcess.Nobody + "smapstop --version") == 0, "another user may not run the executable under test");
        var sleep = ShellProcess.SetUserId(_terminal.Folder);
        _terminal.Type($"mkfifo go; mount -o remount,hidepid={hidepid} /proc");
        _terminal.Type("sleep 631 & echo $! > theirs");
        _terminal.Type($"{ShellProcess.Nobody} bash -c 'echo $$ >&3; read x; exec {sleep} 632' < go 3> own &");
        var theirs = ReadNumber("theirs");
        using var writer = new StreamWriter(PathOf("go"));
        var own = ReadNumber("own");

        foreach (var command in new[] { $"smapstop {theirs}", $"smapstop report {theirs}", "smapstop report sleep" })
        {
            Assert.Equal(3, _terminal.Run($"{ShellProcess.Nobody} {command} 2> errors"));
            Assert.Contains("or it is hidden from you: /proc is mounted with hidepid", File.ReadAllText(PathOf("errors")), StringComparison.Ordinal);
        }
        _terminal.Start($"{ShellProcess.Nobody} smapstop");
        _terminal.WaitFor(screen => screen.Grid("Processes") is { Rows.Length: > 0 } grid && grid.Find("PID", Text(own)) >= 0 && grid.Find("PID", Text(theirs)) < 0);
        _terminal.Press("q");
        Assert.Equal(0, _terminal.WaitForEnd());

        // It becomes root's while it is watched, and so is hidden.
        _terminal.Start($"{ShellProcess.Nobody} smapstop {own}");
        _terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 1 });
        writer.WriteLine();
        writer.Flush();
        var sentence = hidepid == 1
            ? "Its memory may not be read: it belongs to another user."
            : "The process has ended or is hidden from you: /proc is mounted with hidepid.";
        var hidden = _terminal.WaitFor(screen => screen.Words.Contains(sentence, StringComparison.Ordinal) && screen.Words.Contains(" stays.", StringComparison.Ordinal));
        Assert.True(hidden.Grid("1 Private") is { Rows.Length: > 1 }, hidden.Text);
        _terminal.Press("q");
        Assert.Equal(0, _terminal.WaitForEnd());

        // Root sees it all the same, and when it has ended that is certain.
        _terminal.Start($"smapstop {own}");
        _terminal.WaitFor(screen => screen.Grid("1 Private") is { Rows.Length: > 1 } && screen.Has("/asroot"));
        _terminal.Press("q");
        Assert.Equal(0, _terminal.WaitForEnd());
        Assert.Equal(3, _terminal.Run("smapstop 999999 2> errors"));
        Assert.DoesNotContain("hidepid", File.ReadAllText(PathOf("errors")), StringComparison.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string PathOf(string name) => Path.Combine(_terminal.Folder, name);

    private int ReadNumber(string name)
    {
        var number = 0;
        Assert.True(Until.True(() => File.Exists(PathOf(name)) && int.TryParse(File.ReadAllText(PathOf(name)), CultureInfo.InvariantCulture, out number), Until.Patience), name);
        return number;
    }
}
