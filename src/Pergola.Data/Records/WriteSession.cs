using System.Data.Common;
using Pergola.Data.Dialects;
using Pergola.Data.Events;
using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records;

/// <summary>Everything the writes of one action share: one transaction, one snapshot, one clock reading.</summary>
public sealed class WriteSession(
    Database database,
    WriteTransaction transaction,
    SchemaSnapshot schema,
    ValueContext values,
    RecordEvents events
)
{
    public Database Database { get; } = database;

    public WriteTransaction Transaction { get; } = transaction;

    public SchemaSnapshot Schema { get; } = schema;

    public ValueContext Values { get; } = values;

    public RecordEvents Events { get; } = events;

    /// <summary>Id of the request that writes; null for the server's own writes.</summary>
    public string? RequestId { get; init; }

    /// <summary>The moment of this action: every timestamp it writes is the same.</summary>
    public DateTime Now { get; } = values.UtcNow();

    /// <summary>Runs a statement of the server's own in the transaction; returns how many rows it changed.</summary>
    public async Task<int> ExecuteAsync(SqlWriter sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The texts in the first column of a statement of the server's own; rows without one are left out.</summary>
    public async Task<IReadOnlyList<string>> ReadTextsAsync(SqlWriter sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!await reader.IsDBNullAsync(0, cancellationToken))
            {
                texts.Add(reader.GetString(0));
            }
        }

        return texts;
    }

    /// <summary>The rows of a statement of the server's own.</summary>
    public async Task<IReadOnlyList<T>> ReadRowsAsync<T>(
        SqlWriter sql,
        Func<DbDataReader, ValueReader, T> read,
        CancellationToken cancellationToken
    )
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader, Database.Dialect.Columns.Values));
        }

        return rows;
    }

    private DbCommand Command(SqlWriter sql) =>
        Database.CreateCommand(Transaction.Connection, Transaction.Transaction, sql.ToStatement());
}
