using System.Buffers.Binary;
using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using Pergola.Core.Errors;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.PostgreSql;

/// <summary>A PostgreSQL database with its connection pool.</summary>
public sealed class PostgreSqlDatabase : Database
{
    private readonly NpgsqlDataSource _source;
    private readonly string? _schema;

    private PostgreSqlDatabase(NpgsqlDataSource source, string? schema)
    {
        _source = source;
        _schema = schema;
    }

    public override Dialect Dialect { get; } = new PostgreSqlDialect();

    /// <summary>A further pool, for those who must not wait for connections behind requests.</summary>
    public static DbDataSource CreatePool(PostgreSqlOptions options) => PostgreSqlPool.Create(options);

    /// <summary>Opens the pool, checks that the database answers and creates the schema when it is missing.</summary>
    /// <exception cref="UnavailableException">The database cannot be reached.</exception>
    public static async Task<PostgreSqlDatabase> OpenAsync(
        PostgreSqlOptions options,
        CancellationToken cancellationToken
    )
    {
        var database = new PostgreSqlDatabase(PostgreSqlPool.Create(options), options.Schema);
        try
        {
            await database.EnsureSchemaAsync(cancellationToken);
            return database;
        }
        catch (NpgsqlException exception)
        {
            await database.DisposeAsync();
            if (database.Dialect.Errors.Classify(exception) is not { Kind: FaultKind.Unavailable })
            {
                throw;
            }

            throw new UnavailableException("The database cannot be reached", TimeSpan.FromSeconds(5), exception);
        }
    }

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        await _source.OpenConnectionAsync(cancellationToken);

    public override async ValueTask<WriteTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            return new WriteTransaction(connection, transaction, static () => ValueTask.CompletedTask);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async Task LockAsync(WriteTransaction transaction, string name, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction.Connection, "SELECT pg_advisory_xact_lock($1)");
        command.Transaction = (NpgsqlTransaction)transaction.Transaction;
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = LockNumber(name) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override async ValueTask<WriteTransaction> BeginLockedAsync(
        IReadOnlyList<string> locks,
        CancellationToken cancellationToken
    )
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken);
        var session = new SessionLocks(connection);
        NpgsqlTransaction? transaction = null;
        try
        {
            foreach (var name in locks)
            {
                await session.TakeAsync(LockNumber(name), cancellationToken);
            }

            transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            var locked = new WriteTransaction(connection, transaction, static () => ValueTask.CompletedTask);
            foreach (var name in locks)
            {
                // Granted at once, because the session has it already; from here on it ends with the transaction.
                await LockAsync(locked, name, cancellationToken);
            }

            await session.ReleaseAsync();
            return locked;
        }
        catch
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
            }

            await session.ReleaseAsync();
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async Task RunLockedAsync(
        string name,
        Func<DbConnection, Task> work,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        var session = new SessionLocks(connection);
        try
        {
            await session.TakeAsync(LockNumber(name), cancellationToken);
            await work(connection);
        }
        finally
        {
            await session.ReleaseAsync();
        }
    }

    public override async Task AdvanceSequenceAsync(
        WriteTransaction transaction,
        ColumnField column,
        long value,
        CancellationToken cancellationToken
    )
    {
        // Two who choose numbers at once could set the sequence back; those who take numbers from it are not held up.
        await LockAsync(transaction, "sequence:" + column.Collection.Table.Name, cancellationToken);

        // A short way is walked, because others may take numbers meanwhile and setval would hand them out again.
        await using var command = Command(
            transaction.Connection,
            """
            SELECT CASE WHEN gap > 1000 THEN setval(name, $1)
                        ELSE (SELECT max(n) FROM (SELECT nextval(name) AS n FROM generate_series(1, gap)) w) END
            FROM (
                SELECT name, $1 - COALESCE(pg_sequence_last_value(name), 0) AS gap
                FROM (SELECT pg_get_serial_sequence($2, $3)::regclass AS name) s
                WHERE name IS NOT NULL
            ) g
            WHERE gap > 0
            """
        );
        command.Transaction = (NpgsqlTransaction)transaction.Transaction;
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = value });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = column.Collection.Table.Quoted });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = column.ColumnName });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override async ValueTask<IReadOnlyList<string>> FindConstraintColumnsAsync(
        string table,
        string constraint,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        // A unique constraint and its index share one name, so the index answers for both.
        await using var command = Command(
            connection,
            """
            SELECT a.attname
            FROM pg_index i
            JOIN pg_class x ON x.oid = i.indexrelid
            JOIN pg_class t ON t.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = t.relnamespace
            CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, position)
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
            WHERE n.nspname = COALESCE($1, current_schema()) AND t.relname = $2 AND x.relname = $3
            ORDER BY k.position
            """
        );
        foreach (var name in (string?[])[_schema, table, constraint])
        {
            command.Parameters.Add(
                new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)name ?? DBNull.Value }
            );
        }

        var columns = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }

    /// <summary>Closes the pool's connections, those in use when they come back; new ones prepare anew.</summary>
    public override void ForgetStatements() => _source.Clear();

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task EnsureSchemaAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        if (_schema is null)
        {
            return;
        }

        await using var find = Command(connection, "SELECT 1 FROM pg_namespace WHERE nspname = $1");
        find.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _schema });
        if (await find.ExecuteScalarAsync(cancellationToken) is not null)
        {
            return;
        }

        await using var create = Command(connection, $"CREATE SCHEMA IF NOT EXISTS {Quoting.Identifier(_schema)}");
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(DbConnection connection, string text) =>
        new(text, (NpgsqlConnection)connection);

    private static long LockNumber(string name) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
