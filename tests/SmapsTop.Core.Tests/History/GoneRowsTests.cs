using SmapsTop.Core.History;

namespace SmapsTop.Core.Tests.History;

public class GoneRowsTests
{
    [Fact]
    public void A_gone_row_is_listed_for_ten_samples_even_if_nothing_changes()
    {
        var story = Story.Begin();
        var old = story.Add(0x20000000, 40, "/tmp/gone", 40);
        story.Run(5);
        story.Vmas.Remove(old);
        story.Run(1);
        var gone = GoneRows.None.Next(story.Timeline);
        Assert.Equal(0x20000000UL, Assert.Single(gone.Mappings).Mapping.Start);
        Assert.Equal("/tmp/gone", Assert.Single(gone.Libraries).Key.Text);
        for (var i = 2; i <= 10; i++)
        {
            story.Run(1);
            // The same rows are the same object: tables stay what they are.
            Assert.Same(gone, gone.Next(story.Timeline));
        }
        story.Run(1);
        Assert.Same(GoneRows.None, gone.Next(story.Timeline));
    }

    [Fact]
    public void Looked_back_at_any_moment_they_are_those_of_then()
    {
        var story = Story.Begin();
        var first = story.Add(0x20000000, 40, "", 40);
        var second = story.Add(0x30000000, 40, "", 40);
        var live = new List<GoneRows>();
        var gone = GoneRows.None;
        for (var i = 0; i < 40; i++)
        {
            if (i == 7)
                story.Vmas.Remove(first);
            if (i == 12)
                story.Vmas.Remove(second);
            story.Run(1);
            live.Add(gone = gone.Next(story.Timeline));
        }
        for (var i = 0; i < 40; i++)
            Assert.Equal(live[i].Mappings, GoneRows.Of(story.Timeline, story.Timeline.Moments[i]).Mappings);
        Assert.Equal(2, live[14].Mappings.Length);
    }

    [Fact]
    public void What_another_mapping_has_taken_in_is_not_gone()
    {
        var story = Story.Begin();
        var whole = story.Add(0x20000000, 60, "", 60);
        var part = story.Add(0x20000000 + 60 * 1024, 40, "", 40, "r--p");
        story.Run(3);
        story.Vmas.Remove(part);
        whole.Size = 100;
        story.Run(1);
        Assert.Same(GoneRows.None, GoneRows.None.Next(story.Timeline));
    }
}
