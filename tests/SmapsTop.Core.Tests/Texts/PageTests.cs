using System.Globalization;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Smaps;
using SmapsTop.Core.Tests.Smaps;
using SmapsTop.Core.Tests.State;
using SmapsTop.Core.Texts;

namespace SmapsTop.Core.Tests.Texts;

public class PageTests
{
    private const string Record = "7f0000001000-7f0000002000 r-xs 00003000 fd:01 42 /lib/x.so";

    [Fact]
    public void The_help_has_every_command() => Assert.All(AppCommand.All, command =>
        Assert.Contains(new Entry(command.KeysText, "", command.Does), HelpPage.Entries));

    [Theory]
    [MemberData(nameof(States.GridNames), MemberType = typeof(States))]
    public void The_help_has_every_column_below_its_grid(string name)
    {
        const string Of = "Columns of ";
        var section = HelpPage.Entries
            .SkipWhile(entry => !entry.Term.StartsWith(Of, StringComparison.Ordinal) || !entry.Term[Of.Length..].Split(", ").Contains(name)).Skip(1)
            .TakeWhile(entry => !entry.IsHeading);
        Assert.Equal(States.Grid(name).Columns.Select(column => (column.Header, column.Meaning)), section.Select(entry => (entry.Term, entry.Meaning)));
    }

    [Fact]
    public void The_help_has_every_kind_and_every_total()
    {
        Assert.All(MappingKind.All, kind => Assert.Contains(new Entry(kind.Name, "", kind.Meaning), HelpPage.Entries));
        Assert.All(TotalsLine.All, line => Assert.Contains(new Entry(line.Label.Trim(), "", line.Figure.Meaning), HelpPage.Entries));
    }

    [Fact]
    public void The_help_has_no_empty_or_doubled_heading()
    {
        var headings = HelpPage.Entries.Where(entry => entry.IsHeading).ToList();
        Assert.Distinct(headings.Select(entry => entry.Term));
        Assert.All(HelpPage.Entries, entry => Assert.True(entry.IsHeading || entry is { Term.Length: > 0, Meaning.Length: > 0 }));
        Assert.All(HelpPage.Entries.Zip(HelpPage.Entries.Skip(1)), pair => Assert.False(pair.First.IsHeading && pair.Second.IsHeading));
    }

    [Fact]
    public void The_help_does_not_take_Pss_for_private_memory()
    {
        var pss = HelpPage.Entries.Where(entry => entry.Term.Equals("PSS", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.True(pss.Count > 3);
        Assert.All(pss, entry => Assert.DoesNotContain("private", entry.Meaning.Replace("It is not the private memory", "", StringComparison.Ordinal)));
        Assert.Contains(pss, entry => entry.Meaning.Contains("not the private memory", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SizeUnit.Auto, "2.0M")]
    [InlineData(SizeUnit.Kilobytes, "2048")]
    public void A_mapping_has_every_field_and_those_not_printed_are_not_known(SizeUnit unit, string size)
    {
        var page = MappingPage.Of(SmapsText.One(SmapsText.Lines(Record, "Size: 2048 kB", "Rss: 0 kB", "THPeligible: 1")), unit);
        var fields = SmapsField.All.ToDictionary(field => field.Key, field => page.Single(entry => entry.Term == field.Key));
        Assert.All(SmapsField.All, field => Assert.Equal(field.Meaning, fields[field.Key].Meaning));
        Assert.Equal((size, "0", "1"), (fields["Size"].Value, fields["Rss"].Value, fields["THPeligible"].Value));
        Assert.All(fields.Keys.Except(["Size", "Rss", "THPeligible"]), key => Assert.Equal("–", fields[key].Value));
    }

    [Fact]
    public void A_mapping_has_the_values_of_its_capture()
    {
        foreach (var mapping in Fixture.Smaps("zoo").Mappings)
        {
            var page = MappingPage.Of(mapping, SizeUnit.Kilobytes);
            Assert.All(SmapsField.All, field => Assert.Equal(
                mapping.Amounts[field]?.ToString(CultureInfo.InvariantCulture) ?? "–", page.Single(entry => entry.Term == field.Key).Value));
        }
    }

    [Fact]
    public void A_mapping_has_its_place_and_name()
    {
        var values = MappingPage.Of(SmapsText.One(SmapsText.Lines(Record, "Size: 4 kB")), SizeUnit.Auto).Where(entry => !entry.IsHeading)
            .ToDictionary(entry => entry.Term, entry => (entry.Value, entry.Meaning));
        Assert.Equal(
            ["7f0000001000-7f0000002000", "00003000", "fd:01", "42", "/lib/x.so", "lib"],
            new[] { "address", "offset", "dev", "inode", "pathname", "kind" }.Select(term => values[term].Value));
        Assert.Equal(("r-xs", "readable, executable, shared"), values["perms"]);
    }

    [Theory]
    [InlineData("rw-p", "readable, writable, private: copied when written to")]
    [InlineData("---p", "no access, private: copied when written to")]
    [InlineData("---s", "no access, shared")]
    public void Permissions_are_said_in_words(string permissions, string words) => Assert.Equal(
        words, MappingPage.Of(SmapsText.One(SmapsText.Vm(0x1000, 0x2000, permissions: permissions)), SizeUnit.Auto).Single(entry => entry.Term == "perms").Meaning);

    [Fact]
    public void A_mapping_without_a_name_says_so() =>
        Assert.Contains(new Entry("pathname", "–", "memory without a name"), MappingPage.Of(SmapsText.One(SmapsText.Vm(0x1000, 0x2000)), SizeUnit.Auto));

    [Fact]
    public void Unknown_lines_are_shown_as_printed() => Assert.Contains(
        MappingPage.Of(SmapsText.Record("Size: 4 kB", "Novelty:   7 pages"), SizeUnit.Auto),
        entry => entry is { Term: "Novelty", Value: "7 pages" });

    [Fact]
    public void Every_flag_is_said_in_words()
    {
        var codes = VmFlag.All.Select(flag => flag.Code).Append("zz").ToList();
        var flags = Flags("Size: 4 kB", "VmFlags: " + string.Join(' ', codes));
        Assert.Equal(codes, flags.Select(entry => entry.Term));
        Assert.All(VmFlag.All, flag => Assert.Contains(new Entry(flag.Code, "", flag.Meaning), flags));
        Assert.Contains("not known", flags[^1].Meaning);
    }

    [Fact]
    public void No_flags_and_no_line_of_flags_are_two_things()
    {
        Assert.Equal("–", Assert.Single(Flags("Size: 4 kB")).Term);
        Assert.DoesNotContain(Flags("Size: 4 kB", "VmFlags: "), entry => entry.Term == "–");
    }

    private static List<Entry> Flags(params string[] fields) =>
        [.. MappingPage.Of(SmapsText.Record(fields), SizeUnit.Auto).SkipWhile(entry => entry.Term != "VmFlags").Skip(1)];
}
