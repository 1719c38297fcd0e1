using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Data.Querying;

/// <summary>The body of the action <c>query</c>: measures, dimensions, orders, filter and conditions on groups.</summary>
public sealed class AggregateParser(FilterParser filters)
{
    private const int DefaultLimit = 2000;
    private const int MaxColumns = 100;
    private static readonly HashSet<string> Functions = ["sum", "count", "avg", "min", "max"];

    private static readonly Dictionary<string, string> Comparisons = new(StringComparer.Ordinal)
    {
        ["$eq"] = "=",
        ["$ne"] = "<>",
        ["$gt"] = ">",
        ["$gte"] = ">=",
        ["$lt"] = "<",
        ["$lte"] = "<=",
    };

    /// <exception cref="PergolaException">A part of the body is wrong; the message names it.</exception>
    public AggregateQuery Parse(
        JsonElement body,
        Collection collection,
        ValueContext values,
        Func<string, JsonElement>? variables = null
    )
    {
        var measures = Items(body, "measures").Select(m => Measure(m, collection)).ToList();
        var dimensions = Items(body, "dimensions").Select(d => Dimension(d, collection)).ToList();
        if (measures.Count + dimensions.Count == 0)
        {
            throw new BadRequestException("Query action requires at least one measure or dimension");
        }

        var query = new AggregateQuery(collection)
        {
            Measures = measures,
            Dimensions = dimensions,
            Filter = body.Get("filter") is { } filter ? filters.Parse(filter, collection, values, variables) : null,
            Limit = Whole(body, "limit") ?? DefaultLimit,
            Offset = Whole(body, "offset") ?? 0,
        };
        return query with
        {
            Orders = [.. Items(body, "orders").Select(o => Order(o, query))],
            Having = body.Get("having") is { } having ? Conditions(having, query) : [],
        };
    }

    private static IReadOnlyList<JsonElement> Items(JsonElement body, string name)
    {
        if (body.Get(name) is not { } list)
        {
            return [];
        }

        if (
            list.ValueKind != JsonValueKind.Array
            || list.EnumerateArray().Any(i => i.ValueKind != JsonValueKind.Object)
        )
        {
            throw new BadRequestException("{parameter} must be an array of objects", [("parameter", name)], name);
        }

        return list.GetArrayLength() <= MaxColumns
            ? [.. list.EnumerateArray()]
            : throw new BadRequestException("{parameter} is too long", [("parameter", name)], name);
    }

    private static AggregateColumn Measure(JsonElement item, Collection collection)
    {
        var path = Path(item, collection);
        var function = item.Text("aggregation");
        if (function is not null && !Functions.Contains(function))
        {
            throw new BadRequestException(
                "Invalid aggregation function: {function}",
                [("function", function)],
                "aggregation"
            );
        }

        if (function is "sum" or "avg" && !IsNumber(path.Field))
        {
            throw new BadRequestException(
                "\"{field}\" is not a number, so it has no {function}",
                [("field", path.ToString()), ("function", function)],
                path.ToString()
            );
        }

        return new AggregateColumn(path, item.Text("alias") ?? path.ToString())
        {
            Function = function,
            Distinct = item.Flag("distinct") ?? false,
        };
    }

    private static AggregateColumn Dimension(JsonElement item, Collection collection)
    {
        var path = Path(item, collection);
        var format = item.Text("format");
        return new AggregateColumn(path, item.Text("alias") ?? path.ToString())
        {
            Format = format is null ? null : DateFormatParts.Parse(format, path.Field),
        };
    }

    private static FieldPath Path(JsonElement item, Collection collection)
    {
        string[] names = item.Get("field") switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!.Split('.'),
            { ValueKind: JsonValueKind.Array } list
                when list.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String) =>
            [
                .. list.EnumerateArray().Select(e => e.GetString()!),
            ],
            _ => throw new BadRequestException("A measure or dimension names no field", field: "field"),
        };
        List<Relation> relations = [];
        var owner = collection;
        foreach (var name in names[..^1])
        {
            if (relations.Count == 1 || !owner.TryGetRelation(name, out var relation))
            {
                throw QueryNames.UnknownField(owner, name, "query");
            }

            relations.Add(relation);
            owner = relation.Target;
        }

        return owner.TryGetColumn(names[^1], out var column) && !column.Hidden
            ? new FieldPath(relations, column, [])
            : throw QueryNames.UnknownField(owner, names[^1], "query");
    }

    private static AggregateOrder Order(JsonElement item, AggregateQuery query)
    {
        var path = item.Get("field") is null ? null : Path(item, query.Collection);
        var name = item.Text("alias") ?? path?.ToString() ?? "";
        var column =
            query.Columns.FirstOrDefault(c => c.Alias == name)
            ?? query.Columns.FirstOrDefault(c => c.Path.ToString() == name)
            ?? (query.IsGrouped || path is null ? null : new AggregateColumn(path, name));
        return column is null
            ? throw new BadRequestException(
                "Groups cannot be ordered by \"{field}\": it is neither measure nor dimension",
                [("field", name)],
                "orders"
            )
            : new AggregateOrder(column, item.Text("order") is "desc" or "DESC", item.Text("nulls") == "first");
    }

    private static List<AggregateCondition> Conditions(JsonElement having, AggregateQuery query)
    {
        if (having.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("having must be an object", field: "having");
        }

        var conditions = new List<AggregateCondition>();
        foreach (var entry in having.EnumerateObject())
        {
            if (entry.Name == "$and" && entry.Value.ValueKind == JsonValueKind.Array)
            {
                conditions.AddRange(entry.Value.EnumerateArray().SelectMany(e => Conditions(e, query)));
                continue;
            }

            var column =
                query.Columns.FirstOrDefault(c => c.Alias == entry.Name)
                ?? throw new BadRequestException("Invalid having field: {field}", [("field", entry.Name)], entry.Name);
            conditions.AddRange(Conditions(column, entry.Value));
        }

        return conditions;
    }

    private static IEnumerable<AggregateCondition> Conditions(AggregateColumn column, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [new AggregateCondition(column, "=", Operand(column, value))];
        }

        return value
            .EnumerateObject()
            .Select(e =>
                Comparisons.TryGetValue(e.Name, out var comparison)
                    ? new AggregateCondition(column, comparison, Operand(column, e.Value))
                    : throw new BadRequestException(
                        "Unknown operator \"{operator}\" on \"{path}\"",
                        [("operator", e.Name), ("path", column.Alias)],
                        column.Alias
                    )
            )
            .ToList();
    }

    private static object Operand(AggregateColumn column, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number when column.Function == "count" || IsNumber(column.Path.Field) => value.GetDouble(),
            JsonValueKind.String when column.Function is null && !IsNumber(column.Path.Field) => value.GetString()!,
            _ => throw new BadRequestException(
                "The value compared with \"{field}\" does not fit",
                [("field", column.Alias)],
                column.Alias
            ),
        };

    private static long? Whole(JsonElement body, string name) =>
        body.Get(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) && value >= 0 => value,
            _ => throw new BadRequestException("{parameter} must be a whole number", [("parameter", name)], name),
        };

    internal static bool IsNumber(ColumnField field) =>
        field.ColumnType.Kind
            is ColumnKind.Int32
                or ColumnKind.Int64
                or ColumnKind.Single
                or ColumnKind.Double
                or ColumnKind.Decimal;
}
