using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Sql;

/// <summary>Column lists that read rows back without loss, for RETURNING and for plain selects of one table.</summary>
public static class ReturnedColumns
{
    /// <summary>Every column of the collection in table order.</summary>
    public static string Of(Collection collection, Dialect dialect) => Of(collection.Columns, dialect);

    public static string Of(IReadOnlyList<ColumnField> columns, Dialect dialect) =>
        string.Join(", ", columns.Select(c => dialect.Columns.Select(c.ColumnType, c.QuotedColumn)));
}
