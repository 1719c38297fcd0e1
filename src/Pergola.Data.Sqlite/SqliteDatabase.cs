using System.Data.Common;
using Microsoft.Data.Sqlite;
using Pergola.Core.Errors;
using Pergola.Data.Dialects;
using Pergola.Data.Sqlite.Functions;
using SQLitePCL;

namespace Pergola.Data.Sqlite;

/// <summary>
/// An SQLite file. Readers run beside the one writer (write-ahead log); writers queue here in order of arrival, because
/// SQLite itself would let them compete.
/// </summary>
public sealed class SqliteDatabase : Database
{
    private readonly SqliteFunctions _functions = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly string _connectionString;
    private readonly SqliteOptions _options;
    private readonly ReaderPool _readers;
    private KeptConnection? _writer;

    private SqliteDatabase(SqliteOptions options)
    {
        _options = options;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Pooling = false,
            ForeignKeys = false,
            DefaultTimeout = Math.Max(1, (int)options.BusyTimeout.TotalSeconds),
        }.ConnectionString;
        _readers = new ReaderPool(giveBack => Open(giveBack, "PRAGMA query_only = ON"), options.IdleReaders);
    }

    public override Dialect Dialect { get; } = new SqliteDialect();

    /// <summary>Opens the file, creating it when missing, and turns the write-ahead log on.</summary>
    /// <exception cref="UnavailableException">The file cannot be opened or is no database.</exception>
    public static async Task<SqliteDatabase> OpenAsync(SqliteOptions options, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(options.Path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var database = new SqliteDatabase(options);
        try
        {
            // Takes the file into use: a wrong file shows here and not at the first request.
            await using var transaction = await database.BeginAsync(cancellationToken);
            return database;
        }
        catch (SqliteException exception)
        {
            await database.DisposeAsync();
            throw new UnavailableException("The database cannot be opened", TimeSpan.FromSeconds(5), exception);
        }
    }

    public override ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<DbConnection>(_readers.Lend());
    }

    public override async ValueTask<WriteTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // The turn ends when the transaction is released, not when its connection is given back.
            _writer ??= Open(static _ => { }, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
            return new WriteTransaction(_writer.Lend(), _writer.BeginTransaction(), EndTurn);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <summary>There is one writer at a time, so a write transaction is the lock.</summary>
    public override Task LockAsync(WriteTransaction transaction, string name, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public override async ValueTask<IReadOnlyList<string>> FindConstraintColumnsAsync(
        string table,
        string constraint,
        CancellationToken cancellationToken
    )
    {
        await using var connection = _readers.Lend();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_index_info(?1) WHERE name IS NOT NULL ORDER BY seqno";
        command.Parameters.Add(new SqliteParameter("?1", constraint));
        var columns = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }

    /// <summary>Waits for the running write transaction, then closes every connection.</summary>
    public override async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync(CancellationToken.None);
        _writer?.CloseForGood();
        _writer = null;
        _readers.Dispose();
        _turn.Dispose();
    }

    private KeptConnection Open(Action<KeptConnection> giveBack, string settings)
    {
        var connection = new KeptConnection(_connectionString, giveBack);
        try
        {
            _functions.Register(connection);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout = {(int)_options.BusyTimeout.TotalMilliseconds}; {settings}";
            command.ExecuteNonQuery();
            if (_options.OnStatement is { } heard)
            {
                raw.sqlite3_profile(
                    connection.Handle,
                    (_, text, nanoseconds) => heard(text, TimeSpan.FromTicks(nanoseconds / 100)),
                    null
                );
            }

            return connection;
        }
        catch
        {
            connection.CloseForGood();
            throw;
        }
    }

    private ValueTask EndTurn()
    {
        if (_writer is { IsDirty: true } broken)
        {
            broken.CloseForGood();
            _writer = null;
        }

        _turn.Release();
        return ValueTask.CompletedTask;
    }
}
