using System.Diagnostics;
using Pergola.Data.Records;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Records;

/// <summary>How many statements a write sends, begin and commit left out; counted by the driver's own activities.</summary>
public sealed class StatementCountTests(PostgreSqlFixture fixture)
    : RecordSuite(fixture),
        IClassFixture<PostgreSqlFixture>
{
    protected override IReadOnlyList<string> Definitions => BookShelf.Definitions;

    [Fact]
    public async Task A_plain_create_is_one_statement() =>
        Assert.Equal(1, await CountAsync(() => CreateAsync("authors", """{"name":"Ann"}""")));

    [Fact]
    public async Task A_plain_update_is_one_statement()
    {
        await CreateAsync("authors", """{"id":1}""");

        Assert.Equal(1, await CountAsync(() => UpdateAsync("authors", 1L, """{"name":"Ann"}""")));
    }

    [Fact]
    public async Task A_plain_destroy_is_one_statement_and_one_for_each_rule()
    {
        await CreateAsync("marks", """{"id":1}""");
        await CreateAsync("covers", """{"id":1}""");
        await CreateAsync("authors", """{"id":1}""");

        Assert.Equal(1, await CountAsync(() => DestroyAsync("covers", 1L)));
        Assert.Equal(2, await CountAsync(() => DestroyAsync("authors", 1L)));
    }

    [Fact]
    public async Task Nested_values_cost_statements_by_level_and_not_by_row()
    {
        var books = string.Join(
            ',',
            Enumerable.Range(1, 200).Select(i => $$"""{"title":"b{{i}}","labels":[{"name":"l"}]}""")
        );

        // Author, books, labels, links.
        Assert.Equal(4, await CountAsync(() => CreateAsync("authors", $$"""{"name":"Ann","books":[{{books}}]}""")));
    }

    [Fact]
    public async Task A_large_body_is_a_few_statements()
    {
        var values = Enumerable.Range(0, 5_000).Select(i => $$"""{"name":"n{{i}}"}""").ToList();

        Assert.InRange(await CountAsync(() => CreateManyAsync("authors", values)), 1, 5);
    }

    private async Task<int> CountAsync<T>(Func<Task<T>> write)
    {
        await SchemaAsync();
        var count = 0;
        using var root = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                var text = activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement");
                if (activity.TraceId == root.TraceId && text is string sql && IsCounted(sql))
                {
                    Interlocked.Increment(ref count);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await write();
        return count;
    }

    private static bool IsCounted(string sql) =>
        !sql.StartsWith("BEGIN", StringComparison.Ordinal) && !sql.StartsWith("COMMIT", StringComparison.Ordinal);
}
