using Xunit;

namespace Pergola.ConformanceTests;

public sealed class RecordingTests(ReplayedServers servers) : IClassFixture<ReplayedServers>
{
    public static TheoryData<string, string, string> Examples { get; } =
    [
        .. from server in ReplayedServers.Names
        from file in Cases.Files
        from example in file.Examples
        select (server, file.Name, example.Id),
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Answers_as_recorded(string server, string file, string id)
    {
        Assert.SkipWhen(ReplayedServers.SkipReason(server) is not null, ReplayedServers.SkipReason(server) ?? "");

        var result = await servers.ResultAsync(server, id);

        if (Cases.KnownMiss(server, id) is { } miss)
        {
            Assert.True(result.Reason is not null, $"{id} matches: take it off cases/known-misses.json ({miss}).");
        }
        else if (result.Reason is not null)
        {
            Assert.Fail($"{file} {id}: {result.Reason}");
        }
    }

    [Fact]
    public void Known_misses_name_recorded_examples()
    {
        var recorded = Cases.Files.SelectMany(file => file.Examples).Select(example => example.Id).ToHashSet();
        var listed = Cases.KnownMisses.Values.SelectMany(misses => misses.Keys);

        Assert.DoesNotContain(listed, id => !recorded.Contains(id));
    }
}
