using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Sqlite;

/// <summary>
/// Changes that SQLite's ALTER TABLE does not know: a new table takes the rows and the name of the old one. Every column
/// keeps its declaration, those of others included; indexes and triggers are made again from their own text.
/// </summary>
internal static class TableRebuild
{
    private const string AutomaticIndex = "sqlite_autoindex_";

    /// <summary>Whether a unique key stands in the table's declaration and not beside it as an index.</summary>
    public static bool IsPartOfTable(string keyName) => keyName.StartsWith(AutomaticIndex, StringComparison.Ordinal);

    /// <summary>Adds a column; an empty key means that the column declares it itself.</summary>
    public static IReadOnlyList<string> With(
        TableName table,
        PhysicalTable physical,
        PhysicalColumn column,
        IReadOnlyList<string> primaryKey
    ) =>
        Build(
            table,
            physical,
            [.. physical.Declarations, column],
            primaryKey,
            [.. InlineKeys(physical)],
            [.. physical.Definitions.Values]
        );

    public static IReadOnlyList<string> Without(TableName table, PhysicalTable physical, string column)
    {
        var touched = physical
            .UniqueKeys.Concat(physical.Indexes)
            .Where(k => k.Value.Contains(column, StringComparer.Ordinal))
            .Select(k => k.Key)
            .ToHashSet(StringComparer.Ordinal);
        return Build(
            table,
            physical,
            [.. physical.Declarations.Where(c => c.Name != column)],
            [.. physical.PrimaryKey.Where(c => c != column)],
            [.. InlineKeys(physical).Where(k => !k.Contains(column, StringComparer.Ordinal))],
            [.. physical.Definitions.Where(d => !touched.Contains(d.Key)).Select(d => d.Value)]
        );
    }

    public static IReadOnlyList<string> Replacing(TableName table, PhysicalTable physical, PhysicalColumn column) =>
        Build(
            table,
            physical,
            [.. physical.Declarations.Select(c => c.Name == column.Name ? column : c)],
            physical.PrimaryKey,
            [.. InlineKeys(physical)],
            [.. physical.Definitions.Values]
        );

    public static IReadOnlyList<string> WithoutUnique(
        TableName table,
        PhysicalTable physical,
        IReadOnlyCollection<string> keyNames
    ) =>
        Build(
            table,
            physical,
            physical.Declarations,
            physical.PrimaryKey,
            [.. physical.UniqueKeys.Where(k => IsPartOfTable(k.Key) && !keyNames.Contains(k.Key)).Select(k => k.Value)],
            [.. physical.Definitions.Where(d => !keyNames.Contains(d.Key)).Select(d => d.Value)]
        );

    private static List<string> Build(
        TableName table,
        PhysicalTable physical,
        IReadOnlyList<PhysicalColumn> columns,
        IReadOnlyList<string> primaryKey,
        IReadOnlyList<IReadOnlyList<string>> uniqueKeys,
        IReadOnlyList<string> definitions
    )
    {
        var temporary = new TableName(null, table.Name + "__rebuild");
        var autoIncrement = physical.AutoIncrements;
        var parts = columns
            .Select(c =>
                $"{Quoting.Identifier(c.Name)} {c.Sql}"
                + (autoIncrement && primaryKey is [var key] && key == c.Name ? " PRIMARY KEY AUTOINCREMENT" : "")
            )
            .ToList();
        if (primaryKey.Count > 0 && !(autoIncrement && primaryKey.Count == 1))
        {
            parts.Add($"PRIMARY KEY ({List(primaryKey)})");
        }

        parts.AddRange(uniqueKeys.Select(k => $"UNIQUE ({List(k)})"));
        var kept = List(columns.Select(c => c.Name).Where(physical.Columns.Contains));
        var statements = new List<string>
        {
            $"CREATE TABLE {temporary.Quoted} ({string.Join(", ", parts)})",
            $"INSERT INTO {temporary.Quoted} ({kept}) SELECT {kept} FROM {table.Quoted}",
        };
        if (autoIncrement && primaryKey.Count == 1)
        {
            var from = Literal(table.Name);
            var to = Literal(temporary.Name);
            // Numbers of deleted rows must not come back.
            statements.Add($"DELETE FROM sqlite_sequence WHERE name = {to}");
            statements.Add(
                $"INSERT INTO sqlite_sequence (name, seq) SELECT {to}, seq FROM sqlite_sequence WHERE name = {from}"
            );
        }

        statements.Add($"DROP TABLE {table.Quoted}");
        statements.Add($"ALTER TABLE {temporary.Quoted} RENAME TO {Quoting.Identifier(table.Name)}");
        statements.AddRange(definitions);
        return statements;
    }

    private static IEnumerable<IReadOnlyList<string>> InlineKeys(PhysicalTable physical) =>
        physical.UniqueKeys.Where(k => IsPartOfTable(k.Key)).Select(k => k.Value);

    private static string List(IEnumerable<string> columns) => string.Join(", ", columns.Select(Quoting.Identifier));

    private static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
