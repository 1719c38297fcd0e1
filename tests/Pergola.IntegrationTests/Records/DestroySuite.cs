using Pergola.Core.Errors;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Records;

/// <summary>What happens to records that point to a deleted one.</summary>
public abstract class DestroySuite(DatabaseFixture fixture) : RecordSuite(fixture)
{
    protected override IReadOnlyList<string> Definitions =>
        [
            .. BookShelf.Definitions,
            """
                {"name":"$ring","autoGenId":false,"timestamps":false,"fields":[{"name":"id","type":"bigInt","primaryKey":true},
                  {"name":"next","type":"belongsTo","target":"$ring","foreignKey":"nextId","onDelete":"cascade"}]}
                """,
            """
                {"name":"$countries","autoGenId":false,"timestamps":false,"fields":[{"name":"id","type":"bigInt","primaryKey":true},
                  {"name":"code","type":"string","unique":true},
                  {"name":"towns","type":"hasMany","target":"$towns","foreignKey":"country","sourceKey":"code","onDelete":"CASCADE"}]}
                """,
            """
                {"name":"$towns","autoGenId":false,"timestamps":false,"fields":[{"name":"id","type":"bigInt","primaryKey":true},
                  {"name":"of","type":"belongsTo","target":"$countries","foreignKey":"country","targetKey":"code","onDelete":"SET NULL"}]}
                """,
        ];

    [Fact]
    public async Task Set_null_empties_the_key_without_touching_the_time()
    {
        await CreateAsync("books", """{"id":1,"title":"T","author":{"id":11}}""");
        Time.Now = Time.Now.AddHours(1);

        Assert.Equal(1, await DestroyAsync("authors", 11L));
        Assert.Equal(
            """[{"authorId":null,"updatedAt":"2026-01-02T03:04:05.678Z"}]""",
            await RowsAsync("books", "authorId,updatedAt", "id")
        );
    }

    [Fact]
    public async Task Cascade_takes_rows_along_and_through_rows_always_go()
    {
        await CreateAsync("books", """{"id":1,"title":"T","cover":{"id":31},"labels":[{"id":21},{"id":22}]}""");

        await DestroyAsync("labels", 21L);
        Assert.Equal("""[{"bookId":1,"labelId":22}]""", await RowsAsync("book_labels", "bookId,labelId", "labelId"));

        Assert.Equal(1, await DestroyAsync("books", 1L));
        Assert.Equal("[]", await RowsAsync("covers", "id", "id"));
        Assert.Equal("[]", await RowsAsync("book_labels", "bookId,labelId", "labelId"));
        Assert.Equal("""[{"id":22}]""", await RowsAsync("labels", "id", "id"));
    }

    [Fact]
    public async Task Restrict_refuses_by_the_name_of_the_relation_and_changes_nothing()
    {
        await CreateAsync("books", """{"id":1,"title":"T","labels":[{"id":21}]}""");
        await CreateAsync("locks", """{"id":41,"label":21}""");

        var refused = await Assert.ThrowsAsync<ConstraintException>(() => DestroyAsync("labels", 21L));

        Assert.Equal("label", refused.Field);
        Assert.StartsWith("The record is still used by label of ", refused.Message, StringComparison.Ordinal);
        Assert.Equal("""[{"labelId":21}]""", await RowsAsync("book_labels", "labelId", "labelId"));
        Assert.Equal("""[{"id":21}]""", await RowsAsync("labels", "id", "id"));
    }

    [Fact]
    public async Task A_ring_of_cascades_ends()
    {
        await CreateManyAsync(
            "ring",
            ["""{"id":1,"nextId":2}""", """{"id":2,"nextId":3}""", """{"id":3,"nextId":1}""", """{"id":4}"""]
        );

        Assert.Equal(1, await DestroyAsync("ring", 2L));
        Assert.Equal("""[{"id":4}]""", await RowsAsync("ring", "id", "id"));
    }

    [Fact]
    public async Task Rules_follow_a_key_that_is_not_the_primary_one_and_cascade_wins()
    {
        await CreateManyAsync("countries", ["""{"id":1,"code":"SE"}""", """{"id":2,"code":"NO"}""", """{"id":3}"""]);
        await CreateManyAsync("towns", ["""{"id":1,"country":"SE"}""", """{"id":2,"country":"NO"}""", """{"id":3}"""]);

        Assert.Equal(2, await DestroyAsync("countries", 1L, 3L));
        Assert.Equal("""[{"id":2},{"id":3}]""", await RowsAsync("towns", "id", "id"));
    }

    [Fact]
    public async Task Many_records_go_at_once()
    {
        await CreateManyAsync(
            "books",
            Enumerable.Range(1, 3_000).Select(i => $$"""{"id":{{i}},"title":"b","cover":{"color":"c"} }""")
        );

        Assert.Equal(2_999, await DestroyAsync("books", [.. Enumerable.Range(1, 2_999).Select(i => (object)(long)i)]));
        Assert.Equal("""[{"bookId":3000}]""", await RowsAsync("covers", "bookId", "id"));
    }
}

public sealed class SqliteDestroyTests(SqliteFixture fixture) : DestroySuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PostgreSqlDestroyTests(PostgreSqlFixture fixture)
    : DestroySuite(fixture),
        IClassFixture<PostgreSqlFixture>;
