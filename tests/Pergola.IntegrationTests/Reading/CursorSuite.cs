using System.Data.Common;
using System.Globalization;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Reading;

/// <summary>Large lists in pages, and lists that break.</summary>
public abstract class CursorSuite(DatabaseFixture fixture) : ReadingSuite(fixture)
{
    private const int Rows = 5_000;

    protected override IReadOnlyList<string> Definitions =>
        [
            """
                {"name":"$orders","timestamps":false,"fields":[{"name":"note","type":"string"},
                  {"name":"lines","type":"hasMany","target":"$lines","foreignKey":"orderId"}]}
                """,
            """{"name":"$lines","timestamps":false,"fields":[{"name":"amount","type":"integer"}]}""",
        ];

    [Theory]
    [InlineData("id,note")]
    [InlineData("note")]
    public async Task Pages_joined_are_the_whole_list(string fields)
    {
        await StartOrdersAsync(Rows);
        var query = Query("orders", Parameters(fields));
        var whole = await ReadAsync(query);

        var (pages, joined) = await ReadPagesAsync(Reader, query, pageBytes: 10_000);

        Assert.Equal(whole, joined);
        Assert.InRange(pages, 5, Rows / 10);
        Assert.Equal(Rows, await Reader.CountAsync(query, Cancelled));
    }

    [Fact]
    public async Task Records_with_loaded_relations_come_in_one_page_over_one_connection()
    {
        await StartOrdersAsync(300);
        var watched = new WatchedDatabase(Database);

        var (pages, _) = await ReadPagesAsync(
            new RecordReader(watched),
            Query("orders", Parameters("id,lines.amount")),
            pageBytes: 500
        );

        Assert.Equal(1, pages);
        Assert.Equal(2, watched.Statements.Count);
    }

    [Fact]
    public async Task The_smallest_page_has_one_record()
    {
        await StartOrdersAsync(3);
        await using var cursor = await Reader.OpenAsync(Query("orders", Parameters("id")), pageBytes: 1, Cancelled);
        var seen = new List<(string Text, bool HasMore)>();

        do
        {
            using var page = await cursor.NextAsync(Cancelled);
            seen.Add((Shown(page), page.HasMore));
        } while (seen[^1].HasMore);

        // Only the end of the rows tells that there are no more.
        Assert.Equal([("{'id':1}", true), ("{'id':2}", true), ("{'id':3}", true), ("", false)], seen);
    }

    [Fact]
    public async Task A_list_that_fits_into_a_page_is_one()
    {
        await StartOrdersAsync(3);
        await using var cursor = await Reader.OpenAsync(Query("orders", Parameters("id,lines.id")), Cancelled);

        using var page = await cursor.NextAsync(Cancelled);

        Assert.Equal(3, page.Count);
        Assert.False(page.HasMore);
    }

    [Fact]
    public async Task An_empty_list_costs_one_statement_and_has_no_page()
    {
        await StartAsync();
        var watched = new WatchedDatabase(Database);
        await using var cursor = await new RecordReader(watched).OpenAsync(
            Query("orders", Parameters("id,lines.id")),
            Cancelled
        );

        using var page = await cursor.NextAsync(Cancelled);

        Assert.Equal(0, page.Count);
        Assert.False(page.HasMore);
        Assert.Equal("", Shown(page));
        Assert.Single(watched.Statements);
    }

    [Fact]
    public async Task A_query_that_fails_half_way_gives_pages_and_then_the_failure()
    {
        await StartOrdersAsync(Rows);
        var query = await BrokenAsync(failsAfter: 3_000);

        // More often than the pool has connections: each of them comes back.
        for (var round = 0; round < 30; round++)
        {
            await using var cursor = await Reader.OpenAsync(query, pageBytes: 1_000, Cancelled);
            var read = 0;
            await Assert.ThrowsAnyAsync<DbException>(async () =>
            {
                var more = true;
                while (more)
                {
                    using var page = await cursor.NextAsync(Cancelled);
                    read += page.Count;
                    more = page.HasMore;
                }
            });
            Assert.InRange(read, 1, 3_000);
        }

        await Assert.ThrowsAnyAsync<DbException>(async () => await ReadAsync(query));
        Assert.Equal(Rows, await Reader.CountAsync(Query("orders"), Cancelled));
    }

