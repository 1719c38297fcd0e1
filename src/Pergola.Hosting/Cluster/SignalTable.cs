using Pergola.App.Plugins;
using Pergola.App.Signals;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Hosting.Cluster.Tables;

namespace Pergola.Hosting.Cluster;

/// <summary>The signals of all nodes in the order of their commits.</summary>
internal sealed class SignalTable
{
    private readonly Database _database;
    private readonly SystemRows _rows;
    private readonly ValueContext _values;
    private readonly Collection _signals;
    private readonly Collection _revision;

    public SignalTable(Database database, ClusterSchema schema, ValueContext values)
    {
        _database = database;
        _values = values;
        _rows = new SystemRows(database, new SchemaStore(schema.Snapshot), values);
        _signals = schema.Snapshot[SignalsCollection.Name];
        _revision = schema.Snapshot[RevisionCollection.Name];
    }

    /// <summary>SQL of the latest revision.</summary>
    public string Latest => $"(SELECT {_revision.Column("value").QuotedColumn} FROM {_revision.Table.Quoted})";

    /// <summary>Writes signals with the next revision, which others wait for until the transaction ends.</summary>
    public async Task<long> AppendAsync(
        WriteTransaction transaction,
        IReadOnlyList<Signal> signals,
        string node,
        CancellationToken cancellationToken
    )
    {
        var value = _revision.Column("value").QuotedColumn;
        var next = new SqlWriter(_database.Dialect).Append(
            $"UPDATE {_revision.Table.Quoted} SET {value} = {value} + 1 RETURNING {value}"
        );
        long revision;
        await using (
            var command = _database.CreateCommand(transaction.Connection, transaction.Transaction, next.ToStatement())
        )
        {
            revision = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }

        string[] names = ["id", "revision", "topic", "message", "node"];
        var sql = new SqlWriter(_database.Dialect).Append($"INSERT INTO {_signals.Table.Quoted} (");
        sql.Join(", ", names.Append("committedAt"), (w, name) => w.Append(_signals.Column(name).QuotedColumn));
        sql.Append(") VALUES ");
        sql.Join(
            ", ",
            signals,
            (writer, signal) =>
            {
                object[] values = [_values.Ids.Next(), revision, signal.Topic, signal.Message, node];
                writer.Append('(');
                writer.Join(
                    ", ",
                    names.Zip(values),
                    (w, cell) => w.Parameter(cell.Second, _signals.Column(cell.First).ColumnType)
                );
                writer.Append($", {_database.Dialect.Dates.NowMilliseconds})");
            }
        );
        await _rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
        return revision;
    }

    /// <summary>Signals after a revision, up to another one.</summary>
    public async Task<IReadOnlyList<WrittenSignal>> ReadAsync(
        long after,
        long last,
        CancellationToken cancellationToken
    )
    {
        var revision = _signals.Column("revision");
        var sql = new SqlWriter(_database.Dialect).Append("SELECT ");
        sql.Join(
            ", ",
            ["revision", "topic", "message", "node"],
            (writer, name) => writer.Append(_signals.Column(name).QuotedColumn)
        );
        sql.Append($" FROM {_signals.Table.Quoted} WHERE {revision.QuotedColumn} > ")
            .Parameter(after, revision.ColumnType);
        sql.Append($" AND {revision.QuotedColumn} <= ").Parameter(last, revision.ColumnType);
        sql.Append($" ORDER BY {revision.QuotedColumn}, {_signals.Column("id").QuotedColumn}");
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var command = _database.CreateCommand(connection, transaction: null, sql.ToStatement());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var signals = new List<WrittenSignal>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var signal = new Signal(reader.GetString(1), reader.GetString(2));
            signals.Add(new WrittenSignal(reader.GetInt64(0), signal, reader.GetString(3)));
        }

        return signals;
    }

    /// <summary>Removes what every node has followed long ago.</summary>
    public async Task PurgeAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var committedAt = _signals.Column("committedAt");
        var sql = new SqlWriter(_database.Dialect)
            .Append($"DELETE FROM {_signals.Table.Quoted} WHERE {committedAt.QuotedColumn} < ")
            .Append($"{_database.Dialect.Dates.NowMilliseconds} - ")
            .Parameter((long)age.TotalMilliseconds, committedAt.ColumnType);
        await using var transaction = await _database.BeginAsync(cancellationToken);
        await _rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>A signal as it was written.</summary>
/// <param name="Revision">When, in the order of commits.</param>
/// <param name="Signal">What has changed.</param>
/// <param name="Node">Id of the node that changed it.</param>
internal readonly record struct WrittenSignal(long Revision, Signal Signal, string Node);
