using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Ddl;

/// <summary>
/// Numbers the rows of a table that gets a sort column, scope by scope: by the key that numbers itself, else by the time
/// of creation, else by the key.
/// </summary>
public sealed record NumberRows(ColumnField Column, ColumnField? Scope) : DdlChange(Column.Collection.Table)
{
    public override IReadOnlyList<string> Columns => [Column.ColumnName];

    public override IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical)
    {
        if (Column.Collection.PrimaryKey is not [var key])
        {
            // Rows that nothing tells apart cannot be put in order.
            return [];
        }

        var order = key.IsAutoIncrement ? key : CreatedAt ?? key;
        var scope = Scope is null ? "" : $"PARTITION BY {Scope.QuotedColumn} ";
        var table = Table.Quoted;
        return
        [
            $"UPDATE {table} SET {Column.QuotedColumn} = \"n\".\"number\" FROM (SELECT {key.QuotedColumn} AS \"key\", "
                + $"ROW_NUMBER() OVER ({scope}ORDER BY {order.QuotedColumn}, {key.QuotedColumn}) AS \"number\" "
                + $"FROM {table}) AS \"n\" WHERE {table}.{key.QuotedColumn} = \"n\".\"key\" "
                + $"AND {table}.{Column.QuotedColumn} IS NULL",
        ];
    }

    private ColumnField? CreatedAt => Column.Collection.Columns.FirstOrDefault(c => c.Role == FieldRole.CreatedAt);
}
