using System.Data.Common;
using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Hosting.Cluster.Tables;

namespace Pergola.Hosting.Cluster;

/// <summary>The row of this node and those of the others.</summary>
internal sealed class NodeTable
{
    private readonly Database _database;
    private readonly SignalTable _signals;
    private readonly SystemRows _rows;
    private readonly Collection _nodes;

    public NodeTable(Database database, ClusterSchema schema, SignalTable signals, ValueContext values)
    {
        _database = database;
        _signals = signals;
        _rows = new SystemRows(database, new SchemaStore(schema.Snapshot), values);
        _nodes = schema.Snapshot[NodesCollection.Name];
    }

    /// <summary>Adds the row of a node that follows from now on and does not serve yet.</summary>
    /// <returns>The latest revision: whatever is read afterwards is at least as new.</returns>
    public async Task<long> AddAsync(NodeIdentity node, CancellationToken cancellationToken)
    {
        await using var transaction = await _database.BeginAsync(cancellationToken);
        var latest = await ScalarAsync(transaction, $"SELECT {_signals.Latest}", cancellationToken);
        await RemoveAsync(transaction, node.Id, cancellationToken);
        var row = JsonSerializer.SerializeToElement(
            new
            {
                id = node.Id,
                host = node.Host,
                version = node.Version,
                leaseUntil = 0,
                seen = latest,
            }
        );
        await _rows.InsertAsync(transaction, _nodes, row, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return latest;
    }

    /// <summary>Says how far a node has followed and renews its lease.</summary>
    /// <param name="node">Id of the node.</param>
    /// <param name="seen">The last revision it has followed.</param>
    /// <param name="lease">How long the lease holds from now on.</param>
    /// <param name="isStrict">Whether only one that has followed everything gets it.</param>
    /// <param name="facts">What it tells of itself, as JSON.</param>
    /// <param name="cancellationToken">Cancels the statement.</param>
    /// <returns>The latest revision; null when the node has no row.</returns>
    public async Task<long?> BeatAsync(
        string node,
        long seen,
        TimeSpan lease,
        bool isStrict,
        string facts,
        CancellationToken cancellationToken
    )
    {
        var (until, follows) = (_nodes.Column("leaseUntil"), _nodes.Column("seen"));
        var sql = new SqlWriter(_database.Dialect).Append($"UPDATE {_nodes.Table.Quoted} SET {until.QuotedColumn} = ");
        sql.Append("CASE WHEN ").Append(isStrict ? $"{_signals.Latest} = " : "1 = 1 OR 0 = ");
        sql.Parameter(seen, follows.ColumnType);
        sql.Append($" THEN {_database.Dialect.Dates.NowMilliseconds} + ")
            .Parameter((long)lease.TotalMilliseconds, until.ColumnType);
        sql.Append($" ELSE {until.QuotedColumn} END, {follows.QuotedColumn} = ").Parameter(seen, follows.ColumnType);
        sql.Append($", {_nodes.Column("facts").QuotedColumn} = ").Parameter(facts, _nodes.Column("facts").ColumnType);
        sql.Append($" WHERE {_nodes.Column("id").QuotedColumn} = ").Parameter(node, _nodes.Column("id").ColumnType);
        sql.Append($" RETURNING {_signals.Latest}");
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var command = _database.CreateCommand(connection, transaction: null, sql.ToStatement());
        return (long?)await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>How many other nodes serve without having followed a revision.</summary>
    public async Task<long> CountBehindAsync(string node, long revision, CancellationToken cancellationToken)
    {
        var seen = _nodes.Column("seen");
        var id = _nodes.Column("id");
        var sql = new SqlWriter(_database.Dialect).Append($"SELECT COUNT(*) FROM {_nodes.Table.Quoted} WHERE ");
        sql.Append($"{id.QuotedColumn} <> ").Parameter(node, id.ColumnType);
        sql.Append($" AND {seen.QuotedColumn} < ").Parameter(revision, seen.ColumnType);
        sql.Append($" AND {_nodes.Column("leaseUntil").QuotedColumn} > {_database.Dialect.Dates.NowMilliseconds}");
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var command = _database.CreateCommand(connection, transaction: null, sql.ToStatement());
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Says how a change of plugins went on a node.</summary>
    public async Task ReportAsync(string node, string change, string? error, CancellationToken cancellationToken)
    {
        var (changed, failed, id) = (_nodes.Column("pluginChange"), _nodes.Column("pluginError"), _nodes.Column("id"));
        var sql = new SqlWriter(_database.Dialect).Append(
            $"UPDATE {_nodes.Table.Quoted} SET {changed.QuotedColumn} = "
        );
        sql.Parameter(change, changed.ColumnType).Append($", {failed.QuotedColumn} = ");
        sql.Parameter(error, failed.ColumnType).Append($" WHERE {id.QuotedColumn} = ").Parameter(node, id.ColumnType);
        await using var transaction = await _database.BeginAsync(cancellationToken);
        await _rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>How a change of plugins has gone on nodes that serve, as far as they say.</summary>
    public async Task<IReadOnlyList<PluginReport>> ReportsAsync(CancellationToken cancellationToken)
    {
        var names = new[] { "id", "host", "pluginChange", "pluginError" };
        var sql = new SqlWriter(_database.Dialect).Append("SELECT ");
        sql.Join(", ", names, (writer, name) => writer.Append(_nodes.Column(name).QuotedColumn));
        sql.Append($" FROM {_nodes.Table.Quoted} WHERE {_nodes.Column("leaseUntil").QuotedColumn} > ");
        sql.Append(_database.Dialect.Dates.NowMilliseconds);
        var reports = new List<PluginReport>();
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var command = _database.CreateCommand(connection, transaction: null, sql.ToStatement());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            reports.Add(
                new PluginReport(reader.GetString(0), reader.GetString(1), TextOf(reader, 2), TextOf(reader, 3))
            );
        }

        return reports;
    }

    /// <summary>Removes the row of a node that ends.</summary>
    public async Task RemoveAsync(string node, CancellationToken cancellationToken)
    {
        await using var transaction = await _database.BeginAsync(cancellationToken);
        await RemoveAsync(transaction, node, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Removes the rows of nodes that have not renewed their lease for long.</summary>
    public async Task PurgeAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var until = _nodes.Column("leaseUntil");
        var sql = new SqlWriter(_database.Dialect)
            .Append($"DELETE FROM {_nodes.Table.Quoted} WHERE {until.QuotedColumn} < ")
            .Append($"{_database.Dialect.Dates.NowMilliseconds} - ")
            .Parameter((long)age.TotalMilliseconds, until.ColumnType)
            .Append($" AND {until.QuotedColumn} > 0");
        await using var transaction = await _database.BeginAsync(cancellationToken);
        await _rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static string? TextOf(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    private Task<int> RemoveAsync(WriteTransaction transaction, string node, CancellationToken cancellationToken)
    {
        var id = _nodes.Column("id");
        var sql = new SqlWriter(_database.Dialect).Append(
            $"DELETE FROM {_nodes.Table.Quoted} WHERE {id.QuotedColumn} = "
        );
        return _rows.ExecuteAsync(transaction, sql.Parameter(node, id.ColumnType).ToStatement(), cancellationToken);
    }

    private async Task<long> ScalarAsync(WriteTransaction transaction, string text, CancellationToken cancellationToken)
    {
        var statement = new SqlWriter(_database.Dialect).Append(text).ToStatement();
        await using var command = _database.CreateCommand(transaction.Connection, transaction.Transaction, statement);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}

/// <summary>Which process a node is.</summary>
/// <param name="Id">Made anew with each start.</param>
/// <param name="Host">Name of the machine or pod.</param>
/// <param name="Version">Version of the product.</param>
internal sealed record NodeIdentity(string Id, string Host, string Version);

/// <summary>How a change of plugins went on a node.</summary>
/// <param name="Node">Id of the node.</param>
/// <param name="Host">Name of its machine or pod.</param>
/// <param name="Change">The last change it has tried.</param>
/// <param name="Error">Why it could not follow; null when it has.</param>
internal sealed record PluginReport(string Node, string Host, string? Change, string? Error);
