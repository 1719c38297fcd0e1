using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Fields;

namespace Pergola.Data.Querying;

/// <summary>Conditions on grouped values: by alias, joined by AND.</summary>
internal static class HavingParser
{
    private const int MaxConditions = 100;

    private static readonly Dictionary<string, string> Comparisons = new(StringComparer.Ordinal)
    {
        ["$eq"] = "=",
        ["$ne"] = "<>",
        ["$gt"] = ">",
        ["$gte"] = ">=",
        ["$lt"] = "<",
        ["$lte"] = "<=",
    };

    /// <exception cref="PergolaException">A name, operator or value is wrong; the message names it.</exception>
    public static IReadOnlyList<AggregateCondition> Parse(JsonElement having, AggregateQuery query, ValueContext values)
    {
        var conditions = Conditions(having, query, values).Take(MaxConditions + 1).ToList();
        return conditions.Count <= MaxConditions
            ? conditions
            : throw new BadRequestException("{parameter} is too long", [("parameter", "having")], "having");
    }

    private static IEnumerable<AggregateCondition> Conditions(
        JsonElement having,
        AggregateQuery query,
        ValueContext values
    )
    {
        if (having.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("having must be an object", field: "having");
        }

        return having
            .EnumerateObject()
            .SelectMany(entry =>
                entry is { Name: "$and", Value.ValueKind: JsonValueKind.Array }
                    ? entry.Value.EnumerateArray().SelectMany(e => Conditions(e, query, values))
                    : Conditions(ColumnOf(entry.Name, query), entry.Value, values)
            );
    }

    private static AggregateColumn ColumnOf(string alias, AggregateQuery query) =>
        query.Columns.FirstOrDefault(c => c.Alias == alias)
        ?? throw new BadRequestException("Invalid having field: {field}", [("field", alias)], alias);

    private static IEnumerable<AggregateCondition> Conditions(
        AggregateColumn column,
        JsonElement value,
        ValueContext values
    ) =>
        value.ValueKind == JsonValueKind.Object
            ? value
                .EnumerateObject()
                .Select(e =>
                    Comparisons.TryGetValue(e.Name, out var comparison)
                        ? Condition(column, comparison, e.Value, values)
                        : throw new BadRequestException(
                            "Unknown operator \"{operator}\" on \"{path}\"",
                            [("operator", e.Name), ("path", column.Alias)],
                            column.Alias
                        )
                )
            : [Condition(column, "=", value, values)];

    private static AggregateCondition Condition(
        AggregateColumn column,
        string comparison,
        JsonElement value,
        ValueContext values
    )
    {
        var field = column.Path.Field;
        if (column.Function == "count" || (column.Function is not null && AggregateParser.IsNumber(field)))
        {
            return Number(column, comparison, value);
        }

        if (column.Format is not null)
        {
            return value.ValueKind == JsonValueKind.String
                ? new AggregateCondition(column, comparison, value.GetString()!, new ColumnType(ColumnKind.Text))
                : throw Unfit(column);
        }

        if (AggregateParser.IsNumber(field) && field.ColumnType.Kind != ColumnKind.Decimal)
        {
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole)
                ? new AggregateCondition(column, comparison, whole, new ColumnType(ColumnKind.Int64))
                : Number(column, comparison, value);
        }

        if (
            value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null
            || field.ColumnType.Kind is ColumnKind.Json or ColumnKind.JsonBinary or ColumnKind.Array or ColumnKind.Bytes
        )
        {
            throw Unfit(column);
        }

        var operand = field.Type.ParseOperand(value, field, values) ?? throw Unfit(column);
        return new AggregateCondition(column, comparison, operand, field.ColumnType);
    }

    private static AggregateCondition Number(AggregateColumn column, string comparison, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && double.IsFinite(number)
            ? new AggregateCondition(column, comparison, number, new ColumnType(ColumnKind.Double))
            : throw Unfit(column);

    private static BadRequestException Unfit(AggregateColumn column) =>
        new("The value compared with \"{field}\" does not fit", [("field", column.Alias)], column.Alias);
}
