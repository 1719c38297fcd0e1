using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Sql;

namespace Pergola.Data.Operators;

/// <summary>What a condition is about: a column, or a place inside the JSON document of one.</summary>
internal readonly record struct Subject(FieldPath Path)
{
    public static readonly ColumnType TextType = new(ColumnKind.Text);

    public static readonly ColumnType NumberType = new(ColumnKind.Double);

    public bool IsDocument => Path.Document.Count > 0;

    public ColumnType Type => Path.Field.ColumnType;

    /// <summary>Whether the subject is text without a cast.</summary>
    public bool IsText => IsDocument || Type.Kind is ColumnKind.String or ColumnKind.Text;

    /// <summary>Whether the column holds JSON or an array and the whole of it is meant.</summary>
    public bool IsStructure => !IsDocument && Type.Kind is ColumnKind.Json or ColumnKind.JsonBinary or ColumnKind.Array;

    /// <summary>Expression to be tested for NULL.</summary>
    public string Plain(SqlWriter sql, string column) => IsDocument ? DocumentText(sql, column) : column;

    /// <summary>Expression to be matched with patterns.</summary>
    public string Text(SqlWriter sql, string column) =>
        IsDocument ? DocumentText(sql, column)
        : IsText ? column
        : sql.Dialect.Text.AsText(Type, column);

    /// <summary>Expression to be compared with values of a type.</summary>
    public string Comparable(SqlWriter sql, string column, ColumnType valueType)
    {
        if (!IsDocument)
        {
            return sql.Dialect.Columns.Comparable(Type, column);
        }

        return valueType.Kind == ColumnKind.Double ? DocumentNumber(sql, column) : DocumentText(sql, column);
    }

    private string DocumentText(SqlWriter sql, string column)
    {
        var (type, path) = (Type, Path.Document);
        return "(" + sql.Capture(inner => inner.Dialect.Json.ExtractText(inner, type, column, path)) + ")";
    }

    private string DocumentNumber(SqlWriter sql, string column)
    {
        var (type, path) = (Type, Path.Document);
        return "(" + sql.Capture(inner => inner.Dialect.Json.ExtractNumber(inner, type, column, path)) + ")";
    }
}
