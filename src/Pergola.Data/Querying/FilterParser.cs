using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Operators;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Querying;

/// <summary>
/// The <c>filter</c> parameter: entries joined by AND, <c>$and</c>, <c>$or</c>, <c>$not</c>, dotted and nested paths, and
/// operators. Every name is resolved against the snapshot and every operand is read here.
/// </summary>
public sealed class FilterParser(OperatorRegistry operators)
{
    private const int MaxConditions = 1000;

    /// <param name="filter">A JSON object; anything else is an error.</param>
    /// <param name="variables">Value of a <c>{{…}}</c> text; undefined variables are null.</param>
    /// <returns>The condition, or null when the filter restricts nothing.</returns>
    /// <exception cref="BadRequestException">A name, operator or operand is wrong; the message names it.</exception>
    public FilterNode? Parse(
        JsonElement filter,
        Collection collection,
        ValueContext values,
        Func<string, JsonElement>? variables = null
    )
    {
        var context = new Context(values, variables);
        return ParseEntries(filter, new Position([], collection, null, []), context);
    }

    private FilterNode? ParseEntries(JsonElement entries, Position at, Context context)
    {
        if (entries.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("filter must be an object", field: "filter");
        }

        var nodes = new List<FilterNode>();
        foreach (var entry in entries.EnumerateObject())
        {
            if (ParseEntry(entry.Name, entry.Value, at, context) is { } node)
            {
                nodes.Add(node);
            }
        }

        return Combine(nodes, isAnd: true);
    }

    private FilterNode? ParseEntry(string name, JsonElement value, Position at, Context context)
    {
        switch (name)
        {
            case "$and" or "$or":
                return ParseGroup(value, name, at, context);
            case "$not" when value.ValueKind is JsonValueKind.Object:
                return ParseEntries(value, at, context) is { } child ? new FilterNot(child) : null;
            default:
                return ParsePath(name.Split('.'), 0, value, at, context);
        }
    }

    private FilterNode? ParseGroup(JsonElement value, string name, Position at, Context context)
    {
        var nodes = new List<FilterNode>();
        var items = value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().ToList(),
            JsonValueKind.Object => value.EnumerateObject().Select(p => SingleEntry(p)).ToList(),
            JsonValueKind.Null => [],
            _ => throw new BadRequestException("{operator} needs an array", [("operator", name)], name),
        };
        foreach (var item in items)
        {
            if (ParseEntries(item, at, context) is { } node)
            {
                nodes.Add(node);
            }
        }

