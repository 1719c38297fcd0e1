using System.Text.RegularExpressions;
using Pergola.Data.Querying;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Reading;

/// <summary>Records that lead to records of their own collection: parents, children, trees.</summary>
public abstract partial class ChainSuite(DatabaseFixture fixture) : ReadingSuite(fixture)
{
    protected override IReadOnlyList<string> Definitions =>
        [
            """
                {"name":"$people","timestamps":false,"fields":[{"name":"name","type":"string"},
                  {"name":"boss","type":"belongsTo","target":"$people","foreignKey":"bossId"},
                  {"name":"staff","type":"hasMany","target":"$people","foreignKey":"bossId"},
                  {"name":"deputy","type":"hasOne","target":"$people","foreignKey":"bossId"},
                  {"name":"things","type":"hasMany","target":"$things","foreignKey":"ownerId"}]}
                """,
            """{"name":"$things","timestamps":false,"fields":[{"name":"name","type":"string"}]}""",
            """
                {"name":"$groups","timestamps":false,"tree":"adjacencyList","filterTargetKey":"name","fields":[
                  {"name":"name","type":"string"},
                  {"name":"parent","type":"belongsTo","treeParent":true,"foreignKey":"parentId","targetKey":"id"},
                  {"name":"children","type":"hasMany","treeChildren":true,"foreignKey":"parentId","sourceKey":"id","targetKey":"id"}]}
                """,
        ];

    [Theory]
    [InlineData(
        "boss(recursively=true)",
        3,
        "{'id':3,'boss':{'id':2,'name':'b','bossId':1,'boss':{'id':1,'name':'a','bossId':null}}}"
    )]
    [InlineData("boss(recursively=true)", 1, "{'id':1,'boss':null}")]
    [InlineData(
        "staff(recursively=true)",
        1,
        "{'id':1,'staff':[{'id':2,'name':'b','bossId':1,'staff':[{'id':3,'name':'c','bossId':2},{'id':4,'name':'d','bossId':2}]}]}"
    )]
    [InlineData("staff(recursively=true)", 3, "{'id':3,'staff':[]}")]
    [InlineData(
        "staff(recursively=true&sort=-id)",
        2,
        "{'id':2,'staff':[{'id':4,'name':'d','bossId':2},{'id':3,'name':'c','bossId':2}]}"
    )]
    [InlineData(
        "deputy(recursively=true)",
        1,
        "{'id':1,'deputy':{'id':2,'name':'b','bossId':1,'deputy':{'id':3,'name':'c','bossId':2}}}"
    )]
    [InlineData(
        "staff(recursively=true),staff.things",
        2,
        "{'id':2,'staff':[{'id':3,'name':'c','bossId':2,'things':[{'id':1,'name':'cup','ownerId':3}]},"
            + "{'id':4,'name':'d','bossId':2,'things':[]}]}"
    )]
    public async Task Chains_are_followed_to_their_end(string appends, int id, string expected)
    {
        await StartPeopleAsync();

        Assert.Equal(expected, await ReadAsync(People(id, appends)));
    }

    [Theory]
    // Two who are each other's boss.
    [InlineData(
        "boss(recursively=true)",
        5,
        "{'id':5,'boss':{'id':6,'name':'f','bossId':5,'boss':{'id':5,'name':'e','bossId':6}}}"
    )]
    [InlineData(
        "staff(recursively=true)",
        5,
        "{'id':5,'staff':[{'id':6,'name':'f','bossId':5,'staff':[{'id':5,'name':'e','bossId':6}]}]}"
    )]
    [InlineData(
        "deputy(recursively=true)",
        6,
        "{'id':6,'deputy':{'id':5,'name':'e','bossId':6,'deputy':{'id':6,'name':'f','bossId':5}}}"
    )]
    // One who is the own boss.
    [InlineData("boss(recursively=true)", 7, "{'id':7,'boss':{'id':7,'name':'g','bossId':7}}")]
    [InlineData("staff(recursively=true)", 7, "{'id':7,'staff':[{'id':7,'name':'g','bossId':7}]}")]
    public async Task Circles_end(string appends, int id, string expected)
    {
        await StartPeopleAsync();

        Assert.Equal(expected, await ReadAsync(People(id, appends)));
    }

    [Fact]
    public async Task A_chain_may_be_longer_than_a_stack_is_deep()
    {
        const int length = 20_000;
        await StartAsync();
        await FillAsync(
            "people",
            Enumerable.Range(1, length).Select(i => $$"""{"id":{{i}},"bossId":{{(i == 1 ? "null" : i - 1)}}}""")
        );
        await RunAsync($"ANALYZE {Collection("people").Table.Quoted}");

        using var up = await Reader.ReadAsync(People(length, "boss(recursively=true)"), Cancelled);
        using var down = await Reader.ReadAsync(People(1, "staff(recursively=true)"), Cancelled);

        Assert.Equal(length - 1, Count(Text(up), "\"boss\":{"));
        Assert.Equal(length - 1, Count(Text(down), "\"staff\":["));
    }

