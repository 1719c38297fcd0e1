using System.Data.Common;
using Pergola.Core.Errors;
using Pergola.Data.Dialects;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Reading;

/// <summary>What one caller sends must not break the statements of the next.</summary>
public abstract class RefusedValueSuite(DatabaseFixture fixture) : ReadingSuite(fixture)
{
    protected override IReadOnlyList<string> Definitions =>
        [
            """{"name":"$things","timestamps":false,"fields":[{"name":"name","type":"string"}]}""",
            """
                {"name":"$nodes","timestamps":false,"fields":[{"name":"name","type":"string"},
                  {"name":"parent","type":"belongsTo","target":"$nodes","foreignKey":"parentId"}]}
                """,
        ];

    [Theory]
    // Valid for the one who checks, and no pattern for the database.
    [InlineData("(?<year>a)")]
    [InlineData("(?#comment)a")]
    [InlineData("\\p{Lu}")]
    public async Task A_refused_pattern_harms_nobody_else(string pattern)
    {
        await StartAsync();
        await FillAsync("things", """{"id":1,"name":"abc"}""");
        var filter = System.Text.Json.JsonSerializer.Serialize(
            new { name = new Dictionary<string, string> { ["$regexp"] = pattern } }
        );

        for (var round = 0; round < 5; round++)
        {
            for (var attempt = 0; attempt < 4; attempt++)
            {
                await TryAsync(filter);
            }

            Assert.Equal(
                "{'id':1}",
                await ReadAsync(Query("things", Parameters("id", filter: """{"name.$regexp":"^a"}""")))
            );
        }
    }

    [Fact]
    public async Task A_thousand_conditions_are_answered()
    {
        await StartAsync();
        await FillAsync("things", """{"id":999,"name":"abc"}""");
        var conditions = Enumerable.Range(0, 1_000).Select(i => $$"""{"id":{{i}}}""");
        var texts = string.Join(',', Enumerable.Repeat("\"b\"", 499).Append("\"c\""));
        var deep = string.Concat(Enumerable.Repeat("""{"$or":[{"id":-1},{"$and":[""", 14));

        Assert.Equal(1, await CountAsync($$"""{"$or":[{{string.Join(',', conditions)}}]}"""));
        Assert.Equal(
            1,
            await CountAsync(
                $$"""{"$and":[{{string.Join(',', conditions.Select(c => $$"""{"$not":{{c}}}""").Take(990))}}]}"""
            )
        );
        Assert.Equal(
            1,
            await CountAsync(
                $$"""{"$or":[{{string.Join(',', conditions.Take(900))}},{"name.$includes":[{{texts}}]}]}"""
            )
        );
        Assert.Equal(
            1,
            await CountAsync(
                $$"""{{deep}}{"name.$includes":[{{texts}}]}{{string.Concat(Enumerable.Repeat("]}]}", 14))}}"""
            )
        );
    }

    [Fact]
    public async Task As_many_joins_as_are_allowed_are_answered()
    {
        await StartAsync();
        await FillAsync("nodes", """{"id":1,"name":"x","parentId":1}""");
        var path = string.Concat(Enumerable.Repeat("parent.", 60));
        var query = Query("nodes", Parameters(filter: $$"""{"{{path}}name":"x"}"""));

        Assert.Equal(1, await Reader.CountAsync(query, Cancelled));
    }

    private Task<long> CountAsync(string filter) =>
        Reader.CountAsync(Query("things", Parameters(filter: filter)), Cancelled);

    private async Task TryAsync(string filter)
    {
        try
        {
            await ReadAsync(Query("things", Parameters("id", filter: filter)));
        }
        catch (DbException refused)
        {
            var translated = await new ErrorTranslator(Database).TranslateAsync(refused, Schema(), Cancelled);
            Assert.IsType<ValidationException>(translated);
        }
    }
}

public sealed class SqliteRefusedValueTests(SqliteFixture fixture)
    : RefusedValueSuite(fixture),
        IClassFixture<SqliteFixture>;

public sealed class PostgreSqlRefusedValueTests(PostgreSqlFixture fixture)
    : RefusedValueSuite(fixture),
        IClassFixture<PostgreSqlFixture>;
