using System.Data.Common;
using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Trees;

/// <summary>Reads trees of a forest, each with one statement: parents before children, children in their order.</summary>
public sealed class ClosureReader(ClosureShape shape, Database database)
{
    /// <summary>What others have stored may be deeper than what is accepted here.</summary>
    private static readonly JsonDocumentOptions Stored = new() { MaxDepth = 512 };

    /// <summary>A node and all below it; nothing when there is no such node.</summary>
    public Task<IReadOnlyList<ClosureNode>> ReadAsync(
        SchemaSnapshot schema,
        string key,
        CancellationToken cancellationToken
    ) => ReadAsync(schema, (sql, tables) => sql.Parameter(key, tables.AncestorColumn.ColumnType), cancellationToken);

    /// <summary>The first child in a slot and all below it.</summary>
    public Task<IReadOnlyList<ClosureNode>> ReadChildAsync(
        SchemaSnapshot schema,
        string parent,
        string slot,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            schema,
            (sql, tables) =>
                sql.Append($"(SELECT c.{tables.Descendant} FROM {tables.Paths} c JOIN {tables.Paths} o ")
                    .Append($"ON o.{tables.Descendant} = c.{tables.Descendant} AND o.{tables.Depth} = 0 ")
                    .Append($"WHERE c.{tables.Depth} = 1 AND c.{tables.Ancestor} = ")
                    .Parameter(parent, tables.AncestorColumn.ColumnType)
                    .Append($" AND o.{tables.Type} = ")
                    .Parameter(slot, tables.TypeColumn.ColumnType)
                    .Append($" ORDER BY c.{tables.Sort}, c.{tables.Descendant} LIMIT 1)"),
            cancellationToken
        );

    /// <summary>The parent of a node and all below it.</summary>
    public Task<IReadOnlyList<ClosureNode>> ReadParentAsync(
        SchemaSnapshot schema,
        string key,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            schema,
            (sql, tables) =>
                sql.Append($"(SELECT c.{tables.Ancestor} FROM {tables.Paths} c WHERE c.{tables.Depth} = 1 ")
                    .Append($"AND c.{tables.Descendant} = ")
                    .Parameter(key, tables.DescendantColumn.ColumnType)
                    .Append(" LIMIT 1)"),
            cancellationToken
        );

    /// <summary>A node and all below it as the transaction sees them.</summary>
    public Task<IReadOnlyList<ClosureNode>> ReadAsync(
        WriteSession session,
        string key,
        CancellationToken cancellationToken
    )
    {
        var tables = shape.In(session.Schema);
        var sql = Select(tables, (w, t) => w.Parameter(key, t.AncestorColumn.ColumnType));
        return RunAsync(sql, session.Transaction.Connection, session.Transaction.Transaction, cancellationToken);
    }

    /// <summary>Some nodes by key, without what is below them, as the transaction sees them.</summary>
    public async Task<Dictionary<string, ClosureNode>> FindAsync(
        WriteSession session,
        IReadOnlyList<string> keys,
        CancellationToken cancellationToken
    )
    {
        var tables = shape.In(session.Schema);
        var sql = SelectNodes(tables, "0")
            .In(tables.KeyColumn.ColumnType, $"n.{tables.Key}", [.. keys.Cast<object?>()]);
        var found = await RunAsync(
            sql,
            session.Transaction.Connection,
            session.Transaction.Transaction,
            cancellationToken
        );
        return found.DistinctBy(n => n.Key).ToDictionary(n => n.Key, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<ClosureNode>> ReadAsync(
        SchemaSnapshot schema,
        Action<SqlWriter, ClosureTables> appendRoot,
        CancellationToken cancellationToken
    )
    {
        var tables = shape.In(schema);
        await using var connection = await database.OpenAsync(cancellationToken);
        return await RunAsync(Select(tables, appendRoot), connection, transaction: null, cancellationToken);
    }

    private SqlWriter Select(ClosureTables tables, Action<SqlWriter, ClosureTables> appendRoot)
    {
        var sql = SelectNodes(
            tables,
            $"t.{tables.Depth}",
            $"JOIN {tables.Paths} t ON t.{tables.Descendant} = n.{tables.Key} "
        );
        sql.Append($"t.{tables.Ancestor} = ");
        appendRoot(sql, tables);
        return sql.Append($" ORDER BY t.{tables.Depth}, p.{tables.Sort}, n.{tables.Key}");
    }

    private SqlWriter SelectNodes(ClosureTables tables, string depth, string join = "") =>
        new SqlWriter(database.Dialect)
            .Append($"SELECT n.{tables.Key}, n.{tables.Name}, ")
            .Append(database.Dialect.Columns.Select(tables.DocumentColumn.ColumnType, $"n.{tables.Document}"))
            .Append($", p.{tables.Ancestor}, o.{tables.Type}, o.{tables.Async}, p.{tables.Sort}, {depth} ")
            .Append($"FROM {tables.Nodes} n {join}")
            .Append($"LEFT JOIN {tables.Paths} o ON o.{tables.Descendant} = n.{tables.Key} AND o.{tables.Depth} = 0 ")
            .Append($"LEFT JOIN {tables.Paths} p ON p.{tables.Descendant} = n.{tables.Key} AND p.{tables.Depth} = 1 ")
            .Append("WHERE ");

    private async Task<IReadOnlyList<ClosureNode>> RunAsync(
        SqlWriter sql,
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var values = database.Dialect.Columns.Values;
        await using var command = database.CreateCommand(connection, transaction, sql.ToStatement());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var nodes = new List<ClosureNode>();
        while (await reader.ReadAsync(cancellationToken))
        {
            nodes.Add(ReadNode(reader, values));
        }

        return nodes;
    }

    private static ClosureNode ReadNode(DbDataReader reader, ValueReader values) =>
        new(
            values.ReadText(reader, 0),
            reader.IsDBNull(1) ? null : values.ReadText(reader, 1),
            reader.IsDBNull(2) ? JsonText.EmptyObject : Parse(values.ReadJson(reader, 2)),
            reader.IsDBNull(3) ? null : values.ReadText(reader, 3),
            reader.IsDBNull(4) ? null : values.ReadText(reader, 4),
            !reader.IsDBNull(5) && values.ReadBoolean(reader, 5),
            reader.IsDBNull(6) ? null : values.ReadInt32(reader, 6),
            reader.IsDBNull(7) ? 0 : values.ReadInt32(reader, 7)
        );

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, Stored);
        return document.RootElement.Clone();
    }
}