    [Fact]
    public async Task Trees_number_their_branches()
    {
        await StartGroupsAsync();

        Assert.Equal(
            "{'name':'r','children':[{'id':2,'name':'s','parentId':1,'children':["
                + "{'id':4,'name':'u','parentId':2,'__index':'0.children.0.children.0'}],'__index':'0.children.0'},"
                + "{'id':3,'name':'t','parentId':1,'__index':'0.children.1'}],'__index':'0'},"
                + "{'name':'x','__index':'1'},{'name':'y','children':[{'id':7,'name':'u','parentId':6,'__index':'2.children.0'}],'__index':'2'}",
            await ReadAsync(Query("groups", Parameters("name", tree: true)))
        );
    }

    [Theory]
    [InlineData("""{"name":"u"}""", "r(s(u)) y(u)", 2)]
    [InlineData("""{"name":"t"}""", "r(t)", 1)]
    [InlineData("""{"name":"r"}""", "r", 1)]
    [InlineData("""{"name":["x","s"]}""", "r(s) x", 2)]
    [InlineData("""{"name":"nope"}""", "", 0)]
    [InlineData("""{"children.name":"u"}""", "r(s) y", 2)]
    [InlineData("""{"parent.name":"s"}""", "r(s(u))", 1)]
    public async Task Filtered_trees_keep_the_branches_that_lead_to_matches(string filter, string expected, int count)
    {
        await StartGroupsAsync();
        var query = Query("groups", Parameters("name", filter: filter, tree: true));

        Assert.Equal(expected, Branches(await ReadAsync(query)));
        Assert.Equal(count, await Reader.CountAsync(query, Cancelled));
    }

    [Theory]
    [InlineData("-name", "y(u) x r(t s(u))")]
    [InlineData("parent.name,-id", "y(u) x r(t s(u))")]
    public async Task Trees_are_sorted_on_every_level(string sort, string expected)
    {
        await StartGroupsAsync();

        Assert.Equal(expected, Branches(await ReadAsync(Query("groups", Parameters("name", sort: sort, tree: true)))));
    }

    [Fact]
    public async Task Positions_go_on_from_page_to_page()
    {
        await StartGroupsAsync();
        await using var cursor = await Reader.OpenAsync(
            Query("groups", Parameters("name", tree: true)),
            pageBytes: 1,
            Cancelled
        );
        var positions = new List<string>();
        var more = true;
        while (more)
        {
            using var page = await cursor.NextAsync(Cancelled);
            positions.AddRange(Position().Matches(Shown(page)).Select(m => m.Groups[1].Value));
            more = page.HasMore;
        }

        Assert.Equal(
            ["0.children.0.children.0", "0.children.0", "0.children.1", "0", "1", "2.children.0", "2"],
            positions
        );
    }

    private RecordQuery People(int id, string appends) =>
        Query("people", Parameters("id", appends, filter: $$"""{"id":{{id}}}"""));

    private async Task StartPeopleAsync()
    {
        await StartAsync();
        string[] bosses = ["null", "1", "2", "2", "6", "5", "7"];
        await FillAsync(
            "people",
            bosses.Select((boss, i) => $$"""{"id":{{i + 1}},"name":"{{(char)('a' + i)}}","bossId":{{boss}}}""")
        );
        await FillAsync("things", """{"id":1,"name":"cup","ownerId":3}""");
    }

    /// <summary>The name is no key: two groups share one, in different branches.</summary>
    private async Task StartGroupsAsync()
    {
        await StartAsync();
        await FillAsync(
            "groups",
            """{"id":1,"name":"r","parentId":null}""",
            """{"id":2,"name":"s","parentId":1}""",
            """{"id":3,"name":"t","parentId":1}""",
            """{"id":4,"name":"u","parentId":2}""",
            """{"id":5,"name":"x","parentId":null}""",
            """{"id":6,"name":"y","parentId":null}""",
            """{"id":7,"name":"u","parentId":6}"""
        );
    }

    /// <summary>Names with their children in parentheses.</summary>
    private static string Branches(string rows) =>
        Noise()
            .Replace(rows, "")
            .Replace("},{", " ", StringComparison.Ordinal)
            .Replace("'children':[{", "(", StringComparison.Ordinal)
            .Replace("}]", ")", StringComparison.Ordinal)
            .Replace(",(", "(", StringComparison.Ordinal)
            .Trim('{', '}')
            .Replace("'", "", StringComparison.Ordinal);

    private static int Count(string text, string part) =>
        (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    [GeneratedRegex("'(id|parentId)':[0-9]+,|,'parentId':[0-9]+|,?'__index':'[0-9a-z.]+'|'name':|(?<='),(?='children)")]
    private static partial Regex Noise();

    [GeneratedRegex("'__index':'([^']*)'")]
    private static partial Regex Position();
}

public sealed class SqliteChainTests(SqliteFixture fixture) : ChainSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PostgreSqlChainTests(PostgreSqlFixture fixture)
    : ChainSuite(fixture),
        IClassFixture<PostgreSqlFixture>;
