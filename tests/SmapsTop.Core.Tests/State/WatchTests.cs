using SmapsTop.Core.Proc;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.Smaps;

namespace SmapsTop.Core.Tests.State;

public class WatchTests
{
    private static readonly Snapshot One = SmapsText.Parse(SmapsText.Vm(0x1000, 0x9000, "[heap]"));
    private static readonly Snapshot Two = SmapsText.Parse(SmapsText.Vm(0x1000, 0x9000, "[heap]", rss: 8), One);

    [Fact]
    public void A_change_is_marked_for_one_look()
    {
        var first = States.List().StartWatch(States.App).See(One);
        Assert.Equal((1, null), (first.Watch!.Shown!.Number, first.SnapshotBefore));
        Assert.Equal((1, One), (first.See(One).Watch!.Shown!.Number, first.See(One).SnapshotBefore));

        var changed = first.See(Two);
        Assert.Same(One, changed.SnapshotBefore);
        Assert.Equal(2, changed.Watch!.Shown!.Number);

        var calm = changed.See(Two);
        Assert.Same(Two, calm.SnapshotBefore);
        Assert.Equal(2, calm.Watch!.Shown!.Number);
    }

    [Fact]
    public void Trouble_keeps_the_last_sample_and_the_time_when_it_began()
    {
        var seen = States.Watching();
        var gone = seen.See(States.Unseen(UnseenReason.Denied, "root"), minutes: 1);
        Assert.Equal((UnseenReason.Denied, "root", States.Noon.AddMinutes(1)), (gone.Watch!.Trouble!.Reason, gone.Watch.Trouble.Detail, gone.Watch.TroubleSince));
        Assert.Same(seen.Sample, gone.Sample);
        Assert.True(gone.Watch.GoesOn);
        Assert.Same(gone, gone.See(States.Unseen(UnseenReason.Denied, "root"), minutes: 2));
    }

    [Fact]
    public void Another_trouble_has_its_own_time()
    {
        var state = States.Watching().See(States.Unseen(UnseenReason.Denied, "root"), minutes: 1).See(States.Unseen(UnseenReason.Ended), minutes: 30);
        Assert.Equal((UnseenReason.Ended, States.Noon.AddMinutes(30), false), (state.Watch!.Trouble!.Reason, state.Watch.TroubleSince, state.Watch.GoesOn));
    }

    [Fact]
    public void The_same_trouble_in_other_words_keeps_its_time()
    {
        var state = States.Watching().See(States.Unseen(UnseenReason.NotUnderstood, "line 1"), minutes: 1).See(States.Unseen(UnseenReason.NotUnderstood, "line 2"), minutes: 2);
        Assert.Equal(("line 2", States.Noon.AddMinutes(1)), (state.Watch!.Trouble!.Detail, state.Watch.TroubleSince));
    }

    [Fact]
    public void Seeing_it_again_ends_the_trouble()
    {
        var before = States.Watching();
        var state = before.See(States.Unseen(UnseenReason.NoMemory), minutes: 1).See(before.Snapshot!);
        Assert.Equal((null, null, true), (state.Watch!.Trouble, state.Watch.TroubleSince, state.Watch.GoesOn));
    }

    [Fact]
    public void A_frozen_watch_shows_its_first_sample_at_once()
    {
        var state = States.List().StartWatch(States.App).Press("Space").See(One);
        Assert.Same(One, state.Snapshot);
        state = state.See(Two);
        Assert.Same(One, state.Snapshot);
        Assert.Same(Two, state.Press("Space").Snapshot);
    }

    [Fact]
    public void What_is_known_of_the_process_is_what_was_last_seen()
    {
        var busy = States.App with { State = 'R' };
        var state = States.List().StartWatch(States.App);
        Assert.Equal('S', state.Watch!.Known.State);
        Assert.Equal('R', state.See(new Reading.Seen(States.Sample(One, busy))).Watch!.Known.State);
    }

    [Fact]
    public void A_sample_ends_the_waiting()
    {
        var waiting = States.Watching().Wait("smaps");
        Assert.Same(waiting, waiting.Wait("smaps"));
        Assert.Null(waiting.See(waiting.Snapshot!).WaitingFor);
    }

    [Fact]
    public void What_another_process_gave_is_passed_over()
    {
        var state = States.Watching();
        var other = States.App.Identity with { StartTicks = 1 };
        Assert.Same(state, state.Receive(other, States.Unseen(UnseenReason.Ended), States.Noon));
        Assert.Same(States.List().Watch, States.List().Receive(other, States.Seen("zoo"), States.Noon).Watch);
    }
}
