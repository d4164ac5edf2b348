using System.Collections.Immutable;
using System.Runtime.Versioning;
using NSubstitute;
using SmapsTop.Core.Proc;
using SmapsTop.Core.Saved;
using SmapsTop.Core.Tests.State;

namespace SmapsTop.Core.Tests.Saved;

[SupportedOSPlatform("linux")]
public sealed class TargetTests : SavedFiles
{
    private readonly IProc _proc = Substitute.For<IProc>();

    public TargetTests() => Machine(States.App);

    [Fact]
    public void A_number_is_a_process()
    {
        Gives(States.Seen("zoo"));
        Assert.Equal(States.App, Loaded(Read("4567")).Process);
    }

    [Fact]
    public void A_name_is_a_process()
    {
        Gives(States.Seen("zoo"));
        Assert.Equal(States.App, Loaded(Read("app")).Process);
    }

    [Fact]
    public void What_has_a_slash_is_a_file_or_a_folder() => Assert.Equal("zoo", Loaded(Read(Fixture.Folder("zoo"))).Process.Name);

    [Theory]
    [InlineData("1")]
    [InlineData("99999999999999999999")]
    [InlineData("nosuch")]
    [InlineData("")]
    [InlineData("/nosuch")]
    [InlineData("./1")]
    public void What_there_is_not_is_not_found(string target) => Refused(Read(target), TroubleKind.NotFound, target);

    [Fact]
    public void A_name_that_several_have_is_unclear_and_their_numbers_are_told()
    {
        Machine([.. Enumerable.Range(1, 20).Select(pid => States.Process(pid, "app"))]);
        Refused(Read("app"), TroubleKind.Unclear, "20 processes are called app", "1, 2, 3, 4, 5, 6, 7, 8 …");
    }

    [Fact]
    public void A_name_of_a_process_and_of_a_file_here_is_unclear()
    {
        // The folder that tests run in holds this file, and other tests run in it too: it is not to be changed.
        var file = Path.GetFileName(Directory.GetFiles(Environment.CurrentDirectory)[0]);
        Machine(States.Process(7, file));
        Refused(Read(file), TroubleKind.Unclear, $"./{file}", "7");
    }

    /// <summary>Every reason with the kind of trouble that it is.</summary>
    public static TheoryData<string, TroubleKind> Reasons { get; } = new()
    {
        { UnseenReason.Ended.Word, TroubleKind.NotFound },
        { UnseenReason.Hidden.Word, TroubleKind.NotFound },
        { UnseenReason.Zombie.Word, TroubleKind.NotFound },
        { UnseenReason.OtherProgram.Word, TroubleKind.NotFound },
        { UnseenReason.Denied.Word, TroubleKind.NotPermitted },
        { UnseenReason.Failed.Word, TroubleKind.NotPermitted },
        { UnseenReason.KernelThread.Word, TroubleKind.NotSmaps },
        { UnseenReason.NoMemory.Word, TroubleKind.NotSmaps },
        { UnseenReason.NotUnderstood.Word, TroubleKind.NotSmaps },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Why_a_process_is_not_seen_is_said_without_words_of_the_screen(string word, TroubleKind kind)
    {
        var reason = UnseenReason.All.First(reason => reason.Word == word);
        Gives(States.Unseen(reason, "detail"));
        Refused(Read("4567"), kind, "4567 app: ", reason.Sentence("detail"));
        Assert.DoesNotContain("p lists", Read("4567").Trouble!.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("goes on", Read("4567").Trouble!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_before_is_handed_on()
    {
        var before = States.Sample("zoo");
        Gives(States.Seen("zoo"));
        Loaded(Target.Read(_proc, "4567", before, isFirst: false, TestContext.Current.CancellationToken));
        _proc.Received().Look(States.App.Identity, before, Arg.Any<CancellationToken>());
    }

    private (Sample? Sample, Trouble? Trouble) Read(string target) => Target.Read(_proc, target, null, isFirst: false, TestContext.Current.CancellationToken);

    private void Gives(Reading reading) => _proc.Look(default, null, default).ReturnsForAnyArgs(reading);

    private void Machine(params ImmutableArray<ProcessInfo> processes)
    {
        _proc.List().Returns(processes);
        _proc.Find(default).ReturnsForAnyArgs(call => processes.FirstOrDefault(process => process.Pid == call.Arg<int>()));
    }
}
