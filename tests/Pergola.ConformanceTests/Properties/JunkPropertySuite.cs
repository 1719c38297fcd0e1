using Pergola.Testing.Servers;
using Xunit;

namespace Pergola.ConformanceTests.Properties;

/// <summary>Parameters and bodies put together at random: whatever they are, the server keeps its countenance.</summary>
public abstract class JunkPropertySuite(SharedServers servers, string dialect)
{
    private static readonly string[] Names =
    [
        "id",
        "string",
        "integer",
        "bigint",
        "double",
        "decimal",
        "boolean",
        "instant",
        "wall",
        "day",
        "time",
        "unix",
        "strings",
        "document",
        "uuid",
        "parent",
        "children",
        "labels",
        "parentId",
        "nosuch",
        "",
        "a.b",
        "*",
        "id\"",
        "0",
        "$and",
        "-id",
        "children.id",
        "labels.string",
        "document.a",
        "children(sort=id)",
        "parent(recursively=true)",
    ];

    private static readonly string[] Operators =
    [
        "$eq",
        "$ne",
        "$in",
        "$notIn",
        "$gt",
        "$between",
        "$is",
        "$not",
        "$empty",
        "$exists",
        "$includes",
        "$notIncludes",
        "$startsWith",
        "$like",
        "$notLike",
        "$iLike",
        "$regexp",
        "$iRegexp",
        "$isTruly",
        "$match",
        "$notMatch",
        "$anyOf",
        "$noneOf",
        "$arrayEmpty",
        "$contains",
        "$overlap",
        "$dateOn",
        "$dateBetween",
        "$dateAfter",
        "$isCurrentUser",
        "$childIn",
        "$col",
        "$and",
        "$or",
        "$foo",
        "$",
    ];

    private static readonly string[] Actions =
    [
        "list",
        "list",
        "get",
        "create",
        "update",
        "destroy",
        "firstOrCreate",
        "updateOrCreate",
        "move",
        "add",
        "set",
        "remove",
        "toggle",
    ];

    private static readonly string[] Parameters =
    [
        "filter",
        "filter",
        "filterByTk",
        "fields",
        "except",
        "appends",
        "sort",
        "page",
        "pageSize",
        "paginate",
        "tree",
        "whitelist",
        "blacklist",
        "filterKeys[]",
        "updateAssociationValues[]",
        "sourceId",
        "targetId",
        "sortField",
        "method",
        "targetScope",
        "forceUpdate",
        "values",
        "count",
    ];

    public static TheoryData<int> SeedData => Seeds.All;

    [Theory]
    [MemberData(nameof(SeedData))]
    public async Task Nothing_makes_the_server_fail(int seed)
    {
        Assert.SkipWhen(SharedServers.SkipReason(dialect) is not null, SharedServers.SkipReason(dialect) ?? "");
        var cancellationToken = TestContext.Current.CancellationToken;
        var client = (await servers.GetAsync(dialect)).Client;
        var data = await PropertyData.CreateAsync(client, seed, cancellationToken);
        var chance = new Chance(seed);
        var json = new JsonGenerator(chance);
        var (count, accepted) = (Seeds.Count(400), 0);
        for (var example = 0; example < count; example++)
        {
            var request = Request(chance, json, [data.Parents.Name, data.Children.Name, data.Labels.Name]);

            var answer = await client.SendAsync(request, cancellationToken);

            accepted += answer.Status < 300 ? 1 : 0;
            Assert.True(
                answer.Status < 500 && (answer.Status < 400 || answer.Status is 404 || answer.Messages is not null),
                $"seed {seed}: {request.Method} {Uri.UnescapeDataString(request.Target)} {request.Body}: {answer}"
            );
        }

        Console.WriteLine($"note: {dialect} seed {seed}: {count} requests at random, {accepted} accepted");
    }

    private static ApiRequest Request(Chance chance, JsonGenerator json, IReadOnlyList<string> collections)
    {
        var target = chance.Of(collections);
        if (chance.Percent(30))
        {
            target += $"/{chance.Between(1, 9)}/{chance.Of("children", "labels", "parent", "strings", "nosuch")}";
        }

        var pairs = chance.Several(4, () => chance.Of(Parameters)).Select(name => (name, Value(name, chance, json)));
        return new ApiRequest("POST", $"{target}:{chance.Of(Actions)}{ApiClient.Query([.. pairs])}")
        {
            Body = chance.Of("{}", Body(chance, json), Body(chance, json), json.Any(3)),
        };
    }

    private static string Value(string parameter, Chance chance, JsonGenerator json) =>
        parameter switch
        {
            "filter" => Filter(chance, json, 3),
            "filterByTk" or "sourceId" or "targetId" when chance.Percent(70) => $"{chance.Between(1, 50)}",
            "page" or "pageSize" when chance.Percent(70) => $"{chance.Between(1, 9)}",
            "fields" or "except" or "appends" or "sort" or "whitelist" or "blacklist" => string.Join(
                ',',
                chance.Several(3, () => chance.Of(Names))
            ),
            "filterKeys[]" or "updateAssociationValues[]" or "sortField" => chance.Of(Names),
            _ => json.Any(1),
        };

    private static string Filter(Chance chance, JsonGenerator json, int depth)
    {
        var members = Enumerable
            .Range(0, chance.Between(1, 2))
            .Select(_ =>
                chance.Below(depth > 0 ? 6 : 4) switch
                {
                    0 or 1 => $"\"{Name(chance)}.{chance.Of(Operators)}\":{json.Any(1)}",
                    2 => $"\"{Name(chance)}\":{{\"{chance.Of(Operators)}\":{json.Any(1)}}}",
                    3 => $"\"{Name(chance)}\":{json.Any(1)}",
                    4 =>
                        $"\"{chance.Of("$and", "$or")}\":[{Filter(chance, json, depth - 1)},{Filter(chance, json, depth - 1)}]",
                    _ => $"\"{chance.Of("$not", Name(chance))}\":{Filter(chance, json, depth - 1)}",
                }
            );
        return "{" + string.Join(',', members) + "}";
    }

    private static string Name(Chance chance) => chance.Of(Names).Replace("\"", "\\\"");

    private static string Body(Chance chance, JsonGenerator json) =>
        "{"
        + string.Join(
            ',',
            chance
                .Several(3, () => Name(chance))
                .Distinct()
                .Select(name => $"\"{name}\":{(chance.Percent(30) ? Links(chance, json) : json.Any(2))}")
        )
        + "}";

    /// <summary>Something like related records.</summary>
    private static string Links(Chance chance, JsonGenerator json) =>
        "["
        + string.Join(
            ',',
            chance.Several(
                3,
                () => chance.Of($"{chance.Between(1, 9)}", $"{{\"id\":{chance.Between(1, 9)}}}", Body(chance, json))
            )
        )
        + "]";
}

public sealed class SqliteJunkPropertyTests(SharedServers servers) : JunkPropertySuite(servers, "sqlite");

public sealed class PostgresJunkPropertyTests(SharedServers servers) : JunkPropertySuite(servers, "postgres");
