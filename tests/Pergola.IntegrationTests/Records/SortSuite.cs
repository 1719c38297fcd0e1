using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Records;
using Pergola.Data.Records.Associations;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Records;

/// <summary>Sort numbers and moves.</summary>
public abstract class SortSuite(DatabaseFixture fixture) : RecordSuite(fixture)
{
    private const long A = 1;
    private const long B = 2;
    private const long C = 3;
    private const long D = 4;

    protected override IReadOnlyList<string> Definitions =>
        [
            """
                {"name":"$tasks","autoGenId":false,"sortable":true,"fields":[
                  {"name":"id","type":"snowflakeId","primaryKey":true},{"name":"name","type":"string"},{"name":"lane","type":"string"},
                  {"name":"laneSort","type":"sort","scopeKey":"lane"}]}
                """,
            """
                {"name":"$lists","autoGenId":false,"timestamps":false,"fields":[{"name":"id","type":"snowflakeId","primaryKey":true},
                  {"name":"items","type":"hasMany","target":"$items","foreignKey":"listId","sortable":true}]}
                """,
            """
                {"name":"$items","autoGenId":false,"timestamps":false,"fields":[{"name":"id","type":"snowflakeId","primaryKey":true}]}
                """,
        ];

    [Fact]
    public async Task New_rows_are_numbered_within_their_scope()
    {
        await SeedAsync();

        Assert.Equal("A x 1 1, B x 2 2, C y 3 1, D x 4 3", await OrderAsync());
    }

    [Fact]
    public async Task A_batch_is_numbered_like_single_rows()
    {
        await CreateManyAsync(
            "tasks",
            [
                """{"id":1,"name":"A","lane":"x"}""",
                """{"id":2,"name":"B","lane":"x","laneSort":7}""",
                """{"id":3,"name":"C"}""",
                """{"id":4,"name":"D","lane":"x"}""",
                """{"id":5,"name":"E","lane":"y"}""",
                """{"id":6,"name":"F"}""",
            ]
        );

        Assert.Equal("A x 1 1, B x 2 7, C  3 8, D x 4 8, E y 5 1, F  6 9", await OrderAsync());
    }

    [Fact]
    public async Task A_new_scope_gives_the_number_at_its_end()
    {
        await SeedAsync();

        await UpdateAsync("tasks", A, """{"lane":"y"}""");
        await UpdateAsync("tasks", B, """{"lane":"x","name":"B"}""");

        Assert.Equal("A y 1 2, B x 2 2, C y 3 1, D x 4 3", await OrderAsync());
    }

