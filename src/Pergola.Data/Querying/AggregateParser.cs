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

    /// <exception cref="PergolaException">A part of the body is wrong; the message names it.</exception>
    public AggregateQuery Parse(
        JsonElement body,
        Collection collection,
        ValueContext values,
        Func<string, JsonElement>? variables = null
    )
    {
        QueryText.CheckAll(body, "values");
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
        RequireFunctions(query);
        return query with
        {
            Orders = [.. Items(body, "orders").Select(o => Order(o, query))],
            Having = body.Get("having") is { } having ? HavingParser.Parse(having, query, values) : [],
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

        if (function is "min" or "max")
        {
            RequireOrder(path);
        }

        var isDistinct = item.Flag("distinct") ?? false;
        if (isDistinct)
        {
            RequireGroups(path);
        }

        return new AggregateColumn(path, item.Text("alias") ?? path.ToString())
        {
            Function = function,
            Distinct = isDistinct,
        };
    }

    private static AggregateColumn Dimension(JsonElement item, Collection collection)
    {
        var path = Path(item, collection);
        RequireGroups(path);
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
                when list.GetArrayLength() > 0 && list.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String) =>
                [.. list.EnumerateArray().Select(e => e.GetString()!)],
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

        if (!owner.TryGetColumn(names[^1], out var column) || (column.Hidden && !column.Type.IsSecret))
        {
            throw QueryNames.UnknownField(owner, names[^1], "query");
        }

        var path = new FieldPath(relations, column, []);
        return column.Type.IsSecret
            ? throw new ValidationException(
                "\"{field}\" cannot be queried",
                [("field", path.ToString())],
                path.ToString()
            )
            : path;
    }

    /// <summary>Beside aggregated measures a plain one has no single value, unless the groups are made by it.</summary>
    private static void RequireFunctions(AggregateQuery query)
    {
        if (query.IsGrouped && query.Measures.FirstOrDefault(m => m.Function is null && !IsDimension(m)) is { } measure)
        {
            throw new BadRequestException(
                "\"{field}\" must have an aggregation or be a dimension",
                [("field", measure.Path.ToString())],
                measure.Path.ToString()
            );
        }

        bool IsDimension(AggregateColumn measure) =>
            query.Dimensions.Any(d => d.Format is null && d.Path.ToString() == measure.Path.ToString());
    }

    /// <summary>JSON kept as text is not even equal to itself on every database.</summary>
    private static void RequireGroups(FieldPath path)
    {
        if (path.Field.ColumnType.Kind == ColumnKind.Json)
        {
            throw new BadRequestException(
                "\"{field}\" has values that cannot be grouped",
                [("field", path.ToString())],
                path.ToString()
            );
        }
    }

    private static void RequireOrder(FieldPath path)
    {
        if (
            path.Field.ColumnType.Kind
            is ColumnKind.Boolean
                or ColumnKind.Uuid
                or ColumnKind.Json
                or ColumnKind.JsonBinary
                or ColumnKind.Array
                or ColumnKind.Bytes
        )
        {
            throw new BadRequestException(
                "\"{field}\" has values without an order, so none is least or greatest",
                [("field", path.ToString())],
                path.ToString()
            );
        }
    }

    private static AggregateOrder Order(JsonElement item, AggregateQuery query)
    {
        var path = item.Get("field") is null ? null : Path(item, query.Collection);
        if (path is not null)
        {
            RequireGroups(path);
        }

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
