using System.Data.Common;
using System.Globalization;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Data.PostgreSql;

internal sealed class PostgreSqlDdlSyntax : DdlSyntax
{
    private static readonly PostgreSqlColumnTypes Types = new();

    public override bool BuildsIndexesBesideWriters => true;

    public override IReadOnlyList<string> CreateTable(Collection collection)
    {
        var parts = ColumnsOf(collection).Select(Declaration).ToList();
        if (collection.PrimaryKey.Count > 0)
        {
            parts.Add($"PRIMARY KEY ({List(collection.PrimaryKey)})");
        }

        parts.AddRange(collection.UniqueKeys.Select(Constraint));
        return [$"CREATE TABLE {collection.Table.Quoted} ({string.Join(", ", parts)})"];
    }

    public override IReadOnlyList<string> DropTable(TableName table, bool cascade) =>
        [$"DROP TABLE IF EXISTS {table.Quoted}{(cascade ? " CASCADE" : "")}"];

    public override IReadOnlyList<string> AddColumn(Collection collection, ColumnField column, PhysicalTable physical)
    {
        var primaryKey = collection.PrimaryKey is [var only] && only == column ? " PRIMARY KEY" : "";
        return [$"ALTER TABLE {collection.Table.Quoted} ADD COLUMN {Declaration(column)}{primaryKey}"];
    }

    public override IReadOnlyList<string> DropColumn(TableName table, ColumnField column, PhysicalTable physical) =>
        [$"ALTER TABLE {table.Quoted} DROP COLUMN IF EXISTS {column.QuotedColumn}"];

    public override IReadOnlyList<string> AlterDefault(TableName table, ColumnField column, PhysicalTable physical)
    {
        var change = DefaultOf(column) is { } literal ? $"SET DEFAULT {literal}" : "DROP DEFAULT";
        return [$"ALTER TABLE {table.Quoted} ALTER COLUMN {column.QuotedColumn} {change}"];
    }

    public override IReadOnlyList<string> AlterNull(TableName table, ColumnField column, PhysicalTable physical) =>
        [
            $"ALTER TABLE {table.Quoted} ALTER COLUMN {column.QuotedColumn} {(column.AllowNull ? "DROP" : "SET")} NOT NULL",
        ];

    public override IReadOnlyList<string> DropNotNull(TableName table, ColumnField column, PhysicalTable physical) =>
        [$"ALTER TABLE {table.Quoted} ALTER COLUMN {column.QuotedColumn} DROP NOT NULL"];

    public override IReadOnlyList<string> AddUnique(TableName table, UniqueKey key) =>
        [$"ALTER TABLE {table.Quoted} ADD {Constraint(key)}"];

    public override IReadOnlyList<string> DropUnique(TableName table, UniqueKey key, PhysicalTable physical)
    {
        // Either form may be there: the constraint takes its index with it, a bare unique index has no constraint.
        var names = physical.UniqueKeysOver([.. key.Columns.Select(c => c.ColumnName)]);
        return
        [
            .. names.SelectMany(name =>
                (string[])
                    [
                        $"ALTER TABLE {table.Quoted} DROP CONSTRAINT IF EXISTS {Quoting.Identifier(name)}",
                        $"DROP INDEX IF EXISTS {IndexName(table, name)}",
                    ]
            ),
        ];
    }

    public override string CreateIndex(TableName table, IndexKey index, bool concurrently) =>
        $"CREATE INDEX {(concurrently ? "CONCURRENTLY " : "")}IF NOT EXISTS {Quoting.Identifier(index.Name)} ON {table.Quoted} ({List(index.Columns)})";

    public override IReadOnlyList<string> DropIndex(TableName table, IndexKey index, PhysicalTable physical) =>
        [
            .. physical
                .IndexesOver(index.Columns.Select(c => c.ColumnName))
                .Select(name => $"DROP INDEX IF EXISTS {IndexName(table, name)}"),
        ];

    public override string DropInvalidIndex(TableName table, IndexKey index) =>
        $"DROP INDEX CONCURRENTLY IF EXISTS {IndexName(table, index.Name)}";

    public override string Literal(ColumnType type, object value) =>
        (type.Kind, value) switch
        {
            (ColumnKind.Array, string json) => Quoted(PostgreSqlArrayLiteral.Of(json)),
            (_, string text) => Quoted(text),
            (_, bool flag) => flag ? "true" : "false",
            (_, float number) => Quoted(number.ToString("R", CultureInfo.InvariantCulture)),
            (_, double number) => Quoted(number.ToString("R", CultureInfo.InvariantCulture)),
            (ColumnKind.Instant, DateTime moment) => Quoted(
                moment.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) + "+00"
            ),
            (_, DateTime moment) => Quoted(moment.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)),
            (_, DateOnly date) => Quoted(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            (_, TimeOnly time) => Quoted(time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)),
            (_, byte[] bytes) => Quoted("\\x" + Convert.ToHexString(bytes)),
            (_, IFormattable other) => other is Guid
                ? Quoted(other.ToString(null, CultureInfo.InvariantCulture))
                : other.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException($"A default of {value.GetType().Name}"),
        };

    public override Task<PhysicalSchema> ReadSchemaAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string? schemaName,
        CancellationToken cancellationToken
    ) => PostgreSqlCatalog.ReadAsync(connection, transaction, schemaName, cancellationToken);

    private string Declaration(ColumnField column)
    {
        var type = (column.IsAutoIncrement, column.ColumnType.Kind) switch
        {
            (true, ColumnKind.Int32) => "serial",
            (true, ColumnKind.Int64) => "bigserial",
            _ => Types.SqlName(column.ColumnType),
        };
        var notNull = column.AllowNull ? "" : " NOT NULL";
        return $"{column.QuotedColumn} {type}{notNull}{(DefaultOf(column) is { } value ? " DEFAULT " + value : "")}";
    }

    private static string Constraint(UniqueKey key) =>
        $"CONSTRAINT {Quoting.Identifier(key.Name)} UNIQUE ({List(key.Columns)})";

    private static string IndexName(TableName table, string name) => new TableName(table.SchemaName, name).Quoted;
}
