using System.Collections.Frozen;
using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using Pergola.Data.Dialects;

namespace Pergola.Data.PostgreSql;

/// <summary>Reads tables, columns, unique keys and indexes of one schema from the catalog.</summary>
internal static class PostgreSqlCatalog
{
    private const string ColumnsSql = """
        SELECT t.relname, a.attname
        FROM pg_class t
        JOIN pg_namespace n ON n.oid = t.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE n.nspname = COALESCE($1, current_schema()) AND t.relkind IN ('r', 'p')
        ORDER BY t.relname, a.attnum
        """;

    // An index that is being built right now counts as valid: it will be, or its builder removes it.
    private const string IndexesSql = """
        SELECT t.relname, x.relname, i.indisunique,
            i.indisvalid OR EXISTS (SELECT 1 FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid),
            ARRAY(
                SELECT a.attname::text
                FROM unnest(i.indkey) WITH ORDINALITY AS k(attnum, position)
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
                WHERE k.position <= i.indnkeyatts
                ORDER BY k.position
            )
        FROM pg_index i
        JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_class t ON t.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = t.relnamespace
        WHERE n.nspname = COALESCE($1, current_schema())
            AND t.relkind IN ('r', 'p') AND NOT i.indisprimary AND i.indpred IS NULL AND i.indexprs IS NULL
        """;

    public static async Task<PhysicalSchema> ReadAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string? schemaName,
        CancellationToken cancellationToken
    )
    {
        var tables = new Dictionary<string, Parts>(StringComparer.Ordinal);
        await using (var command = Command(connection, transaction, ColumnsSql, schemaName))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var parts = PartsOf(tables, reader.GetString(0));
                if (!await reader.IsDBNullAsync(1, cancellationToken))
                {
                    parts.Columns.Add(reader.GetString(1));
                }
            }
        }

        await using (var command = Command(connection, transaction, IndexesSql, schemaName))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                PartsOf(tables, reader.GetString(0))
                    .Add(
                        reader.GetString(1),
                        reader.GetBoolean(2),
                        reader.GetBoolean(3),
                        reader.GetFieldValue<string[]>(4)
                    );
            }
        }

        return new PhysicalSchema(
            tables.ToFrozenDictionary(t => t.Key, t => t.Value.ToTable(t.Key), StringComparer.Ordinal)
        );
    }

    private static NpgsqlCommand Command(
        DbConnection connection,
        DbTransaction? transaction,
        string text,
        string? schemaName
    )
    {
        var command = new NpgsqlCommand(text, (NpgsqlConnection)connection, (NpgsqlTransaction?)transaction);
        command.Parameters.Add(
            new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)schemaName ?? DBNull.Value }
        );
        return command;
    }

    private static Parts PartsOf(Dictionary<string, Parts> tables, string name)
    {
        if (!tables.TryGetValue(name, out var parts))
        {
            tables[name] = parts = new Parts();
        }

        return parts;
    }

    private sealed class Parts
    {
        private readonly Dictionary<string, IReadOnlyList<string>> _unique = new(StringComparer.Ordinal);
        private readonly Dictionary<string, IReadOnlyList<string>> _indexes = new(StringComparer.Ordinal);
        private readonly List<string> _invalid = [];

        public List<string> Columns { get; } = [];

        public void Add(string name, bool isUnique, bool isValid, string[] columns)
        {
            if (!isValid)
            {
                _invalid.Add(name);
                return;
            }

            (isUnique ? _unique : _indexes).Add(name, columns);
        }

        public PhysicalTable ToTable(string name) =>
            new(
                name,
                Columns.ToFrozenSet(StringComparer.Ordinal),
                _unique.ToFrozenDictionary(StringComparer.Ordinal),
                _indexes.ToFrozenDictionary(StringComparer.Ordinal)
            )
            {
                InvalidIndexes = _invalid.ToFrozenSet(StringComparer.Ordinal),
            };
    }
}
