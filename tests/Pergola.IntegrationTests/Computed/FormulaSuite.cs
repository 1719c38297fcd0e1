using System.Text.Json;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Computed;

/// <summary>Formula fields follow the records they are in.</summary>
public abstract class FormulaSuite(DatabaseFixture fixture) : ComputedSuite(fixture)
{
    private const string Order = """
        {"name":"price","type":"decimal","precision":10,"scale":2},
        {"name":"count","type":"integer","defaultValue":1},
        {"name":"name","type":"string"},
        {"name":"label","type":"formula","engine":"string","dataType":"string","expression":"{{name}}: {{gross}}"},
        {"name":"gross","type":"formula","dataType":"decimal","precision":12,"scale":2,"expression":"{{net}} * 1.25"},
        {"name":"net","type":"formula","dataType":"decimal","precision":12,"scale":2,"expression":"{{price}} * {{count}}"}
        """;

    [Fact]
    public async Task A_formula_is_computed_on_insert_whatever_is_given()
    {
        var orders = await SubjectAsync(Order);

        var row = await orders.InsertAsync(
            """{"key":1,"price":19.99,"count":3,"name":"a","net":"nonsense","gross":5}"""
        );

        Assert.Equal("59.97", Text(row, "net"));
        Assert.Equal("74.96", Text(row, "gross"));
        Assert.Equal("a: 74.96", Text(row, "label"));
    }

    [Fact]
    public async Task A_default_counts_and_null_makes_null()
    {
        var orders = await SubjectAsync(Order);

        var rows = await orders.InsertManyAsync(
            """{"key":1,"price":2}""",
            """{"key":2,"price":2,"count":5}""",
            """{"key":3,"count":5}"""
        );

        Assert.Equal(["2.00", "10.00", null], rows.Select(r => Text(r, "net")));
    }

    [Fact]
    public async Task An_update_computes_from_given_and_stored_values()
    {
        var orders = await SubjectAsync(Order);
        await orders.InsertManyAsync("""{"key":1,"price":2,"count":3,"name":"a"}""", """{"key":2,"price":5}""");

        Assert.Equal("8.00", Text(await orders.UpdateAsync(1, """{"count":4}"""), "net"));
        var both = await orders.UpdateAsync(1, """{"count":2,"price":"1.5","name":"b"}""");
        Assert.Equal("b: 3.75", Text(both, "label"));
        Assert.Equal("c: 3.75", Text(await orders.UpdateAsync(1, """{"name":"c"}"""), "label"));
        Assert.Null(Text(await orders.UpdateAsync(1, """{"price":null}"""), "net"));
        Assert.Equal("5.00", Text(await orders.UpdateAsync(2, """{"net":7}"""), "net"));
        Assert.Equal(JsonValueKind.Undefined, (await orders.UpdateAsync(9, """{"count":1}""")).ValueKind);
    }

    [Fact]
    public async Task An_update_without_a_change_leaves_the_time_of_the_last_one()
    {
        var items = await SubjectAsync(
            """
            {"name":"n","type":"integer"},
            {"name":"seen","type":"formula","dataType":"date","expression":"{{updatedAt}}"},
            {"name":"double","type":"formula","expression":"{{n}} * 2"}
            """
        );
        var created = await items.InsertAsync("""{"key":1,"n":4}""");
        Assert.Equal(Text(created, "updatedAt"), Text(created, "seen"));

        var same = await items.UpdateAsync(1, """{"n":4}""");
        Assert.Equal(Text(created, "updatedAt"), Text(same, "updatedAt"));
        Assert.Equal(Text(created, "seen"), Text(same, "seen"));

        await Task.Delay(5, Cancelled);
        var changed = await items.UpdateAsync(1, """{"n":5}""");
        Assert.NotEqual(Text(created, "updatedAt"), Text(changed, "updatedAt"));
        Assert.Equal(Text(changed, "updatedAt"), Text(changed, "seen"));
        Assert.Equal(10, changed.GetProperty("double").GetDouble());
    }

