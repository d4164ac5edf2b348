using System.Globalization;
using System.Text.RegularExpressions;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.Tests.Smaps;

public class CaptureTests
{
    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_sums_are_those_of_the_rollup(string capture)
    {
        var snapshot = Fixture.Smaps(capture);
        var rollup = Numbers(capture, "smaps_rollup").Where(field => !Regex.IsMatch(field.Key, "^Pss_(Anon|File|Shmem)$")).ToList();
        Assert.Equal(19, rollup.Count);
        Assert.All(rollup, field =>
        {
            var sum = snapshot.Totals[Field(field.Key)];
            // The kernel rounds a share down in each mapping.
            if (field.Key is "Pss" or "Pss_Dirty" or "SwapPss" or "Locked")
                Assert.InRange(sum!.Value, field.Value - snapshot.Mappings.Length, field.Value);
            else
                Assert.Equal(field.Value, sum);
        });
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void There_are_as_many_mappings_as_lines_of_maps(string capture) =>
        Assert.Equal(Fixture.Bytes(capture, "maps").Count(letter => letter == '\n'), Fixture.Smaps(capture).Mappings.Length);

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_address_space_is_that_of_status(string capture) =>
        Assert.Equal(Numbers(capture, "status")["VmSize"], Fixture.Smaps(capture).VmSize);

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void Rss_is_the_sum_of_its_four_parts(string capture) => Assert.All(Fixture.Smaps(capture).Mappings, mapping =>
        Assert.Equal(mapping.Amounts[SmapsField.Rss], mapping.Amounts.Private + mapping.Amounts.Shared));

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void Every_record_has_its_own_range_and_size(string capture)
    {
        var mappings = Fixture.Smaps(capture).Mappings;
        Assert.All(mappings, mapping => Assert.Equal((long)(mapping.End - mapping.Start) / 1024, mapping.Amounts[SmapsField.Size]));
        Assert.All(mappings.Zip(mappings.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void Every_line_of_a_new_kernel_is_known(string capture) => Assert.All(Fixture.Smaps(capture).Mappings, mapping =>
    {
        Assert.Empty(mapping.Unknown);
        Assert.NotNull(mapping.Flags);
        Assert.All(mapping.Flags.Split(' ', StringSplitOptions.RemoveEmptyEntries), code => Assert.Contains(VmFlag.Of(code), VmFlag.All));
        Assert.Equal(SmapsField.All.Length - 1, mapping.Amounts.Count);
        Assert.Null(mapping.Amounts[SmapsField.ProtectionKey]);
    });

    [Theory]
    [MemberData(nameof(Fixture.Captures), MemberType = typeof(Fixture))]
    public void The_size_of_the_pieces_does_not_matter(string capture)
    {
        var whole = Fixture.Smaps(capture).Mappings;
        Assert.All([1, 7, 4096], piece =>
        {
            var read = SmapsText.Read(new SmapsParser(), Fixture.Bytes(capture, "smaps"), null, piece, out _);
            Assert.NotNull(read);
            Assert.Equal(whole.Length, read.Mappings.Length);
            Assert.All(whole.Zip(read.Mappings), pair => Assert.True(pair.First.SaysTheSame(pair.Second)));
        });
    }

    private static SmapsField Field(string key) => SmapsField.All.Single(field => field.Key == key);

    private static Dictionary<string, long> Numbers(string capture, string file) => Fixture.Lines(capture, file)
        .Select(line => Regex.Match(line, @"^(\w+):\s+(\d+) kB$")).Where(match => match.Success)
        .ToDictionary(match => match.Groups[1].Value, match => long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
}
