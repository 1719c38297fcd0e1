using System.Collections.Frozen;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Pergola.Data.Dialects;

namespace Pergola.Data.Sqlite;

/// <summary>Reads tables, columns, keys and indexes from the file's own catalog.</summary>
internal static class SqliteCatalog
{
    private const string TablesSql = """
        SELECT name, sql LIKE '%AUTOINCREMENT%' FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
        """;

    private const string ColumnsSql = """
        SELECT m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
        FROM sqlite_schema m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table'
        ORDER BY m.name, c.cid
        """;

    // Partial indexes and those over expressions say nothing about plain columns.
    private const string IndexesSql = """
        SELECT m.name, i.name, i."unique", c.name
        FROM sqlite_schema m JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) c
        WHERE m.type = 'table' AND i.origin <> 'pk' AND i.partial = 0
            AND NOT EXISTS (SELECT 1 FROM pragma_index_info(i.name) e WHERE e.cid < 0)
        ORDER BY m.name, i.name, c.seqno
        """;

    private const string DefinitionsSql = """
        SELECT tbl_name, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL
        """;

    public static async Task<PhysicalSchema> ReadAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var tables = new Dictionary<string, Parts>(StringComparer.Ordinal);
        await foreach (var row in RowsAsync(connection, transaction, TablesSql, cancellationToken))
        {
            tables[row.GetString(0)] = new Parts(row.GetInt64(1) != 0);
        }

        await foreach (var row in RowsAsync(connection, transaction, ColumnsSql, cancellationToken))
        {
            if (tables.TryGetValue(row.GetString(0), out var parts))
            {
                parts.AddColumn(
                    row.GetString(1),
                    row.GetString(2),
                    row.GetInt64(3) != 0,
                    await row.IsDBNullAsync(4, cancellationToken) ? null : row.GetString(4),
                    row.GetInt32(5)
                );
            }
        }

        await foreach (var row in RowsAsync(connection, transaction, IndexesSql, cancellationToken))
        {
            if (tables.TryGetValue(row.GetString(0), out var parts))
            {
                parts.AddKeyColumn(row.GetString(1), row.GetInt64(2) != 0, row.GetString(3));
            }
        }

        await foreach (var row in RowsAsync(connection, transaction, DefinitionsSql, cancellationToken))
        {
            if (tables.TryGetValue(row.GetString(0), out var parts))
            {
                parts.Definitions[row.GetString(1)] = row.GetString(2);
            }
        }

        return new PhysicalSchema(
            tables.ToFrozenDictionary(t => t.Key, t => t.Value.ToTable(t.Key), StringComparer.Ordinal)
        );
    }

    private static async IAsyncEnumerable<DbDataReader> RowsAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var command = new SqliteCommand(sql, (SqliteConnection)connection, (SqliteTransaction?)transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return reader;
        }
    }

    private sealed class Parts(bool autoIncrements)
    {
        private readonly List<PhysicalColumn> _columns = [];
        private readonly SortedList<int, string> _primaryKey = [];
        private readonly Dictionary<string, List<string>> _unique = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<string>> _indexes = new(StringComparer.Ordinal);

        public Dictionary<string, string> Definitions { get; } = new(StringComparer.Ordinal);

        public void AddColumn(string name, string type, bool notNull, string? defaultSql, int keyPosition)
        {
            var sql = type + (notNull ? " NOT NULL" : "") + (defaultSql is null ? "" : $" DEFAULT ({defaultSql})");
            _columns.Add(new PhysicalColumn(name, sql));
            if (keyPosition > 0)
            {
                _primaryKey.Add(keyPosition, name);
            }
        }

        public void AddKeyColumn(string key, bool isUnique, string column)
        {
            var keys = isUnique ? _unique : _indexes;
            if (!keys.TryGetValue(key, out var columns))
            {
                keys[key] = columns = [];
            }

            columns.Add(column);
        }

        public PhysicalTable ToTable(string name) =>
            new(
                name,
                _columns.Select(c => c.Name).ToFrozenSet(StringComparer.Ordinal),
                Freeze(_unique),
                Freeze(_indexes)
            )
            {
                Declarations = _columns,
                PrimaryKey = [.. _primaryKey.Values],
                AutoIncrements = autoIncrements,
                Definitions = Definitions.ToFrozenDictionary(StringComparer.Ordinal),
            };

        private static FrozenDictionary<string, IReadOnlyList<string>> Freeze(Dictionary<string, List<string>> keys) =>
            keys.ToFrozenDictionary(k => k.Key, k => (IReadOnlyList<string>)k.Value, StringComparer.Ordinal);
    }
}
