using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Data.Querying;

/// <summary><c>filterByTk</c>: one key, several keys, or an object for keys of several columns.</summary>
public static class KeyParser
{
    private const string Parameter = "filterByTk";

    /// <summary>The condition that a record has the key, or one of the keys.</summary>
    /// <exception cref="PergolaException">A value does not fit the key, or its shape is wrong.</exception>
    public static FilterNode Filter(JsonElement keys, Collection collection, ValueContext values)
    {
        QueryText.CheckAll(keys, Parameter);
        if (keys.ValueKind == JsonValueKind.Object)
        {
            return Composite(keys, collection, values);
        }

        if (
            keys.ValueKind == JsonValueKind.Array
            && keys.EnumerateArray().Any(k => k.ValueKind == JsonValueKind.Object)
        )
        {
            return new FilterGroup(
                IsAnd: false,
                [.. keys.EnumerateArray().Select(k => Composite(k, collection, values))]
            );
        }

        var column = Single(collection);
        if (keys.ValueKind != JsonValueKind.Array)
        {
            return FilterCondition.EqualTo(column, Value(keys, column, values));
        }

        var list = keys.EnumerateArray().Select(k => (object?)Value(k, column, values)).ToList();
        return new FilterCondition(FieldPath.Of(column), (sql, name) => sql.In(column.ColumnType, name, list));
    }

    /// <summary>The key when it is one scalar for a key of one column, else null.</summary>
    public static RecordKey? TryScalar(JsonElement key, Collection collection, ValueContext values)
    {
        if (
            key.ValueKind is JsonValueKind.Array or JsonValueKind.Object
            || collection.FilterTargetKey.Count != 1
            || collection.PrimaryKey.Count != 1
            || collection.FilterTargetKey[0] != collection.PrimaryKey[0]
        )
        {
            return null;
        }

        var column = collection.PrimaryKey[0];
        return new RecordKey(collection.PrimaryKey, [Value(key, column, values)]);
    }

    /// <summary>One value of a key column.</summary>
    public static object Value(JsonElement value, ColumnField column, ValueContext values) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            ? column.Type.ParseOperand(value, column, values) ?? throw Malformed(column)
            : throw Malformed(column);

    private static ColumnField Single(Collection collection) =>
        collection.FilterTargetKey.Count <= 1
            ? collection.SingleKey
            : throw new BadRequestException(
                "{parameter} of collection {collection} must be an object with {fields}",
                [
                    ("parameter", Parameter),
                    ("collection", collection.Name),
                    ("fields", string.Join(", ", collection.FilterTargetKey.Select(c => c.Name))),
                ],
                Parameter
            );

    private static FilterNode Composite(JsonElement key, Collection collection, ValueContext values)
    {
        if (key.ValueKind != JsonValueKind.Object || collection.FilterTargetKey.Count == 0)
        {
            throw new BadRequestException("{parameter} is malformed", [("parameter", Parameter)], Parameter);
        }

        FilterNode? filter = null;
        foreach (var column in collection.FilterTargetKey)
        {
            var value = key.TryGetProperty(column.Name, out var part)
                ? Value(part, column, values)
                : throw new BadRequestException(
                    "{parameter} lacks {field}",
                    [("parameter", Parameter), ("field", column.Name)],
                    Parameter
                );
            filter = FilterNode.And(filter, FilterCondition.EqualTo(column, value));
        }

        return filter!;
    }

    private static BadRequestException Malformed(ColumnField column) =>
        new("\"{field}\" is not a key", [("field", column.Name)], Parameter);
}
