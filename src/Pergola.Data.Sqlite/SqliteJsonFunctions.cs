using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Sql;
using Pergola.Data.Sqlite.Functions;

namespace Pergola.Data.Sqlite;

internal sealed class SqliteJsonFunctions : JsonFunctions
{
    private static readonly ColumnType Text = new(ColumnKind.Text);

    public override void ExtractText(SqlWriter sql, ColumnType type, string column, IReadOnlyList<string> path) =>
        Call(sql, SqliteFunctions.JsonPathText, column, PathText(path));

    public override void ExtractNumber(SqlWriter sql, ColumnType type, string column, IReadOnlyList<string> path) =>
        Call(sql, SqliteFunctions.JsonPathNumber, column, PathText(path));

    public override void IsEmptyArray(SqlWriter sql, ColumnType type, string column) =>
        sql.Append($"COALESCE(json_type({column}) = 'array' AND json_array_length({column}) = 0, 0)");

    public override void SameElements(SqlWriter sql, ColumnType type, string column, IReadOnlyList<string> jsonElements)
    {
        var elements = sql.Marker(Elements(type, jsonElements), Text);
        sql.Append(
            $"({SqliteFunctions.JsonContains}({column}, {elements}) AND {SqliteFunctions.JsonContains}({elements}, {column}))"
        );
    }

    public override void SharesElement(
        SqlWriter sql,
        ColumnType type,
        string column,
        IReadOnlyList<string> jsonElements
    ) => Call(sql, SqliteFunctions.JsonSharesElement, column, Elements(type, jsonElements));

    public override void Contains(SqlWriter sql, ColumnType type, string column, string json)
    {
        var document =
            type.Kind == ColumnKind.Array ? JsonArrayText.WithTextElements(JsonArrayText.OfElements(json)) : json;
        Call(sql, SqliteFunctions.JsonContains, column, document);
    }

    private static string Elements(ColumnType type, IReadOnlyList<string> jsonElements)
    {
        var json = JsonArrayText.Of(jsonElements);
        return type.Kind == ColumnKind.Array ? JsonArrayText.WithTextElements(json) : json;
    }

    private static string PathText(IReadOnlyList<string> path) => JsonSerializer.Serialize(path, JsonText.Serializer);

    private static void Call(SqlWriter sql, string function, string column, string argument) =>
        sql.Append(function).Append('(').Append(column).Append(", ").Parameter(argument, Text).Append(')');
}
