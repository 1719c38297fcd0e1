using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Sql;

namespace Pergola.Data.PostgreSql;

internal sealed class PostgreSqlJsonFunctions : JsonFunctions
{
    private static readonly ColumnType Text = new(ColumnKind.Text);

    public override void ExtractText(SqlWriter sql, ColumnType type, string column, IReadOnlyList<string> path)
    {
        sql.Append('(').Append(Document(type, column)).Append(" #>> ");
        AppendPath(sql, path);
        sql.Append(')');
    }

    public override void ExtractNumber(SqlWriter sql, ColumnType type, string column, IReadOnlyList<string> path)
    {
        var document = Binary(type, column);
        sql.Append("(CASE WHEN jsonb_typeof(").Append(document).Append(" #> ");
        AppendPath(sql, path);
        sql.Append(") = 'number' THEN (").Append(document).Append(" #>> ");
        AppendPath(sql, path);
        sql.Append(")::double precision END)");
    }

    public override void IsEmptyArray(SqlWriter sql, ColumnType type, string column) =>
        sql.Append(
            type.Kind == ColumnKind.Array
                ? $"COALESCE(cardinality({column}) = 0, false)"
                : $"COALESCE({Binary(type, column)} = '[]'::jsonb, false)"
        );

    public override void SameElements(SqlWriter sql, ColumnType type, string column, IReadOnlyList<string> jsonElements)
    {
        var elements = Elements(sql, type, jsonElements);
        var array = Searchable(type, column);
        sql.Append($"({array} @> {elements} AND {array} <@ {elements})");
    }

    public override void SharesElement(
        SqlWriter sql,
        ColumnType type,
        string column,
        IReadOnlyList<string> jsonElements
    )
    {
        var elements = Elements(sql, type, jsonElements);
        sql.Append(
            type.Kind == ColumnKind.Array
                ? $"({Searchable(type, column)} && {elements})"
                : $"({Binary(type, column)} @> ANY(ARRAY(SELECT jsonb_build_array(e) FROM jsonb_array_elements({elements}) e)))"
        );
    }

    public override void Contains(SqlWriter sql, ColumnType type, string column, string json)
    {
        var document =
            type.Kind == ColumnKind.Array
                ? TextArray(sql.Marker(JsonArrayText.OfElements(json), Text))
                : sql.Marker(json, Text) + "::jsonb";
        sql.Append($"({Searchable(type, column)} @> {document})");
    }

    private static string Elements(SqlWriter sql, ColumnType type, IReadOnlyList<string> jsonElements)
    {
        var json = JsonArrayText.Of(jsonElements);
        return type.Kind == ColumnKind.Array ? TextArray(sql.Marker(json, Text)) : sql.Marker(json, Text) + "::jsonb";
    }

    private static string Searchable(ColumnType type, string column) =>
        type.Kind == ColumnKind.Array ? $"{column}::text[]" : Binary(type, column);

    private static string TextArray(string marker) => $"ARRAY(SELECT jsonb_array_elements_text({marker}::jsonb))";

    private static string Binary(ColumnType type, string column) =>
        type.Kind switch
        {
            ColumnKind.JsonBinary => column,
            ColumnKind.Array => $"to_jsonb({column}::text[])",
            _ => $"{column}::jsonb",
        };

    private static string Document(ColumnType type, string column) =>
        type.Kind == ColumnKind.Json ? column : Binary(type, column);

    private static void AppendPath(SqlWriter sql, IReadOnlyList<string> path) =>
        sql.Append("ARRAY[").Join(", ", path, (s, segment) => s.Parameter(segment, Text)).Append("]::text[]");
}