        return Combine(nodes, name == "$and");
    }

    private static JsonElement SingleEntry(JsonProperty property) =>
        JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { [property.Name] = property.Value });

    private static FilterNode? Combine(List<FilterNode> nodes, bool isAnd) =>
        nodes.Count switch
        {
            0 => null,
            1 => nodes[0],
            _ => new FilterGroup(isAnd, nodes),
        };

    private FilterNode? ParsePath(string[] segments, int index, JsonElement value, Position at, Context context)
    {
        if (index == segments.Length)
        {
            return ParseValue(value, at, context);
        }

        var segment = segments[index];
        if (segment.StartsWith('$'))
        {
            return index == segments.Length - 1
                ? ParseOperator(segment, value, at, context)
                : throw UnknownOperator(string.Join('.', segments[index..]), at);
        }

        return ParsePath(segments, index + 1, value, at.Step(segment), context);
    }

    /// <summary>What stands at the end of a path: operators or deeper names in an object, else a value to equal.</summary>
    private FilterNode? ParseValue(JsonElement value, Position at, Context context)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return ParseOperator("$eq", value, at, context);
        }

        var nodes = new List<FilterNode>();
        foreach (var entry in value.EnumerateObject())
        {
            if (ParseEntry(entry.Name, entry.Value, at, context) is { } node)
            {
                nodes.Add(node);
            }
        }

        return Combine(nodes, isAnd: true);
    }

    private FilterNode ParseOperator(string name, JsonElement operand, Position at, Context context)
    {
        if (++context.Conditions > MaxConditions)
        {
            throw new BadRequestException(
                "A filter may have at most {limit} conditions",
                [("limit", MaxConditions.ToString(System.Globalization.CultureInfo.InvariantCulture))],
                "filter"
            );
        }

        if (at.Field is null && at.Relations.Count > 0 && name is "$exists" or "$notExists")
        {
            at = at with { Field = KeyOf(at.Relations[^1]) };
        }

        if (at.Field is null && at.Relations.Count == 0)
        {
            throw UnknownOperator(name, at);
        }

        if (at.Field is not { } field)
        {
            throw new BadRequestException(
                "\"{path}\" is a relation: filter by one of its fields",
                [("path", at.ToString())],
                at.ToString()
            );
        }

        var path = new FieldPath(at.Relations, field, at.Document);
        if (name == "$col")
        {
            return ParseColumns(path, operand, at);
        }

        if (!operators.TryGet(name, out var found))
        {
            throw UnknownOperator(name, at);
        }

        var value = context.Resolve(operand);
        return new FilterCondition(path, found.Bind(new OperatorContext(path, name, value, context.Values)));
    }

    private static FilterColumns ParseColumns(FieldPath path, JsonElement operand, Position at)
    {
        var name = operand.ValueKind == JsonValueKind.String ? operand.GetString()! : "";
        if (!at.Owner.TryGetColumn(name, out var other))
        {
            throw QueryNames.UnknownField(at.Owner, name, "filter");
        }

        if (other.ColumnType.Kind != path.Field.ColumnType.Kind)
        {
            throw new BadRequestException(
                "\"{left}\" and \"{right}\" cannot be compared",
                [("left", path.ToString()), ("right", name)],
                path.ToString()
            );
        }

        return new FilterColumns(path, "=", new FieldPath(path.Relations, other, []));
    }

    private static ColumnField? KeyOf(Relation relation) =>
        relation switch
        {
            BelongsTo r => r.TargetKey,
            HasOne r => r.ForeignKey,
            HasMany r => r.ForeignKey,
            BelongsToMany r => r.TargetKey,
            _ => null,
        };

    private static BadRequestException UnknownOperator(string name, Position at) =>
        new(
            "Unknown operator \"{operator}\" on \"{path}\"",
            [("operator", name), ("path", at.Field is null && at.Relations.Count == 0 ? "filter" : at.ToString())],
            at.ToString()
        );

    /// <summary>How far a path has led.</summary>
    private sealed record Position(
        IReadOnlyList<Relation> Relations,
        Collection Owner,
        ColumnField? Field,
        IReadOnlyList<string> Document
    )
    {
        public Position Step(string segment)
        {
            if (Field is { } field)
            {
                ScalarText.Check(segment, ToString());
                return field.ColumnType.Kind is ColumnKind.Json or ColumnKind.JsonBinary
                    ? this with
                    {
                        Document = [.. Document, segment],
                    }
                    : throw QueryNames.UnknownField(Owner, $"{field.Name}.{segment}", "filter");
            }

            if (Owner.TryGetRelation(segment, out var relation))
            {
                return this with { Relations = [.. Relations, relation], Owner = relation.Target };
            }

            if (Owner.TryGetColumn(segment, out var column))
            {
                return this with { Field = column };
            }

            throw QueryNames.UnknownField(Owner, segment, "filter");
        }

        public override string ToString()
        {
            var names = Relations.Select(r => r.Name);
            return string.Join('.', (Field is null ? names : names.Append(Field.Name)).Concat(Document));
        }
    }

    /// <summary>What one parse shares.</summary>
    private sealed class Context(ValueContext values, Func<string, JsonElement>? variables)
    {
        public ValueContext Values { get; } = values;

        public int Conditions { get; set; }

        /// <summary>The operand with its variable replaced.</summary>
        public JsonElement Resolve(JsonElement operand)
        {
            if (variables is null || operand.ValueKind != JsonValueKind.String)
            {
                return operand;
            }

            var text = operand.GetString()!.Trim();
            return text.StartsWith("{{", StringComparison.Ordinal) && text.EndsWith("}}", StringComparison.Ordinal)
                ? variables(text[2..^2].Trim())
                : operand;
        }
    }
}
