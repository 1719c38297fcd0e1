using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Records.Associations;
using Pergola.Data.Schema;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Records;

/// <summary>Handlers hear of every change at the right moment, may change values and may refuse.</summary>
public abstract class RecordEventsSuite(DatabaseFixture fixture) : RecordSuite(fixture)
{
    private readonly List<string> _heard = [];

    protected override IReadOnlyList<string> Definitions => BookShelf.Definitions;

    [Fact]
    public async Task A_create_is_heard_before_within_and_after_the_transaction()
    {
        await SubscribeAsync("authors", ChangeKinds.Create);

        await WriteAsync(async session =>
        {
            var authors = await CollectionAsync("authors");
            var values = Core.Json.JsonText.Parse("""{"id":1,"name":"Ann"}""");
            await Writer.InsertAsync(session, authors, values, WriteOptions.Default, Cancelled);
            _heard.Add("end of transaction");
        });

        Assert.Equal(["before Create 1", "written Create 1 Ann", "end of transaction", "committed Create 1"], _heard);
    }

    [Fact]
    public async Task Each_row_of_a_batch_is_heard()
    {
        await SubscribeAsync("authors", ChangeKinds.Create);

        await CreateManyAsync("authors", ["""{"id":1,"name":"A"}""", """{"id":2,"name":"B"}"""]);

        Assert.Equal(
            [
                "before Create 1",
                "before Create 2",
                "written Create 1 A",
                "written Create 2 B",
                "committed Create 1",
                "committed Create 2",
            ],
            _heard
        );
    }

    [Fact]
    public async Task A_handler_may_change_values()
    {
        await SubscribeAsync(
            "authors",
            ChangeKinds.Create | ChangeKinds.Update,
            (change, _) => change.Values[ColumnOf(change.Collection, "name")] = "changed"
        );

        await CreateAsync("authors", """{"id":1,"name":"Ann"}""");
        var updated = await UpdateAsync("authors", 1L, """{"age":5}""");

        Assert.Equal("changed", updated!.Value.GetProperty("name").GetString());
        Assert.Equal("""[{"name":"changed","age":5}]""", await RowsAsync("authors", "name,age", "id"));
    }

    [Fact]
    public async Task A_handler_may_refuse_and_nobody_hears_of_a_commit()
    {
        await SubscribeAsync("authors", ChangeKinds.All);
        await SubscribeAsync("authors", ChangeKinds.Create, (_, _) => throw new ForbiddenException());

        await Assert.ThrowsAsync<ForbiddenException>(() => CreateAsync("authors", """{"id":1}"""));

        Assert.Equal(["before Create 1"], _heard);
        Assert.Equal("[]", await RowsAsync("authors", "id", "id"));
    }

    [Fact]
    public async Task An_update_that_finds_no_record_is_not_heard()
    {
        await SubscribeAsync("authors", ChangeKinds.Update);

        Assert.Null(await UpdateAsync("authors", 404L, """{"age":5}"""));
        await CreateAsync("authors", """{"id":1,"name":"Ann"}""");
        await UpdateAsync("authors", 1L, """{"age":5}""");

        Assert.Equal(["before Update 1", "written Update 1 Ann", "committed Update 1"], _heard);
    }

    [Fact]
    public async Task Cascades_and_through_rows_are_heard()
    {
        await CreateAsync("books", """{"id":1,"title":"T","cover":{"id":31},"labels":[{"id":21},{"id":22}]}""");
        await SubscribeAsync("covers", ChangeKinds.Destroy);
        await SubscribeAsync("book_labels", ChangeKinds.All);

        await LinkAsync("books", 1L, "labels", LinkAction.Remove, "[21]");
        await DestroyAsync("books", 1L);

        Assert.Equal(
            [
                "before Destroy 1,21",
                "written Destroy 1,21 ",
                "committed Destroy 1,21",
                "before Destroy 1,22",
                "before Destroy 31",
                "committed Destroy 1,22",
                "committed Destroy 31",
                "written Destroy 1,22 ",
                "written Destroy 31 ",
            ],
            _heard.Take(3).Concat(_heard.Skip(3).Order(StringComparer.Ordinal))
        );
    }

    private async Task SubscribeAsync(
        string collection,
        ChangeKinds kinds,
        Action<RecordChange, WriteSession>? before = null
    )
    {
        var name = (await CollectionAsync(collection)).Name;
        Subscriptions.Add(new RecordSubscription(name, kinds, new Handler(_heard, before)));
    }

    private sealed class Handler(List<string> heard, Action<RecordChange, WriteSession>? before) : IRecordHandler
    {
        public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
        {
            if (before is not null)
            {
                before(change, session);
                return ValueTask.CompletedTask;
            }

            heard.Add($"before {change.Kind} {change.Key}");
            return ValueTask.CompletedTask;
        }

        public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
        {
            heard.Add($"written {change.Kind} {change.Key} {change.Record.Text("name")}");
            return ValueTask.CompletedTask;
        }

        public ValueTask CommittedAsync(RecordChange change, CancellationToken cancellationToken)
        {
            heard.Add($"committed {change.Kind} {change.Key}");
            return ValueTask.CompletedTask;
        }
    }
}

public sealed class SqliteRecordEventsTests(SqliteFixture fixture)
    : RecordEventsSuite(fixture),
        IClassFixture<SqliteFixture>;

public sealed class PostgreSqlRecordEventsTests(PostgreSqlFixture fixture)
    : RecordEventsSuite(fixture),
        IClassFixture<PostgreSqlFixture>;
