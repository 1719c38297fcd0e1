using Pergola.Data.Schema;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Dialects;

/// <summary>Transactions, what follows them, and who waits for whom.</summary>
public abstract class TransactionSuite(DatabaseFixture fixture) : DatabaseSuite(fixture)
{
    [Fact]
    public async Task What_is_not_committed_is_not_there()
    {
        var schema = await TableAsync();
        var heard = false;
        await using (var transaction = await Database.BeginAsync(Cancelled))
        {
            transaction.AfterCommit(_ =>
            {
                heard = true;
                return ValueTask.CompletedTask;
            });
            await InsertAsync(transaction, schema, ("n", 1));
        }

        Assert.Empty(await ReadAsync(schema, "n"));
        Assert.False(heard);
    }

    [Fact]
    public async Task After_a_commit_callbacks_run_in_order()
    {
        var schema = await TableAsync();
        var heard = new List<int>();
        await using (var transaction = await Database.BeginAsync(Cancelled))
        {
            foreach (var number in new[] { 1, 2 })
            {
                transaction.AfterCommit(_ =>
                {
                    heard.Add(number);
                    return ValueTask.CompletedTask;
                });
            }

            await InsertAsync(transaction, schema, ("n", 1));
            Assert.Empty(heard);
            await transaction.CommitAsync(Cancelled);
        }

        Assert.Equal([1, 2], heard);
        Assert.Equal([1], await ReadAsync(schema, "n"));
    }

    [Fact]
    public async Task Readers_go_on_beside_a_writer_and_see_what_was_committed()
    {
        var schema = await TableAsync();
        await InsertAsync(schema, ("n", 1));
        await using var transaction = await Database.BeginAsync(Cancelled);
        await InsertAsync(transaction, schema, ("n", 2));

        var reads = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ReadAsync(schema, "n")));

        Assert.All(reads, r => Assert.Equal([1], r));
        await transaction.CommitAsync(Cancelled);
        Assert.Equal([1, 2], await ReadAsync(schema, "n", orderBy: "n"));
    }

    [Fact]
    public async Task Many_writers_lose_nothing()
    {
        var schema = await TableAsync();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 100),
            Cancelled,
            async (number, _) => await InsertAsync(schema, ("n", number))
        );

        Assert.Equal(Enumerable.Range(0, 100).Cast<object?>(), await ReadAsync(schema, "n", orderBy: "n"));
    }

    [Fact]
    public async Task A_lock_is_held_by_one_transaction_at_a_time()
    {
        var running = 0;
        var most = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 10),
            new ParallelOptions { MaxDegreeOfParallelism = 10, CancellationToken = Cancelled },
            async (_, cancellationToken) =>
            {
                await using var transaction = await Database.BeginAsync(cancellationToken);
                await Database.LockAsync(transaction, "test", cancellationToken);
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Yield();
                Interlocked.Decrement(ref running);
            }
        );

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_failed_statement_leaves_the_next_transaction_alone()
    {
        var schema = await TableAsync();
        await using (var transaction = await Database.BeginAsync(Cancelled))
        {
            await InsertAsync(transaction, schema, ("n", 1));
            await using var command = transaction.Connection.CreateCommand();
            command.Transaction = transaction.Transaction;
            command.CommandText = "SELEKT 1";
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => command.ExecuteNonQueryAsync(Cancelled));
        }

        await InsertAsync(schema, ("n", 2));

        Assert.Equal([2], await ReadAsync(schema, "n"));
    }

    protected async Task<Collection> TableAsync()
    {
        var name = NewName();
        var schema = Schema(Bare(name, """{"name":"n","type":"integer"}"""));
        await CreateAsync(schema);
        return schema[name];
    }
}

public sealed class PostgreSqlTransactionTests(PostgreSqlFixture fixture)
    : TransactionSuite(fixture),
        IClassFixture<PostgreSqlFixture>;

public sealed class SqliteTransactionTests(SqliteFixture fixture)
    : TransactionSuite(fixture),
        IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task Writers_are_served_in_order_of_arrival()
    {
        var order = new List<int>();
        var waiting = new List<Task>();
        await using (await Database.BeginAsync(Cancelled))
        {
            for (var number = 0; number < 20; number++)
            {
                waiting.Add(WriteAsync(number));
            }

            Assert.Empty(order);
        }

        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, 20), order);

        async Task WriteAsync(int number)
        {
            await using var transaction = await Database.BeginAsync(Cancelled);
            order.Add(number);
        }
    }

    [Fact]
    public async Task A_writer_that_gives_up_waiting_keeps_nobody()
    {
        using var impatient = new CancellationTokenSource();
        var first = await Database.BeginAsync(Cancelled);
        var second = Database.BeginAsync(impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await first.DisposeAsync();

        await using var third = await Database.BeginAsync(Cancelled);
    }

    [Fact]
    public async Task A_transaction_disposed_twice_ends_one_turn()
    {
        var first = await Database.BeginAsync(Cancelled);
        await first.DisposeAsync();
        await using var second = await Database.BeginAsync(Cancelled);

        await first.DisposeAsync();

        var third = Database.BeginAsync(Cancelled).AsTask();
        Assert.False(third.IsCompleted);
        await second.DisposeAsync();
        await (await third).DisposeAsync();
    }

    [Fact]
    public async Task A_connection_for_reading_cannot_write()
    {
        var collection = await TableAsync();
        await using var connection = await Database.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {collection.Table.Quoted} VALUES (1)";

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => command.ExecuteNonQueryAsync(Cancelled));
    }

    [Fact]
    public async Task Connections_for_reading_are_used_again()
    {
        var first = await Database.OpenAsync(Cancelled);
        await first.DisposeAsync();
        await first.DisposeAsync();
        var second = await Database.OpenAsync(Cancelled);
        var third = await Database.OpenAsync(Cancelled);

        Assert.NotSame(second, third);
        await second.DisposeAsync();
        await third.DisposeAsync();
    }
}
