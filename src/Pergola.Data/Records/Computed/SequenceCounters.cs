using System.Globalization;
using Pergola.Data.Fields;
using Pergola.Data.Fields.Computed.Sequences;
using Pergola.Data.Records.Writing;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Computed;

/// <summary>
/// Counters of sequences, kept in the system table <c>sequences</c>. A counter is moved by one UPDATE, which also makes the
/// next writer wait until this transaction is over; only its very first number takes more statements.
/// </summary>
internal sealed class SequenceCounters(StatementRunner statements)
{
    public const string Table = "sequences";

    private static readonly ColumnType Number = new(ColumnKind.Int64);

    /// <summary>The next numbers, as many as asked for, in their order.</summary>
    public async Task<long[]> TakeAsync(
        WriteSession session,
        ColumnField field,
        CounterPattern counter,
        int count,
        CancellationToken cancellationToken
    )
    {
        var size = counter.Last - counter.First + 1;
        var last = await MoveAsync(
            session,
            field,
            counter,
            (sql, current) =>
                sql.Parameter(counter.First, Number)
                    .Append($" + (CASE WHEN {current} BETWEEN ")
                    .Parameter(counter.First, Number)
                    .Append(" AND ")
                    .Parameter(counter.Last, Number)
                    .Append($" THEN {current} - ")
                    .Parameter(counter.First, Number)
                    .Append(" + ")
                    .Parameter((long)count, Number)
                    .Append(" ELSE ")
                    .Parameter(count - 1L, Number)
                    .Append(" END) % ")
                    .Parameter(size, Number),
            counter.First + ((count - 1) % size),
            cancellationToken
        );
        var numbers = new long[count];
        for (var index = count - 1; index >= 0; index--)
        {
            numbers[index] = last;
            last = last == counter.First ? counter.Last : last - 1;
        }

        return numbers;
    }

    /// <summary>Moves the counter to a number, unless it is already there or beyond.</summary>
    public Task RaiseAsync(
        WriteSession session,
        ColumnField field,
        CounterPattern counter,
        long number,
        CancellationToken cancellationToken
    ) =>
        MoveAsync(
            session,
            field,
            counter,
            (sql, current) =>
                sql.Append($"CASE WHEN {current} >= ")
                    .Parameter(number, Number)
                    .Append($" THEN {current} ELSE ")
                    .Parameter(number, Number)
                    .Append(" END"),
            number,
            cancellationToken
        );

    /// <summary>Where the counter stands after the move.</summary>
    private async Task<long> MoveAsync(
        WriteSession session,
        ColumnField field,
        CounterPattern counter,
        Action<SqlWriter, string> next,
        long first,
        CancellationToken cancellationToken
    )
    {
        var row = new CounterRow(session.Schema[Table], field, counter.Key);
        if (await UpdateAsync(session, row, next, cancellationToken) is { } moved)
        {
            return moved;
        }

        // No constraint keeps two writers from making the row, so they queue, and the second one finds it made.
        await statements.LockAsync(session, "sequence", field.Collection, cancellationToken);
        if (await UpdateAsync(session, row, next, cancellationToken) is { } found)
        {
            return found;
        }

        await InsertAsync(session, row, first, cancellationToken);
        return first;
    }

    private async Task<long?> UpdateAsync(
        WriteSession session,
        CounterRow row,
        Action<SqlWriter, string> next,
        CancellationToken cancellationToken
    )
    {
        var sql = new SqlWriter(session.Database.Dialect)
            .Append("UPDATE ")
            .Append(row.Table.Table.Quoted)
            .Append(" SET ")
            .Append(row.Current.QuotedColumn)
            .Append(" = ");
        next(sql, row.Current.QuotedColumn);
        foreach (var time in row.Times(isNew: false))
        {
            sql.Append($", {time.QuotedColumn} = ").Parameter(session.Now, time.ColumnType);
        }

        sql.Append(" WHERE ").Join(" AND ", row.Key, static (w, k) => w.AppendEqual(k.Key, k.Value!));
        sql.Append(" RETURNING ").Append(row.Current.QuotedColumn);
        var rows = await statements.ReadValuesAsync(session, [row.Current], sql.ToStatement(), cancellationToken);
        return rows.Count == 0 ? null : rows.Max(r => Convert.ToInt64(r[0], CultureInfo.InvariantCulture));
    }

    private Task InsertAsync(WriteSession session, CounterRow row, long first, CancellationToken cancellationToken)
    {
        var values = new Dictionary<ColumnField, object?>(row.Key) { [row.Current] = first };
        foreach (var time in row.Times(isNew: true))
        {
            values[time] = session.Now;
        }

        var statement = new InsertCompiler(session.Database.Dialect).Compile(
            row.Table,
            [.. values.Keys],
            [values],
            null
        );
        return statements.ExecuteAsync(session, statement, cancellationToken);
    }

    /// <summary>The row of one counter.</summary>
    private sealed record CounterRow(Collection Table, ColumnField Field, int Number)
    {
        public ColumnField Current => Column("current");

        public IEnumerable<KeyValuePair<ColumnField, object?>> Key =>
            [
                new(Column("collection"), Field.Collection.Name),
                new(Column("field"), Field.Name),
                new(Column("key"), Number),
            ];

        public IEnumerable<ColumnField> Times(bool isNew) =>
            Table.Columns.Where(c =>
                c.Role == FieldRole.UpdatedAt || (isNew && c.Role == FieldRole.CreatedAt) || c.Name == "lastGeneratedAt"
            );

        private ColumnField Column(string name) =>
            Table.TryGetColumn(name, out var column)
                ? column
                : throw new InvalidOperationException($"The table {Table} has no column {name}.");
    }
}