    [Fact]
    public async Task Moves_do_what_was_recorded()
    {
        await SeedAsync();
        Time.Now = Time.Now.AddHours(1);

        await MoveAsync(A, new() { SortField = "sort", Target = Key(D) });
        Assert.Equal("B x 1 2, C y 2 1, D x 3 3, A x 4 1", await OrderAsync());
        await MoveAsync(
            A,
            new()
            {
                SortField = "sort",
                Target = Key(B),
                InsertAfter = true,
            }
        );
        Assert.Equal("B x 1 2, A x 2 1, C y 3 1, D x 4 3", await OrderAsync());
        await MoveAsync(D, new() { SortField = "sort", Sticky = true });
        Assert.Equal("D x 0 3, B x 1 2, A x 2 1, C y 3 1", await OrderAsync());
        Assert.DoesNotContain("04:04", await RowsAsync("tasks", "updatedAt", "id"), StringComparison.Ordinal);

        await MoveAsync(B, new() { SortField = "laneSort", TargetScope = JsonText.Parse("\"y\"") });
        Assert.Equal("D x 0 3, B y 1 2, A x 2 1, C y 3 1", await OrderAsync());
        await MoveAsync(
            D,
            new()
            {
                SortField = "laneSort",
                TargetScope = JsonText.Parse("\"y\""),
                Prepend = true,
            }
        );
        Assert.Equal("D y 0 0, B y 1 2, A x 2 1, C y 3 1", await OrderAsync());
        await MoveAsync(A, new() { SortField = "laneSort", Target = Key(C) });
        Assert.Equal("D y 0 0, B y 1 3, A y 2 1, C y 3 2", await OrderAsync());
        Assert.Contains("04:04", await RowsAsync("tasks", "updatedAt", "id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moves_without_sense_are_refused()
    {
        await SeedAsync();

        var refused = await Assert.ThrowsAsync<BadRequestException>(() =>
            MoveAsync(A, new() { SortField = "nope", Target = Key(C) })
        );
        Assert.Equal("nope is not a sort field", refused.Message);
        await Assert.ThrowsAsync<BadRequestException>(() => MoveAsync(404, new() { Target = Key(C) }));
        await Assert.ThrowsAsync<BadRequestException>(() => MoveAsync(A, new() { Target = Key(404) }));
        await Assert.ThrowsAsync<BadRequestException>(() => MoveAsync(A, new()));
        await Assert.ThrowsAsync<BadRequestException>(() => MoveAsync(A, new() { TargetScope = JsonText.Parse("1") }));
    }

    [Fact]
    public async Task Linked_elements_line_up_in_the_order_given()
    {
        await CreateManyAsync("lists", ["""{"id":1}""", """{"id":2}"""]);
        await CreateManyAsync("items", ["""{"id":1}""", """{"id":2}""", """{"id":3}"""]);

        await LinkAsync("lists", 1L, "items", LinkAction.Add, "[3,1]");
        await LinkAsync("lists", 1L, "items", LinkAction.Add, "[1,2]");
        await CreateLinkedAsync("lists", 1L, "items", """{"id":4}""");

        Assert.Equal(
            """[{"id":3,"listIdSort":1},{"id":1,"listIdSort":2},{"id":2,"listIdSort":3},{"id":4,"listIdSort":4}]""",
            await RowsAsync("items", "id,listIdSort", "listIdSort")
        );
    }

    [Fact]
    public async Task Writers_at_the_same_time_get_different_numbers()
    {
        await SeedAsync();

        await Task.WhenAll(
            Enumerable.Range(10, 20).Select(i => CreateAsync("tasks", $$"""{"id":{{i}},"name":"n","lane":"x"}"""))
        );

        var numbers = JsonText.Parse(await RowsAsync("tasks", "sort", "sort")).EnumerateArray();
        Assert.Equal(Enumerable.Range(1, 24), numbers.Select(r => r.GetProperty("sort").GetInt32()));
    }

    private async Task SeedAsync()
    {
        foreach (var (id, name, lane) in new[] { (A, "A", "x"), (B, "B", "x"), (C, "C", "y"), (D, "D", "x") })
        {
            await CreateAsync("tasks", $$"""{"id":{{id}},"name":"{{name}}","lane":"{{lane}}"}""");
        }
    }

    private static object Key(long id) => id;

    private async Task MoveAsync(long source, Move move)
    {
        var tasks = await CollectionAsync("tasks");
        var request = new RecordMove(KeyOf(tasks, source))
        {
            SortField = move.SortField,
            Target = move.Target is { } target ? KeyOf(tasks, target) : null,
            TargetScope = move.TargetScope,
            InsertAfter = move.InsertAfter,
            Prepend = move.Prepend,
            Sticky = move.Sticky,
        };
        await WriteAsync(s => Writer.MoveAsync(s, tasks, request, Cancelled));
    }

    private async Task<string> OrderAsync()
    {
        var tasks = await CollectionAsync("tasks");
        var rows = JsonText.Parse(await TableAsync(tasks, "name,lane,sort,laneSort", "sort"));
        return string.Join(
            ", ",
            rows.EnumerateArray().Select(r => string.Join(' ', r.EnumerateObject().Select(p => p.Value)))
        );
    }

    private sealed record Move
    {
        public string SortField { get; init; } = "sort";

        public object? Target { get; init; }

        public JsonElement TargetScope { get; init; }

        public bool InsertAfter { get; init; }

        public bool Prepend { get; init; }

        public bool Sticky { get; init; }
    }
}

public sealed class SqliteSortTests(SqliteFixture fixture) : SortSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PostgreSqlSortTests(PostgreSqlFixture fixture)
    : SortSuite(fixture),
        IClassFixture<PostgreSqlFixture>;
