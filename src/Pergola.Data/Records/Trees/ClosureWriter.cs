using Pergola.Core.Errors;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Trees;

/// <summary>
/// Changes a forest. Whoever does takes its lock first, so that what is checked still holds when it is written.
/// </summary>
public sealed class ClosureWriter(ClosureShape shape)
{
    /// <summary>Rows of one statement; stays below the parameter limits of the databases.</summary>
    private const int AtOnce = 1_000;

    /// <summary>Orders the writers of the forest until the transaction ends.</summary>
    public Task LockAsync(WriteSession session, CancellationToken cancellationToken) =>
        session.Database.LockAsync(
            session.Transaction,
            "forest:" + session.Schema[shape.Nodes].Table.Name,
            cancellationToken
        );

    /// <summary>Adds nodes, each last in its slot.</summary>
    /// <exception cref="BadRequestException">The forest would become too deep.</exception>
    public async Task InsertAsync(
        WriteSession session,
        IReadOnlyList<NewClosureNode> nodes,
        CancellationToken cancellationToken
    )
    {
        var rows = new ClosureRows(shape);
        foreach (var parent in nodes.Select(n => n.Parent).OfType<string>().Distinct().Except(nodes.Select(n => n.Key)))
        {
            rows.AddParent(
                parent,
                await AncestorsAsync(session, parent, cancellationToken),
                await LastSortsAsync(session, parent, cancellationToken)
            );
        }

        foreach (var node in nodes)
        {
            rows.Add(node);
        }

        var tables = shape.In(session.Schema);
        foreach (var some in nodes.Chunk(AtOnce))
        {
            var sql = new SqlWriter(session.Database.Dialect)
                .Append($"INSERT INTO {tables.Nodes} ({tables.Key}, {tables.Name}, {tables.Document}) VALUES ")
                .Join(
                    ", ",
                    some,
                    (w, n) =>
                        w.Append('(')
                            .Parameter(n.Key, tables.KeyColumn.ColumnType)
                            .Append(", ")
                            .Parameter(n.Name, tables.NameColumn.ColumnType)
                            .Append(", ")
                            .Parameter(n.Document, tables.DocumentColumn.ColumnType)
                            .Append(')')
                );
            await session.ExecuteAsync(sql, cancellationToken);
        }

        foreach (var some in rows.All.Chunk(AtOnce))
        {
            await session.ExecuteAsync(ClosureRows.Insert(tables, some, session.Database.Dialect), cancellationToken);
        }
    }

