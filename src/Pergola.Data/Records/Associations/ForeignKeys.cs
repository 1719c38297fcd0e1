using Pergola.Data.Records.Trees;
using Pergola.Data.Records.Writing;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Associations;

/// <summary>
/// Points foreign keys at a record or at nothing, set-wise, with what hangs on such a column: tree paths, sort numbers
/// and, where asked for, the time of the change.
/// </summary>
internal sealed class ForeignKeys(
    StatementRunner statements,
    WritePlans plans,
    TreeGuard treeGuard,
    TreePathWriter treePaths
)
{
    /// <summary>Points the foreign key of the rows whose key is listed at a value.</summary>
    public async Task LinkAsync(
        WriteSession session,
        ColumnField foreignKey,
        object value,
        ColumnField key,
        IReadOnlyList<object?> keys,
        bool stamps,
        CancellationToken cancellationToken
    )
    {
        if (keys.Count == 0)
        {
            return;
        }

        var collection = foreignKey.Collection;
        if (IsTreeKey(foreignKey))
        {
            await statements.LockAsync(session, TreePathWriter.Lock, collection, cancellationToken);
            await treeGuard.CheckAsync(session, collection, value, sql => sql.AppendIn(key, keys), cancellationToken);
        }

        var numbered = plans.Of(session, collection).SortColumns.Where(s => s.Scope == foreignKey).ToList();
        if (numbered.Count == 0)
        {
            await AssignAsync(
                session,
                foreignKey,
                value,
                [],
                sql => sql.AppendIn(key, keys),
                stamps,
                cancellationToken
            );
            return;
        }

        // Each row takes the number after the one before it, in the order given.
        await statements.LockAsync(session, SortNumbers.Lock, collection, cancellationToken);
        foreach (var one in keys)
        {
            await AssignAsync(
                session,
                foreignKey,
                value,
                numbered,
                sql => sql.AppendEqual(key, one!),
                stamps,
                cancellationToken
            );
        }
    }

    /// <summary>Empties the foreign key of rows that point to one of the values and meet a further condition.</summary>
    public Task UnlinkAsync(
        WriteSession session,
        ColumnField foreignKey,
        IReadOnlyList<object?> values,
        Action<SqlWriter>? condition,
        bool stamps,
        CancellationToken cancellationToken
    ) =>
        AssignAsync(
            session,
            foreignKey,
            value: null,
            [],
            sql =>
            {
                sql.AppendIn(foreignKey, values);
                condition?.Invoke(sql);
            },
            stamps,
            cancellationToken
        );

    /// <summary>Empties the foreign key of one row.</summary>
    public Task ClearAsync(
        WriteSession session,
        ColumnField foreignKey,
        ColumnField key,
        object row,
        CancellationToken cancellationToken
    ) =>
        AssignAsync(
            session,
            foreignKey,
            value: null,
            [],
            sql => sql.AppendEqual(key, row),
            stamps: false,
            cancellationToken
        );

    private async Task AssignAsync(
        WriteSession session,
        ColumnField foreignKey,
        object? value,
        IReadOnlyList<SortColumn> numbered,
        Action<SqlWriter> where,
        bool stamps,
        CancellationToken cancellationToken
    )
    {
        var collection = foreignKey.Collection;
        var plan = plans.Of(session, collection);
        var assigned = new Dictionary<ColumnField, object?>
        {
            [foreignKey] = StoredValue.As(foreignKey.ColumnType.Kind, value),
        };
        var movesNodes = IsTreeKey(foreignKey) && collection.PrimaryKey.Count == 1;
        var update = new RowUpdate(collection, where)
        {
            Assignments = [.. assigned],
            Stamps = stamps ? RecordUpdater.Stamps(session, plan, assigned) : [],
            Renumbered = numbered,
            Returning = movesNodes ? ReturnedColumns.Of(collection.PrimaryKey, session.Database.Dialect) : null,
        };
        var statement = new UpdateCompiler(session.Database.Dialect).Compile(update);
        if (!movesNodes)
        {
            await statements.ExecuteAsync(session, statement, cancellationToken);
            return;
        }

        var moved = await statements.ReadValuesAsync(session, collection.PrimaryKey, statement, cancellationToken);
        await treePaths.MovedAsync(session, collection, [.. moved.Select(row => row[0])], cancellationToken);
    }

    private static bool IsTreeKey(ColumnField foreignKey) =>
        foreignKey.Collection is { IsTree: true, TreeParent: { } tree } && tree.ForeignKey == foreignKey;
}
