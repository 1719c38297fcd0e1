using Pergola.Data.Fields;
using Pergola.Data.Sql;

namespace Pergola.Data.Dialects;

/// <summary>JSON documents and arrays in columns (kinds Json, JsonBinary and Array).</summary>
public abstract class JsonFunctions
{
    /// <summary>Text of the value at a path inside a document, NULL when absent. Path segments become parameters.</summary>
    public abstract void ExtractText(SqlWriter sql, ColumnType type, string column, IReadOnlyList<string> path);

    /// <summary>Number at a path inside a document, NULL when absent or not a number.</summary>
    public abstract void ExtractNumber(SqlWriter sql, ColumnType type, string column, IReadOnlyList<string> path);

    /// <summary>Condition that the array has no element; false for NULL.</summary>
    public abstract void IsEmptyArray(SqlWriter sql, ColumnType type, string column);

    /// <summary>Condition that array and parameter have the same elements; both are sorted on save. NULL for NULL.</summary>
    public abstract void SameElements(
        SqlWriter sql,
        ColumnType type,
        string column,
        IReadOnlyList<string> jsonElements
    );

    /// <summary>
    /// Condition that array and parameter share an element; NULL for NULL. Elements are given as JSON texts
    /// (<c>"a"</c>, <c>5</c>): numbers match numbers and texts match texts on every dialect.
    /// </summary>
    public abstract void SharesElement(
        SqlWriter sql,
        ColumnType type,
        string column,
        IReadOnlyList<string> jsonElements
    );

    /// <summary>Condition that the document contains the given one (containment as PostgreSQL defines it).</summary>
    public abstract void Contains(SqlWriter sql, ColumnType type, string column, string json);
}