    [Fact]
    public async Task Failures_of_appends_leave_nothing_behind()
    {
        await StartOrdersAsync(10);
        var watched = new WatchedDatabase(Database)
        {
            Before = sql =>
                sql.Contains("orderId", StringComparison.Ordinal)
                    ? throw new InvalidOperationException("no lines today")
                    : Task.CompletedTask,
        };
        var reader = new RecordReader(watched);
        var query = Query("orders", Parameters("id,lines.amount"));

        for (var round = 0; round < 30; round++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await reader.ReadAsync(query, Cancelled));
            await using var cursor = await reader.OpenAsync(query, pageBytes: 1, Cancelled);
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await cursor.NextAsync(Cancelled));
        }

        Assert.Equal(10, await Reader.CountAsync(query, Cancelled));
    }

    [Fact]
    public async Task Statements_that_cannot_start_leave_nothing_behind()
    {
        await StartOrdersAsync(1);
        var watched = new WatchedDatabase(Database) { Before = _ => throw new InvalidOperationException("never") };
        var reader = new RecordReader(watched);

        for (var round = 0; round < 30; round++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(async () =>
                await reader.OpenAsync(Query("orders"), Cancelled)
            );
        }

        Assert.Equal(1, await Reader.CountAsync(Query("orders"), Cancelled));
    }

    [Fact]
    public async Task A_cancelled_read_stops()
    {
        await StartOrdersAsync(200);
        var query = Query("orders", Parameters("id"));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Reader.ReadAsync(query, cancelled.Token)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Reader.CountAsync(query, cancelled.Token)
        );
    }

    [Fact]
    public async Task A_read_cancelled_between_pages_stops_and_gives_its_connection_back()
    {
        await StartOrdersAsync(Rows);
        var query = Query("orders", Parameters("id,note"));

        for (var round = 0; round < 30; round++)
        {
            using var cancelling = new CancellationTokenSource();
            await using var cursor = await Reader.OpenAsync(query, pageBytes: 1_000, cancelling.Token);
            using (var page = await cursor.NextAsync(cancelling.Token))
            {
                Assert.True(page.HasMore);
            }

            await cancelling.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                while (true)
                {
                    using var page = await cursor.NextAsync(cancelling.Token);
                    Assert.True(page.HasMore);
                }
            });
        }

        Assert.Equal(Rows, await Reader.CountAsync(query, Cancelled));
    }

    [Fact]
    public async Task A_cursor_may_be_left_before_its_end()
    {
        await StartOrdersAsync(Rows);
        var query = Query("orders", Parameters("id,note"));

        for (var round = 0; round < 30; round++)
        {
            await using var cursor = await Reader.OpenAsync(query, pageBytes: 1_000, Cancelled);
            using var page = await cursor.NextAsync(Cancelled);
            Assert.True(page.HasMore);
        }

        Assert.Equal(Rows, await Reader.CountAsync(query, Cancelled));
    }

    /// <summary>Statement on a view of the orders that fails at a row.</summary>
    protected abstract string BrokenView(string view, string table, int failsAfter);

    private async Task<RecordQuery> BrokenAsync(int failsAfter)
    {
        var view = NewName();
        await RunAsync(
            BrokenView(view, Collection("orders").Table.Quoted, failsAfter),
            $"ANALYZE {Collection("orders").Table.Quoted}"
        );
        var schema = Schema(
            $$"""{"name":"{{view}}","timestamps":false,"fields":[{"name":"broken","type":"bigInt"}]}"""
        );
        return new RecordQuery(schema[view]);
    }

    private async Task<(int Pages, string Joined)> ReadPagesAsync(RecordReader reader, RecordQuery query, int pageBytes)
    {
        await using var cursor = await reader.OpenAsync(query, pageBytes, Cancelled);
        var texts = new List<string>();
        var more = true;
        while (more)
        {
            using var page = await cursor.NextAsync(Cancelled);
            more = page.HasMore;
            if (page.Count > 0)
            {
                texts.Add(Shown(page));
            }
        }

        return (texts.Count, string.Join(',', texts));
    }

    private async Task StartOrdersAsync(int count)
    {
        await StartAsync();
        await FillAsync(
            "orders",
            Enumerable
                .Range(1, count)
                .Select(i =>
                    string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{i}},"note":"order {{i}} ä\"" }""")
                )
        );
        await FillAsync(
            "lines",
            Enumerable
                .Range(1, count)
                .Where(i => i % 3 != 0)
                .Select(i =>
                    string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{i}},"amount":{{i}},"orderId":{{i}}}""")
                )
        );
    }
}

public sealed class SqliteCursorTests(SqliteFixture fixture) : CursorSuite(fixture), IClassFixture<SqliteFixture>
{
    protected override string BrokenView(string view, string table, int failsAfter) =>
        $"CREATE VIEW {view} AS SELECT id, abs(-9223372036854775807 - (id > {failsAfter})) AS broken FROM {table}";
}

public sealed class PostgreSqlCursorTests(PostgreSqlFixture fixture)
    : CursorSuite(fixture),
        IClassFixture<PostgreSqlFixture>
{
    protected override string BrokenView(string view, string table, int failsAfter) =>
        $"CREATE VIEW {view} AS SELECT id, (1 / ({failsAfter + 1} - id))::bigint AS broken FROM {table}";
}
