using System.Data.Common;
using Pergola.Core.Ids;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Data.Dialects;

/// <summary>
/// Data definition statements. Names arrive unquoted and physical; the result is complete SQL. What removes or alters is
/// told what the table looks like, because databases made by others name keys in their own way.
/// </summary>
public abstract class DdlSyntax
{
    /// <summary>Whether an index can be built outside a transaction while others write.</summary>
    public abstract bool BuildsIndexesBesideWriters { get; }

    /// <summary>Statements that create a table with columns, primary key and unique constraints.</summary>
    public abstract IReadOnlyList<string> CreateTable(Collection collection);

    public abstract IReadOnlyList<string> DropTable(TableName table, bool cascade);

    public abstract IReadOnlyList<string> AddColumn(Collection collection, ColumnField column, PhysicalTable physical);

    /// <summary>Drops a column with every index and constraint that uses it.</summary>
    public abstract IReadOnlyList<string> DropColumn(TableName table, ColumnField column, PhysicalTable physical);

    /// <summary>Sets or drops the default of a column.</summary>
    public abstract IReadOnlyList<string> AlterDefault(TableName table, ColumnField column, PhysicalTable physical);

    /// <summary>Lets a column be NULL, or not, as its field says.</summary>
    public abstract IReadOnlyList<string> AlterNull(TableName table, ColumnField column, PhysicalTable physical);

    /// <summary>Lets a column be NULL that no field fills any more.</summary>
    public abstract IReadOnlyList<string> DropNotNull(TableName table, ColumnField column, PhysicalTable physical);

    public abstract IReadOnlyList<string> AddUnique(TableName table, UniqueKey key);

    public abstract IReadOnlyList<string> DropUnique(TableName table, UniqueKey key, PhysicalTable physical);

    /// <summary>Creates an index; outside any transaction when <paramref name="concurrently"/>.</summary>
    public abstract string CreateIndex(TableName table, IndexKey index, bool concurrently);

    public abstract IReadOnlyList<string> DropIndex(TableName table, IndexKey index, PhysicalTable physical);

    /// <summary>Removes what is left of an index whose build failed; outside any transaction.</summary>
    public abstract string DropInvalidIndex(TableName table, IndexKey index);

    /// <summary>Literal of a column default, such as <c>'gold'</c>.</summary>
    public abstract string Literal(ColumnType type, object value);

    /// <summary>What exists: tables with columns, unique keys and indexes, for start-up and adoption.</summary>
    public abstract Task<PhysicalSchema> ReadSchemaAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string? schemaName,
        CancellationToken cancellationToken
    );

    /// <summary>Literal of a column's default, or null when it has none.</summary>
    /// <exception cref="Core.Errors.ValidationException">The default does not fit the type.</exception>
    protected string? DefaultOf(ColumnField column)
    {
        if (column.DefaultValue is not { } json || column.IsAutoIncrement)
        {
            return null;
        }

        // A default is the same whenever the table is made: it depends on neither clock, ids nor user.
        var context = new ValueContext { Clock = TimeProvider.System, Ids = new SnowflakeIds(TimeProvider.System, 0) };
        return column.Type.Parse(json, column, context) is { } value ? Literal(column.ColumnType, value) : null;
    }

    /// <summary>Text as a literal.</summary>
    protected static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>Columns of a table: two fields may share one.</summary>
    protected static IEnumerable<ColumnField> ColumnsOf(Collection collection) =>
        collection.Columns.DistinctBy(c => c.ColumnName, StringComparer.Ordinal);

    protected static string List(IEnumerable<ColumnField> columns) =>
        string.Join(", ", columns.Select(c => c.QuotedColumn));
}
