using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Records.Associations;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Records;

/// <summary>Trees: no cycles, and a path table that is exact after every write.</summary>
public abstract class TreeSuite(DatabaseFixture fixture) : RecordSuite(fixture)
{
    protected override IReadOnlyList<string> Definitions => [Tree("cats", "CASCADE"), Tree("free", "SET NULL")];

    [Fact]
    public async Task Nodes_of_one_batch_find_their_parents()
    {
        await CreateManyAsync(
            "cats",
            [
                """{"id":9,"parentId":5}""",
                """{"id":5,"parent":{"id":1}}""",
                """{"id":2}""",
                """{"id":3,"parentId":404}""",
            ]
        );

        Assert.Equal("1:/1:1 2:/2:2 3:/3:3 5:/1/5:1 9:/1/5/9:1", await PathsAsync("cats"));
    }

    [Fact]
    public async Task A_moved_node_takes_its_subtree_along()
    {
        await SeedAsync("cats");

        await UpdateAsync("cats", 2L, """{"parentId":5}""");
        Assert.Equal("1:/1:1 2:/5/2:5 3:/5/2/3:5 4:/5/2/3/4:5 5:/5:5", await PathsAsync("cats"));

        await UpdateAsync("cats", 3L, """{"parent":null}""");
        Assert.Equal("1:/1:1 2:/5/2:5 3:/3:3 4:/3/4:3 5:/5:5", await PathsAsync("cats"));
    }

    [Fact]
    public async Task Links_move_nodes_as_well()
    {
        await SeedAsync("cats");

        await LinkAsync("cats", 5L, "children", LinkAction.Add, "[2]");
        Assert.Equal("1:/1:1 2:/5/2:5 3:/5/2/3:5 4:/5/2/3/4:5 5:/5:5", await PathsAsync("cats"));

        await LinkAsync("cats", 2L, "parent", LinkAction.Remove, "[]");
        await LinkAsync("cats", 5L, "children", LinkAction.Set, "[4]");
        Assert.Equal("1:/1:1 2:/2:2 3:/2/3:2 4:/5/4:5 5:/5:5", await PathsAsync("cats"));

        await LinkAsync("cats", 2L, "parent", LinkAction.Set, "[4]");
        await UpdateAsync("cats", 1L, """{"children":[{"id":5},{"id":6,"name":"new"}]}""");
        Assert.Equal("1:/1:1 2:/1/5/4/2:1 3:/1/5/4/2/3:1 4:/1/5/4:1 5:/1/5:1 6:/1/6:1", await PathsAsync("cats"));
    }

    [Theory]
    [InlineData(1L, """{"parentId":4}""", "Cannot set a descendant node as the parent node")]
    [InlineData(1L, """{"parent":{"id":3}}""", "Cannot set a descendant node as the parent node")]
    [InlineData(2L, """{"parentId":2}""", "Cannot set itself as the parent node")]
    [InlineData(3L, """{"children":[1]}""", "Cannot set a descendant node as the parent node")]
    [InlineData(3L, """{"children":[3]}""", "Cannot set itself as the parent node")]
    public async Task A_cycle_is_refused(long key, string values, string message)
    {
        await SeedAsync("cats");

        var refused = await Assert.ThrowsAsync<ValidationException>(() => UpdateAsync("cats", key, values));

        Assert.Equal(message, refused.Message);
        Assert.Equal("1:/1:1 2:/1/2:1 3:/1/2/3:1 4:/1/2/3/4:1 5:/5:5", await PathsAsync("cats"));
    }

    [Fact]
    public async Task A_new_node_cannot_be_its_own_parent() =>
        await Assert.ThrowsAsync<ValidationException>(() => CreateAsync("cats", """{"id":1,"parentId":1}"""));

    [Fact]
    public async Task A_links_cycle_is_refused()
    {
        await SeedAsync("cats");

        await Assert.ThrowsAsync<ValidationException>(() => LinkAsync("cats", 1L, "parent", LinkAction.Set, "[4]"));
        await Assert.ThrowsAsync<ValidationException>(() => LinkAsync("cats", 4L, "children", LinkAction.Add, "[2]"));
    }

    [Fact]
    public async Task Destroy_takes_the_branch_and_its_paths()
    {
        await SeedAsync("cats");

        Assert.Equal(1, await DestroyAsync("cats", 2L));
        Assert.Equal("""[{"id":1},{"id":5}]""", await RowsAsync("cats", "id", "id"));
        Assert.Equal("1:/1:1 5:/5:5", await PathsAsync("cats"));
    }

    [Fact]
    public async Task Children_that_lose_their_parent_become_roots()
    {
        await SeedAsync("free");

        await DestroyAsync("free", 2L);
        Assert.Equal("1:/1:1 3:/3:3 4:/3/4:3 5:/5:5", await PathsAsync("free"));
    }

    private static string Tree(string name, string onDelete) =>
        $$"""
            {"name":"${{name}}","autoGenId":false,"timestamps":false,"tree":"adjacencyList","fields":[
              {"name":"id","type":"snowflakeId","primaryKey":true},
              {"name":"parentId","type":"snowflakeId","autoFill":false,"isForeignKey":true},
              {"name":"parent","type":"belongsTo","target":"${{name}}","foreignKey":"parentId","treeParent":true,"onDelete":"{{onDelete}}"},
              {"name":"children","type":"hasMany","target":"${{name}}","foreignKey":"parentId","treeChildren":true,"onDelete":"{{onDelete}}"},
              {"name":"name","type":"string"}]}
            """;

    /// <summary>1 – 2 – 3 – 4, and 5 beside.</summary>
    private Task SeedAsync(string collection) =>
        CreateManyAsync(
            collection,
            [
                """{"id":1}""",
                """{"id":2,"parentId":1}""",
                """{"id":3,"parentId":2}""",
                """{"id":4,"parentId":3}""",
                """{"id":5}""",
            ]
        );

    /// <summary>Path table as <c>node:path:root</c>.</summary>
    private async Task<string> PathsAsync(string collection)
    {
        var paths = (await CollectionAsync(collection)).TreePath!;
        var rows = JsonText.Parse(await TableAsync(paths, "nodePk,path,rootPk", "nodePk"));
        return string.Join(' ', rows.EnumerateArray().Select(Text));
    }

    private static string Text(JsonElement row) =>
        $"{row.GetProperty("nodePk")}:{row.GetProperty("path")}:{row.GetProperty("rootPk")}";
}

public sealed class SqliteTreeTests(SqliteFixture fixture) : TreeSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PostgreSqlTreeTests(PostgreSqlFixture fixture)
    : TreeSuite(fixture),
        IClassFixture<PostgreSqlFixture>;
