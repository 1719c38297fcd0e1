using System.Data.Common;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Dialects;

/// <summary>
/// One database with its pool. Readers run beside each other; how writers are ordered is the dialect's business.
/// Outlives generations: the process owns it and lends it.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    public abstract Dialect Dialect { get; }

    /// <summary>A connection for reading, outside any transaction. Disposing it gives it back to the pool.</summary>
    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>A transaction for writing; on a database with a single writer this waits for its turn.</summary>
    public abstract ValueTask<WriteTransaction> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Takes a lock of the whole database that ends with the transaction, such as for schema changes.</summary>
    public abstract Task LockAsync(WriteTransaction transaction, string name, CancellationToken cancellationToken);

    /// <summary>
    /// A transaction that begins once it has locks of the whole database. It waits without a running statement: the building
    /// of an index waits for all of those, so none may wait for that building in turn.
    /// </summary>
    public virtual async ValueTask<WriteTransaction> BeginLockedAsync(
        IReadOnlyList<string> locks,
        CancellationToken cancellationToken
    )
    {
        var transaction = await BeginAsync(cancellationToken);
        try
        {
            foreach (var name in locks)
            {
                await LockAsync(transaction, name, cancellationToken);
            }

            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Works outside any transaction under a lock of the whole database.</summary>
    public virtual async Task RunLockedAsync(
        string name,
        Func<DbConnection, Task> work,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await OpenAsync(cancellationToken);
        await work(connection);
    }

    /// <summary>
    /// Makes sure that the database hands out only numbers above <paramref name="value"/> for an auto-increment column
    /// from now on. Nothing to do where it looks at the rows itself.
    /// </summary>
    public virtual Task AdvanceSequenceAsync(
        WriteTransaction transaction,
        ColumnField column,
        long value,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>Columns of a constraint or index by name, for errors that name only the constraint. Physical names.</summary>
    public abstract ValueTask<IReadOnlyList<string>> FindConstraintColumnsAsync(
        string table,
        string constraint,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Forgets statements the database has prepared, because columns they read have gone: a later column of the same name may
    /// have another type, which a prepared statement does not survive.
    /// </summary>
    public virtual void ForgetStatements() { }

    public DbCommand CreateCommand(DbConnection connection, DbTransaction? transaction, SqlStatement statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Text;
        command.Transaction = transaction;
        if (statement.TimeLimit is { } limit)
        {
            command.CommandTimeout = (int)limit.TotalSeconds;
        }

        foreach (var value in statement.Parameters)
        {
            command.Parameters.Add(Dialect.Columns.CreateParameter(command, value));
        }

        return command;
    }

    public abstract ValueTask DisposeAsync();
}