    [Fact]
    public async Task Kinds_of_columns_are_operands()
    {
        var items = await SubjectAsync(
            """
            {"name":"flag","type":"boolean"},
            {"name":"at","type":"date"},
            {"name":"day","type":"dateOnly"},
            {"name":"tags","type":"array"},
            {"name":"ratio","type":"double"},
            {"name":"big","type":"bigInt"},
            {"name":"text","type":"formula","engine":"string","dataType":"string",
             "expression":"{{flag}} {{at}} {{day}} {{tags}} {{ratio}} {{big}}"}
            """
        );
        const string expected =
            "true 2024-05-06T07:08:09.000Z 2024-05-06T00:00:00.000Z [\"a\",\"b\"] 0.25 9007199254740993";

        var created = await items.InsertAsync(
            """
            {"key":1,"flag":true,"at":"2024-05-06T07:08:09Z","day":"2024-05-06","tags":["b","a"],"ratio":0.25,
             "big":"9007199254740993"}
            """
        );
        Assert.Equal(expected, Text(created, "text"));

        var updated = await items.UpdateAsync(1, """{"flag":false}""");
        Assert.Equal(
            "false" + expected[4..],
            Text(updated, "text")!.Replace("\", \"", "\",\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_formula_in_a_circle_or_over_nothing_does_no_harm()
    {
        var items = await SubjectAsync(
            """
            {"name":"a","type":"formula","engine":"formula.js","expression":"{{b}} + 1"},
            {"name":"b","type":"formula","engine":"formula.js","expression":"{{a}} + 1"},
            {"name":"c","type":"formula","expression":"{{nowhere}} + 1"},
            {"name":"d","type":"formula","expression":"1 +"},
            {"name":"n","type":"integer"}
            """
        );

        var row = await items.InsertAsync("""{"key":1,"n":1}""");
        Assert.Equal((2.0, 1.0), (row.GetProperty("a").GetDouble(), row.GetProperty("b").GetDouble()));
        Assert.Null(Text(row, "c"));
        Assert.Null(Text(row, "d"));
        await items.UpdateAsync(1, """{"n":2}""");
    }

    [Fact]
    public async Task A_sort_number_is_known_to_a_formula()
    {
        var items = await SubjectAsync(
            """{"name":"sort","type":"sort"},{"name":"next","type":"formula","expression":"{{sort}} + 1"}"""
        );

        var one = await items.InsertAsync("""{"key":1}""");
        var many = await items.InsertManyAsync("""{"key":2}""", """{"key":3}""");

        Assert.Equal([2.0, 3.0, 4.0], many.Prepend(one).Select(r => r.GetProperty("next").GetDouble()));
    }

    [Fact]
    public async Task Updates_at_the_same_time_compute_from_each_other()
    {
        var items = await SubjectAsync(
            """
            {"name":"a","type":"integer"},{"name":"b","type":"integer"},
            {"name":"sum","type":"formula","expression":"{{a}} + {{b}}"}
            """
        );
        await items.InsertAsync("""{"key":1,"a":0,"b":0}""");

        await Task.WhenAll(
            Enumerable
                .Range(1, 20)
                .SelectMany(n =>
                    new[] { items.UpdateAsync(1, $$"""{"a":{{n}}}"""), items.UpdateAsync(1, $$"""{"b":{{n}}}""") }
                )
        );

        var row = await items.UpdateAsync(1, "{}");
        Assert.Equal(
            row.GetProperty("a").GetInt32() + row.GetProperty("b").GetInt32(),
            row.GetProperty("sum").GetDouble()
        );
    }

    private static string? Text(JsonElement row, string field) => row.GetProperty(field).GetString();
}

public sealed class PostgreSqlFormulaTests(PostgreSqlFixture fixture)
    : FormulaSuite(fixture),
        IClassFixture<PostgreSqlFixture>;

public sealed class SqliteFormulaTests(SqliteFixture fixture) : FormulaSuite(fixture), IClassFixture<SqliteFixture>;
