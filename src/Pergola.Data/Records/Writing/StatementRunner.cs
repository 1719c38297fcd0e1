using System.Data.Common;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Writing;

/// <summary>
/// Runs the statements of a write session. What the database refuses comes through as it is; the edge of the app, which
/// also knows of other statements, puts it into the words of the product.
/// </summary>
internal sealed class StatementRunner
{
    /// <summary>Runs a statement and returns the number of rows it touched.</summary>
    public Task<int> ExecuteAsync(WriteSession session, SqlStatement statement, CancellationToken cancellationToken) =>
        RunAsync(session, statement, static (command, token) => command.ExecuteNonQueryAsync(token), cancellationToken);

    /// <summary>Runs a statement that answers with <see cref="WritePlan.Returning"/>.</summary>
    public Task<List<StoredRow>> ReadRowsAsync(
        WriteSession session,
        WritePlan plan,
        SqlStatement statement,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            session,
            statement,
            async (command, token) =>
            {
                var rows = new List<StoredRow>();
                var rowReader = new StoredRowReader(plan, session.Database.Dialect.Columns.Values);
                await using var reader = await command.ExecuteReaderAsync(token);
                while (await reader.ReadAsync(token))
                {
                    rows.Add(rowReader.Read(reader));
                }

                return rows;
            },
            cancellationToken
        );

    /// <summary>Reads every row of a table that meets a condition.</summary>
    public Task<List<StoredRow>> SelectRowsAsync(
        WriteSession session,
        WritePlan plan,
        Action<SqlWriter> where,
        CancellationToken cancellationToken
    )
    {
        var sql = new SqlWriter(session.Database.Dialect)
            .Append("SELECT ")
            .Append(plan.Returning)
            .Append(" FROM ")
            .Append(plan.Collection.Table.Quoted)
            .Append(" WHERE ");
        where(sql);
        return ReadRowsAsync(session, plan, sql.ToStatement(), cancellationToken);
    }

    /// <summary>Reads columns of one table as CLR values.</summary>
    public Task<List<object?[]>> SelectValuesAsync(
        WriteSession session,
        IReadOnlyList<ColumnField> columns,
        Action<SqlWriter> where,
        CancellationToken cancellationToken
    )
    {
        var sql = new SqlWriter(session.Database.Dialect)
            .Append("SELECT ")
            .Append(ReturnedColumns.Of(columns, session.Database.Dialect))
            .Append(" FROM ")
            .Append(columns[0].Collection.Table.Quoted)
            .Append(" WHERE ");
        where(sql);
        return ReadValuesAsync(session, columns, sql.ToStatement(), cancellationToken);
    }

    /// <summary>Runs a statement whose result has the given columns, in their order.</summary>
    public Task<List<object?[]>> ReadValuesAsync(
        WriteSession session,
        IReadOnlyList<ColumnField> columns,
        SqlStatement statement,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            session,
            statement,
            async (command, token) =>
            {
                var rows = new List<object?[]>();
                var values = session.Database.Dialect.Columns.Values;
                await using var reader = await command.ExecuteReaderAsync(token);
                while (await reader.ReadAsync(token))
                {
                    rows.Add(ReadRow(reader, values, columns));
                }

                return rows;
            },
            cancellationToken
        );

    /// <summary>Orders writers who do the same kind of thing to one table, until the transaction ends.</summary>
    public Task LockAsync(
        WriteSession session,
        string purpose,
        Collection collection,
        CancellationToken cancellationToken
    ) => session.Database.LockAsync(session.Transaction, $"{purpose}:{collection.Table.Name}", cancellationToken);

    private static object?[] ReadRow(DbDataReader reader, ValueReader values, IReadOnlyList<ColumnField> columns)
    {
        var row = new object?[columns.Count];
        for (var index = 0; index < row.Length; index++)
        {
            row[index] = StoredValue.Read(new ColumnCursor(values, reader, index), columns[index].ColumnType.Kind);
        }

        return row;
    }

    private static async Task<T> RunAsync<T>(
        WriteSession session,
        SqlStatement statement,
        Func<DbCommand, CancellationToken, Task<T>> run,
        CancellationToken cancellationToken
    )
    {
        var transaction = session.Transaction;
        await using var command = session.Database.CreateCommand(
            transaction.Connection,
            transaction.Transaction,
            statement
        );
        return await run(command, cancellationToken);
    }
}
