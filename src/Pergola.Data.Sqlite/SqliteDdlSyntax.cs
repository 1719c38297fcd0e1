using System.Data.Common;
using System.Globalization;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Data.Sqlite;

/// <summary>
/// Unique constraints are unique indexes, so that they come and go without touching the table. What SQLite cannot alter
/// is done by <see cref="TableRebuild"/>.
/// </summary>
internal sealed class SqliteDdlSyntax : DdlSyntax
{
    private static readonly SqliteColumnTypes Types = new();

    public override bool BuildsIndexesBesideWriters => false;

    public override IReadOnlyList<string> CreateTable(Collection collection)
    {
        var inlineKey = InlineKey(collection);
        var parts = ColumnsOf(collection)
            .Select(c => $"{c.QuotedColumn} {(c == inlineKey ? InlineDeclaration(c) : Declaration(c))}")
            .ToList();
        if (inlineKey is null && collection.PrimaryKey.Count > 0)
        {
            parts.Add($"PRIMARY KEY ({List(collection.PrimaryKey)})");
        }

        return
        [
            $"CREATE TABLE {collection.Table.Quoted} ({string.Join(", ", parts)})",
            .. collection.UniqueKeys.SelectMany(key => AddUnique(collection.Table, key)),
        ];
    }

    public override IReadOnlyList<string> DropTable(TableName table, bool cascade) =>
        [$"DROP TABLE IF EXISTS {table.Quoted}"];

    public override IReadOnlyList<string> AddColumn(Collection collection, ColumnField column, PhysicalTable physical)
    {
        if (!column.IsPrimaryKey)
        {
            return [$"ALTER TABLE {collection.Table.Quoted} ADD COLUMN {column.QuotedColumn} {Declaration(column)}"];
        }

        return InlineKey(collection) == column
            ? TableRebuild.With(
                collection.Table,
                physical,
                new PhysicalColumn(column.ColumnName, InlineDeclaration(column)),
                []
            )
            : TableRebuild.With(
                collection.Table,
                physical,
                new PhysicalColumn(column.ColumnName, Declaration(column)),
                [.. collection.PrimaryKey.Select(c => c.ColumnName)]
            );
    }

    public override IReadOnlyList<string> DropColumn(TableName table, ColumnField column, PhysicalTable physical)
    {
        var name = column.ColumnName;
        var keys = physical.UniqueKeys.Where(k => k.Value.Contains(name, StringComparer.Ordinal)).Select(k => k.Key);
        var indexes = physical.Indexes.Where(i => i.Value.Contains(name, StringComparer.Ordinal)).Select(i => i.Key);
        var named = keys.Concat(indexes).ToList();
        if (physical.PrimaryKey.Contains(name, StringComparer.Ordinal) || named.Any(TableRebuild.IsPartOfTable))
        {
            return TableRebuild.Without(table, physical, name);
        }

        return [.. named.Select(DropIndexNamed), $"ALTER TABLE {table.Quoted} DROP COLUMN {column.QuotedColumn}"];
    }

    public override IReadOnlyList<string> AlterDefault(TableName table, ColumnField column, PhysicalTable physical) =>
        TableRebuild.Replacing(table, physical, new PhysicalColumn(column.ColumnName, Declaration(column)));

    public override IReadOnlyList<string> AlterNull(TableName table, ColumnField column, PhysicalTable physical) =>
        AlterDefault(table, column, physical);

    public override IReadOnlyList<string> DropNotNull(TableName table, ColumnField column, PhysicalTable physical) =>
        TableRebuild.Replacing(
            table,
            physical,
            new PhysicalColumn(column.ColumnName, Types.SqlName(column.ColumnType) + DefaultClause(column))
        );

    public override IReadOnlyList<string> AddUnique(TableName table, UniqueKey key) =>
        [$"CREATE UNIQUE INDEX {Quoting.Identifier(key.Name)} ON {table.Quoted} ({KeyColumns(key.Columns)})"];

    public override IReadOnlyList<string> DropUnique(TableName table, UniqueKey key, PhysicalTable physical)
    {
        var names = physical.UniqueKeysOver([.. key.Columns.Select(c => c.ColumnName)]).ToList();
        return names.Any(TableRebuild.IsPartOfTable)
            ? TableRebuild.WithoutUnique(table, physical, names)
            : [.. names.Select(DropIndexNamed)];
    }

    public override string CreateIndex(TableName table, IndexKey index, bool concurrently) =>
        $"CREATE INDEX IF NOT EXISTS {Quoting.Identifier(index.Name)} ON {table.Quoted} ({KeyColumns(index.Columns)})";

    public override IReadOnlyList<string> DropIndex(TableName table, IndexKey index, PhysicalTable physical) =>
        [.. physical.IndexesOver(index.Columns.Select(c => c.ColumnName)).Select(DropIndexNamed)];

    public override string DropInvalidIndex(TableName table, IndexKey index) => DropIndexNamed(index.Name);

    public override string Literal(ColumnType type, object value) =>
        StoredValues.Of(type, value) switch
        {
            string text => Quoted(text),
            byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            var number => Convert.ToString(number, CultureInfo.InvariantCulture)!,
        };

    public override Task<PhysicalSchema> ReadSchemaAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string? schemaName,
        CancellationToken cancellationToken
    ) => SqliteCatalog.ReadAsync(connection, transaction, cancellationToken);

    private string Declaration(ColumnField column) =>
        Types.SqlName(column.ColumnType) + (column.AllowNull ? "" : " NOT NULL") + DefaultClause(column);

    private string DefaultClause(ColumnField column) => DefaultOf(column) is { } value ? $" DEFAULT {value}" : "";

    private static string InlineDeclaration(ColumnField column) =>
        column.IsAutoIncrement ? "INTEGER PRIMARY KEY AUTOINCREMENT" : "INTEGER NOT NULL PRIMARY KEY";

    /// <summary>A single whole-number key is the row id itself.</summary>
    private static ColumnField? InlineKey(Collection collection) =>
        collection.PrimaryKey is [{ ColumnType.Kind: ColumnKind.Int32 or ColumnKind.Int64 } only] ? only : null;

    /// <summary>Columns with the collation their values are compared by, so that the index serves the comparison.</summary>
    private static string KeyColumns(IEnumerable<ColumnField> columns) =>
        string.Join(", ", columns.Select(c => Types.Comparable(c.ColumnType, c.QuotedColumn)));

    private static string DropIndexNamed(string name) => $"DROP INDEX IF EXISTS {Quoting.Identifier(name)}";
}