    /// <summary>Writes the content of a node anew.</summary>
    public Task UpdateAsync(WriteSession session, string key, string document, CancellationToken cancellationToken)
    {
        var tables = shape.In(session.Schema);
        return session.ExecuteAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"UPDATE {tables.Nodes} SET {tables.Document} = ")
                .Parameter(document, tables.DocumentColumn.ColumnType)
                .Append($" WHERE {tables.Key} = ")
                .Parameter(key, tables.KeyColumn.ColumnType),
            cancellationToken
        );
    }

    /// <summary>Deletes a node and all below it; how many there were.</summary>
    public async Task<int> DeleteAsync(WriteSession session, string key, CancellationToken cancellationToken)
    {
        var tables = shape.In(session.Schema);
        var deleted = await session.ExecuteAsync(
            Within(
                new SqlWriter(session.Database.Dialect).Append($"DELETE FROM {tables.Nodes} WHERE {tables.Key}"),
                tables,
                key
            ),
            cancellationToken
        );
        await session.ExecuteAsync(
            Within(
                new SqlWriter(session.Database.Dialect).Append($"DELETE FROM {tables.Paths} WHERE {tables.Descendant}"),
                tables,
                key
            ),
            cancellationToken
        );
        return deleted;
    }

    /// <summary>Puts a node and all below it elsewhere: below a parent, last in a slot; without one it becomes a root.</summary>
    /// <exception cref="BadRequestException">The forest would become too deep.</exception>
    public async Task MoveAsync(
        WriteSession session,
        string key,
        string? parent,
        string? slot,
        CancellationToken cancellationToken
    )
    {
        var tables = shape.In(session.Schema);
        var detach = new SqlWriter(session.Database.Dialect).Append(
            $"DELETE FROM {tables.Paths} WHERE {tables.Descendant}"
        );
        Within(detach, tables, key)
            .Append(
                $" AND {tables.Ancestor} IN (SELECT {tables.Ancestor} FROM {tables.Paths} WHERE {tables.Depth} > 0 "
            )
            .Append($"AND {tables.Descendant} = ")
            .Parameter(key, tables.DescendantColumn.ColumnType)
            .Append(')');
        await session.ExecuteAsync(detach, cancellationToken);
        await session.ExecuteAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"UPDATE {tables.Paths} SET {tables.Type} = ")
                .Parameter(slot, tables.TypeColumn.ColumnType)
                .Append($" WHERE {tables.Depth} = 0 AND {tables.Descendant} = ")
                .Parameter(key, tables.DescendantColumn.ColumnType),
            cancellationToken
        );
        if (parent is not null && slot is not null)
        {
            await AttachAsync(session, tables, key, parent, slot, cancellationToken);
        }
    }

    /// <summary>The nodes of a slot in their order.</summary>
    public async Task<IReadOnlyList<string>> SlotAsync(
        WriteSession session,
        string parent,
        string slot,
        CancellationToken cancellationToken
    )
    {
        var tables = shape.In(session.Schema);
        return await session.ReadTextsAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"SELECT c.{tables.Descendant} FROM {tables.Paths} c JOIN {tables.Paths} o ")
                .Append($"ON o.{tables.Descendant} = c.{tables.Descendant} AND o.{tables.Depth} = 0 ")
                .Append($"WHERE c.{tables.Depth} = 1 AND c.{tables.Ancestor} = ")
                .Parameter(parent, tables.AncestorColumn.ColumnType)
                .Append($" AND o.{tables.Type} = ")
                .Parameter(slot, tables.TypeColumn.ColumnType)
                .Append($" ORDER BY c.{tables.Sort}, c.{tables.Descendant}"),
            cancellationToken
        );
    }

    /// <summary>Numbers the nodes of a slot from 1 in this order.</summary>
    public async Task OrderAsync(
        WriteSession session,
        string parent,
        IReadOnlyList<string> keys,
        CancellationToken cancellationToken
    )
    {
        var tables = shape.In(session.Schema);
        foreach (var some in keys.Select((Key, Index) => (Key, Sort: Index + 1)).Chunk(AtOnce))
        {
            var sql = new SqlWriter(session.Database.Dialect)
                .Append($"UPDATE {tables.Paths} SET {tables.Sort} = CASE {tables.Descendant}")
                .Join(
                    "",
                    some,
                    (w, node) =>
                        w.Append(" WHEN ")
                            .Parameter(node.Key, tables.DescendantColumn.ColumnType)
                            .Append(" THEN ")
                            .Append(node.Sort)
                )
                .Append($" END WHERE {tables.Depth} = 1 AND {tables.Ancestor} = ")
                .Parameter(parent, tables.AncestorColumn.ColumnType)
                .Append(" AND ")
                .In(tables.DescendantColumn.ColumnType, tables.Descendant, [.. some.Select(n => (object?)n.Key)]);
            await session.ExecuteAsync(sql, cancellationToken);
        }
    }

    /// <summary>Keys of a node and its ancestors with their distance.</summary>
    public async Task<IReadOnlyDictionary<string, int>> AncestorsAsync(
        WriteSession session,
        string key,
        CancellationToken cancellationToken
    )
    {
        var tables = shape.In(session.Schema);
        var rows = await session.ReadRowsAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"SELECT {tables.Ancestor}, {tables.Depth} FROM {tables.Paths} WHERE {tables.Descendant} = ")
                .Parameter(key, tables.DescendantColumn.ColumnType),
            (reader, values) => (Key: values.ReadText(reader, 0), Depth: values.ReadInt32(reader, 1)),
            cancellationToken
        );
        return rows.ToDictionary(r => r.Key, r => r.Depth, StringComparer.Ordinal);
    }

    private async Task AttachAsync(
        WriteSession session,
        ClosureTables tables,
        string key,
        string parent,
        string slot,
        CancellationToken cancellationToken
    )
    {
        var height = await session.ReadRowsAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"SELECT MAX({tables.Depth}) FROM {tables.Paths} WHERE {tables.Ancestor} = ")
                .Parameter(key, tables.AncestorColumn.ColumnType),
            (reader, values) => reader.IsDBNull(0) ? 0 : values.ReadInt32(reader, 0),
            cancellationToken
        );
        var depth = (await AncestorsAsync(session, parent, cancellationToken)).Values.DefaultIfEmpty(0).Max();
        ClosureRows.CheckDepth(shape, depth + 1 + height[0]);
        var sorts = await LastSortsAsync(session, parent, cancellationToken);
        await session.ExecuteAsync(
            new SqlWriter(session.Database.Dialect)
                .Append(
                    $"INSERT INTO {tables.Paths} ({tables.Ancestor}, {tables.Descendant}, {tables.Depth}, {tables.Sort}) "
                )
                .Append($"SELECT a.{tables.Ancestor}, d.{tables.Descendant}, a.{tables.Depth} + d.{tables.Depth} + 1, ")
                .Append($"CASE WHEN a.{tables.Depth} + d.{tables.Depth} = 0 THEN ")
                .Append(sorts.GetValueOrDefault(slot) + 1)
                .Append($" END FROM {tables.Paths} a, {tables.Paths} d WHERE a.{tables.Descendant} = ")
                .Parameter(parent, tables.DescendantColumn.ColumnType)
                .Append($" AND d.{tables.Ancestor} = ")
                .Parameter(key, tables.AncestorColumn.ColumnType),
            cancellationToken
        );
    }

    /// <summary>The highest number in each slot of a node.</summary>
    private async Task<Dictionary<string, int>> LastSortsAsync(
        WriteSession session,
        string parent,
        CancellationToken cancellationToken
    )
    {
        var tables = shape.In(session.Schema);
        var rows = await session.ReadRowsAsync(
            new SqlWriter(session.Database.Dialect)
                .Append($"SELECT o.{tables.Type}, MAX(c.{tables.Sort}) FROM {tables.Paths} c JOIN {tables.Paths} o ")
                .Append($"ON o.{tables.Descendant} = c.{tables.Descendant} AND o.{tables.Depth} = 0 ")
                .Append($"WHERE c.{tables.Depth} = 1 AND c.{tables.Ancestor} = ")
                .Parameter(parent, tables.AncestorColumn.ColumnType)
                .Append($" GROUP BY o.{tables.Type}"),
            (reader, values) =>
                (
                    Slot: reader.IsDBNull(0) ? "" : values.ReadText(reader, 0),
                    Sort: reader.IsDBNull(1) ? 0 : values.ReadInt32(reader, 1)
                ),
            cancellationToken
        );
        return rows.ToDictionary(r => r.Slot, r => r.Sort, StringComparer.Ordinal);
    }

    private static SqlWriter Within(SqlWriter sql, ClosureTables tables, string key) =>
        sql.Append($" IN (SELECT {tables.Descendant} FROM {tables.Paths} WHERE {tables.Ancestor} = ")
            .Parameter(key, tables.AncestorColumn.ColumnType)
            .Append(')');
}
