using System.Diagnostics;
using Pergola.Testing;
using Pergola.Testing.Databases;
using Pergola.Testing.Servers;
using Xunit;

namespace Pergola.ConformanceTests.Examples;

/// <summary>The tour of the README: the example models and loads the world, and the queries of the tour answer.</summary>
public sealed class AtlasTests
{
    private const string IsoCodes = "/usr/share/iso-codes/json";

    [Theory]
    [InlineData("sqlite", false)]
    [InlineData("postgres", false)]
    [InlineData("postgres", true)]
    public async Task Loads_the_world_and_answers_the_tour(string dialect, bool underscored)
    {
        Assert.SkipWhen(dialect == "postgres" && TestPostgres.SkipReason is not null, TestPostgres.SkipReason ?? "");
        Assert.SkipUnless(Directory.Exists(IsoCodes), "Debian's package iso-codes is not installed.");
        var cancellationToken = TestContext.Current.CancellationToken;
        var settings = new Dictionary<string, string> { ["DB_UNDERSCORED"] = underscored ? "true" : "false" };
        await using var server =
            dialect == "sqlite"
                ? await ServerProcess.StartOnSqliteAsync(settings, cancellationToken)
                : await ServerProcess.StartOnPostgresAsync(settings, cancellationToken);

        var first = await RunAsync(server.BaseAddress, cancellationToken);
        var second = await RunAsync(server.BaseAddress, cancellationToken);

        Assert.Matches(@"countries +249 of 249 +249 created", first);
        Assert.Matches(@"subdivisions +5127 of 5127 +5127 created", first);
        Assert.Matches(@"languages +7910 of 7910 +7910 created", first);
        Assert.Matches(@"currencies +181 of 181 +181 created", first);
        Assert.Matches(@"subdivisions +5127 of 5127 +0 created, 0 updated, 5127 unchanged", second);
        using var client = await ApiClient.SignInAsync(server.BaseAddress, cancellationToken);
        await AssertSwedishCountiesAsync(client, cancellationToken);
        await AssertEverySubdivisionIsAppendedAsync(client, cancellationToken);
        await AssertTreeAsync(client, cancellationToken);
    }

    private static async Task AssertSwedishCountiesAsync(ApiClient client, CancellationToken cancellationToken)
    {
        var query = ApiClient.Query(
            ("filter", """{"country.alpha_2":"SE","type":"County"}"""),
            ("appends[]", "country"),
            ("sort", "name"),
            ("pageSize", "50")
        );
        var answer = await client.GetAsync("subdivisions:list" + query, cancellationToken);

        var counties = answer.Data.EnumerateArray().ToList();
        Assert.Equal(21, counties.Count);
        Assert.All(counties, c => Assert.Equal("Sweden", c.GetProperty("country").GetProperty("name").GetString()));
        var names = counties.ConvertAll(c => c.GetProperty("name").GetString());
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(21, answer.Body!.Value.GetProperty("meta").GetProperty("count").GetInt32());
    }

    private static async Task AssertEverySubdivisionIsAppendedAsync(
        ApiClient client,
        CancellationToken cancellationToken
    )
    {
        var query = ApiClient.Query(("appends[]", "subdivisions"), ("pageSize", "300"));
        var answer = await client.GetAsync("countries:list" + query, cancellationToken);

        var countries = answer.Data.EnumerateArray().ToList();
        Assert.Equal(249, countries.Count);
        Assert.Equal(5127, countries.Sum(c => c.GetProperty("subdivisions").GetArrayLength()));
    }

    private static async Task AssertTreeAsync(ApiClient client, CancellationToken cancellationToken)
    {
        var query = ApiClient.Query(
            ("filter", """{"country.alpha_2":"GB"}"""),
            ("tree", "true"),
            ("fields", "code"),
            ("pageSize", "500")
        );
        var answer = await client.GetAsync("subdivisions:list" + query, cancellationToken);

        var roots = answer.Data.EnumerateArray().ToList();
        var england = roots.Single(r => r.GetProperty("code").GetString() == "GB-ENG");
        Assert.True(england.GetProperty("children").GetArrayLength() > 100);
        Assert.All(roots, r => Assert.False(r.TryGetProperty("parent", out _)));
        var total = answer.Body!.Value.GetProperty("meta").GetProperty("count").GetInt32();
        Assert.Equal(roots.Count, total);
    }

    private static async Task<string> RunAsync(Uri api, CancellationToken cancellationToken)
    {
        var program = Path.Combine(RepositoryRoot.Path, "artifacts", "bin", "atlas", "debug", "atlas");
        var start = new ProcessStartInfo(program, ["--url", api.ToString().TrimEnd('/')])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, output + await errors);
        return output;
    }
}
