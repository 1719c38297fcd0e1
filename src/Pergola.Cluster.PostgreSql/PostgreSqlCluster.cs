using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Pergola.Core.Cluster;
using Pergola.Core.Cluster.Caching;
using Pergola.Core.Cluster.Locking;
using Pergola.Core.Cluster.PubSub;
using Pergola.Core.Cluster.Queues;
using Pergola.Core.Cluster.WorkerIds;
using Pergola.Core.Errors;

namespace Pergola.Cluster.PostgreSql;

/// <summary>The seams of a cluster over a PostgreSQL database, with a pool of their own and one connection that listens.</summary>
public sealed class PostgreSqlCluster : IAsyncDisposable
{
    /// <summary>What the database is called in reports.</summary>
    public const string Backend = "PostgreSQL";

    private static readonly TimeSpan LongestPreparation = TimeSpan.FromSeconds(30);
    private readonly NpgsqlDataSource _source;
    private readonly SignalListener _listener;
    private readonly PostgreSqlPubSub _pubSub;

    private PostgreSqlCluster(
        NpgsqlDataSource source,
        ClusterTables tables,
        string installation,
        TimeProvider clock,
        ClusterReports reports
    )
    {
        _source = source;
        Installation = installation;
        var statements = new Statements(source);
        var signals = new Signals(tables);
        _listener = new SignalListener(source, signals.Name, reports);
        _pubSub = new PostgreSqlPubSub(statements, tables, signals, _listener, reports);
        Cache = new PostgreSqlCache(statements, tables);
        Leases = new PostgreSqlLeases(statements, tables);
        Locks = new LeasedLocks(Leases, clock);
        Queue = new PostgreSqlWorkQueue(statements, tables, signals, _listener, clock);
        WorkerIds = new PostgreSqlWorkerIds(statements, tables);
        _listener.Start();
    }

    /// <summary>
    /// What the nodes of this installation have in common and others do not, not even those on a copy of the database.
    /// </summary>
    public string Installation { get; }

    public ICache Cache { get; }

    public IPubSub PubSub => _pubSub;

    public ILeaseStore Leases { get; }

    public IDistributedLock Locks { get; }

    public IWorkQueue Queue { get; }

    public IWorkerIdAllocator WorkerIds { get; }

    /// <summary>Makes the tables where they are missing.</summary>
    /// <param name="source">A pool of Npgsql's; it is disposed with this.</param>
    /// <param name="schema">Schema of the tables; null for the default of the connection.</param>
    /// <param name="tablePrefix">What all tables of the installation begin with.</param>
    /// <param name="clock">Clock of this process.</param>
    /// <param name="reports">What an operator is told.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="UnavailableException">The database does not answer.</exception>
    public static async Task<PostgreSqlCluster> OpenAsync(
        DbDataSource source,
        string? schema,
        string tablePrefix,
        TimeProvider clock,
        ClusterReports reports,
        CancellationToken cancellationToken
    )
    {
        var pool =
            source as NpgsqlDataSource
            ?? throw new ArgumentException("The pool must be one of Npgsql's.", nameof(source));
        var tables = new ClusterTables(schema, tablePrefix);
        var installation = await Statements.BoundedAsync(
            limited => PrepareAsync(pool, tables, limited),
            cancellationToken,
            LongestPreparation
        );
        return new PostgreSqlCluster(pool, tables, installation, clock, reports);
    }

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        await _pubSub.DisposeAsync();
        await _source.DisposeAsync();
    }

    private static async Task<string> PrepareAsync(
        NpgsqlDataSource source,
        ClusterTables tables,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, "SELECT pg_advisory_xact_lock($1)", cancellationToken, LockNumber(tables));
        if (await RunAsync(connection, "SELECT to_regclass($1) IS NULL", cancellationToken, tables.Workers) is true)
        {
            if (tables.CreateSchema is { } createSchema)
            {
                await RunAsync(connection, createSchema, cancellationToken);
            }

            await RunAsync(connection, tables.Create, cancellationToken);
        }

        var name = await RunAsync(
            connection,
            $"SELECT id || '.' || current_database() FROM {tables.Identity}",
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return Convert.ToHexStringLower(Hash($"{name}.{tables.Installation}"))[..16];
    }

    private static async Task<object?> RunAsync(
        NpgsqlConnection connection,
        string text,
        CancellationToken cancellationToken,
        params object[] values
    )
    {
        await using var command = new NpgsqlCommand(text, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static long LockNumber(ClusterTables tables) =>
        BinaryPrimitives.ReadInt64BigEndian(Hash("cluster:" + tables.Installation));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
