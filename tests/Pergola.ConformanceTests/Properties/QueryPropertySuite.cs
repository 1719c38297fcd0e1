using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.Testing.Oracle;
using Pergola.Testing.Servers;
using Xunit;

namespace Pergola.ConformanceTests.Properties;

/// <summary>Generated filters, sorts and pages give what an evaluation in memory gives.</summary>
public abstract class QueryPropertySuite(SharedServers servers, string dialect)
{
    private static readonly (string? Header, TimeSpan Offset)[] Zones =
    [
        (null, TimeSpan.Zero),
        (null, TimeSpan.Zero),
        ("+00:00", TimeSpan.Zero),
        ("+08:00", TimeSpan.FromHours(8)),
        ("-05:30", TimeSpan.FromHours(-5.5)),
    ];

    public static TheoryData<int> SeedData => Seeds.All;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(SeedData))]
    public async Task Records_come_back_as_they_were_sent(int seed)
    {
        var client = await ClientAsync();
        var data = await PropertyData.CreateAsync(client, seed, Cancellation);
        foreach (var collection in new[] { data.Parents, data.Children, data.Labels })
        {
            var found = await client.GetAsync(collection.Name + ":list?paginate=false&sort=id", Cancellation);

            foreach (var (record, json) in collection.Records.Zip(found.Data.EnumerateArray()))
            {
                foreach (var field in collection.Fields)
                {
                    var expected = JsonForms.Write(record[field.Name], field.Kind);
                    var actual = json.GetProperty(field.Name);
                    Assert.True(
                        JsonForms.AreSame(expected, actual),
                        $"seed {seed}: {collection.Name} {record.Id} {field.Name}: sent {expected.GetRawText()}, got {actual.GetRawText()}"
                    );
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(SeedData))]
    public async Task Filters_select_what_the_oracle_selects(int seed)
    {
        var client = await ClientAsync();
        var data = await PropertyData.CreateAsync(client, seed, Cancellation);
        var chance = new Chance(seed);
        var generator = new FilterGenerator(chance);
        var (count, telling) = (Seeds.Count(300), 0);
        for (var example = 0; example < count; example++)
        {
            var collection = chance.Of(data.Parents, data.Children, data.Children);
            var filter = generator.Make(collection);
            var zone = chance.Of(Zones);
            var selected = new FilterOracle(zone.Offset).Select(Element(filter), collection).Count;
            telling += selected > 0 && selected < collection.Records.Count ? 1 : 0;
            if (await CompareAsync(client, collection, filter, zone) is null)
            {
                continue;
            }

            var small = await FilterShrinker.ShrinkAsync(
                filter,
                async smaller => await CompareAsync(client, collection, smaller, zone) is not null
            );
            Assert.Fail($"seed {seed}, {await CompareAsync(client, collection, small, zone)}");
        }

        Console.WriteLine(
            $"note: {dialect} seed {seed}: {count} filters, {telling} select some records and not others"
        );
    }

    [Theory]
    [MemberData(nameof(SeedData))]
    public async Task Pages_follow_the_order_of_the_oracle(int seed)
    {
        var client = await ClientAsync();
        var data = await PropertyData.CreateAsync(client, seed, Cancellation);
        var chance = new Chance(seed);
        var generator = new FilterGenerator(chance);
        for (var count = Seeds.Count(80); count > 0; count--)
        {
            var collection = chance.Of(data.Parents, data.Children);
            var filter = chance.Percent(50) ? generator.Make(collection) : [];
            var sort = Sort(collection, chance);
            var (page, size) = (chance.Between(1, 4), chance.Between(1, 25));
            var query = ApiClient.Query(
                ("filter", filter.ToJsonString()),
                ("sort", string.Join(',', sort)),
                ("fields", "id"),
                ("page", $"{page}"),
                ("pageSize", $"{size}")
            );

            var answer = await client.GetAsync(collection.Name + ":list" + query, Cancellation);

            var selected = new FilterOracle(TimeSpan.Zero).Select(Element(filter), collection);
            var sorted = SortOracle.Sort(selected, collection, sort);
            var expected = sorted.Skip((page - 1) * size).Take(size).Select(r => r.Id);
            var where = $"seed {seed}, {collection.Name}{Uri.UnescapeDataString(query)}: {answer}";
            Assert.True(answer.Status is 200, where);
            Assert.True(expected.SequenceEqual(Ids(answer)), $"expected {string.Join(',', expected)}; {where}");
            var meta = answer.Body!.Value.GetProperty("meta");
            Assert.Equal(selected.Count, meta.GetProperty("count").GetInt32());
            Assert.Equal((selected.Count + size - 1) / size, meta.GetProperty("totalPage").GetInt32());
        }
    }

    private static List<string> Sort(OracleCollection collection, Chance chance)
    {
        var keys = chance.Several(
            3,
            () =>
            {
                var relation = collection.Relations.FirstOrDefault(r => !r.IsToMany);
                var isOver = relation is not null && chance.Percent(30);
                var fields = (isOver ? relation!.Target() : collection).Fields;
                var field = chance.Of([.. fields.Where(f => f.Kind is not (FieldKind.Strings or FieldKind.Document))]);
                return (chance.Percent(50) ? "-" : "") + (isOver ? relation!.Name + "." : "") + field.Name;
            }
        );
        return [.. keys.DistinctBy(key => key.TrimStart('-'))];
    }

    /// <summary>What differs, or null when both select the same.</summary>
    private static async Task<string?> CompareAsync(
        ApiClient client,
        OracleCollection collection,
        JsonObject filter,
        (string? Header, TimeSpan Offset) zone
    )
    {
        var expected = new FilterOracle(zone.Offset).Select(Element(filter), collection).Select(r => r.Id).ToList();
        var query = ApiClient.Query(
            ("filter", filter.ToJsonString()),
            ("fields", "id"),
            ("sort", "id"),
            ("paginate", "false")
        );
        var request = new ApiRequest("GET", collection.Name + ":list" + query);
        request = zone.Header is null
            ? request
            : request with
            {
                Headers = new Dictionary<string, string> { ["X-Timezone"] = zone.Header },
            };
        var answer = await client.SendAsync(request, Cancellation);
        if (answer.Status is 200 && Ids(answer).SequenceEqual(expected))
        {
            return null;
        }

        var actual = answer.Status is 200 ? string.Join(',', Ids(answer)) : answer.ToString();
        return $"""
            {collection.Name} in zone {zone.Header}
            filter   {filter.ToJsonString(
                new JsonSerializerOptions
                {
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )}
            expected {string.Join(',', expected)}
            actual   {actual}
            """;
    }

    private static JsonElement Element(JsonObject filter) => JsonElement.Parse(filter.ToJsonString());

    private static IEnumerable<long> Ids(ApiAnswer answer) =>
        answer.Data.EnumerateArray().Select(record => record.GetProperty("id").GetInt64());

    private async Task<ApiClient> ClientAsync()
    {
        Assert.SkipWhen(SharedServers.SkipReason(dialect) is not null, SharedServers.SkipReason(dialect) ?? "");
        return (await servers.GetAsync(dialect)).Client;
    }
}

public sealed class SqliteQueryPropertyTests(SharedServers servers) : QueryPropertySuite(servers, "sqlite");

public sealed class PostgresQueryPropertyTests(SharedServers servers) : QueryPropertySuite(servers, "postgres");
