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
    private const string Parameter = "filter";
    private const int MaxConditions = 1000;

    /// <param name="filter">A JSON object; anything else is an error.</param>
    /// <param name="variables">
    /// Value of a <c>{{…}}</c> text; a condition with one that is not defined holds for no record.
    /// </param>
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
        return ParseEntries(filter, FilterPosition.At(collection), context);
    }

    private FilterNode? ParseEntries(JsonElement entries, FilterPosition at, Context context)
    {
        if (entries.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException("filter must be an object", field: Parameter);
        }

        var nodes = new List<FilterNode>();
        foreach (var entry in entries.EnumerateObject())
        {
            if (ParseEntry(QueryText.NameOf(entry, Parameter), entry.Value, at, context) is { } node)
            {
                nodes.Add(node);
            }
        }

        return Combine(nodes, isAnd: true);
    }

    private FilterNode? ParseEntry(string name, JsonElement value, FilterPosition at, Context context)
    {
        switch (name)
        {
            case "$and" or "$or":
                return ParseGroup(value, name, at, context);
            case "$not" when value.ValueKind is JsonValueKind.Object:
                return new FilterNot(ParseEntries(value, at, context) ?? throw SaysNothing(name));
            default:
                return ParsePath(name.Split('.'), 0, value, at, context);
        }
    }

    private FilterNode? ParseGroup(JsonElement value, string name, FilterPosition at, Context context)
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
        JsonSerializer.SerializeToElement(
            new Dictionary<string, JsonElement> { [QueryText.NameOf(property, Parameter)] = property.Value }
        );

    private static FilterNode? Combine(List<FilterNode> nodes, bool isAnd) =>
        nodes.Count switch
        {
            0 => null,
            1 => nodes[0],
            _ => new FilterGroup(isAnd, nodes),
        };

    private FilterNode ParsePath(string[] segments, int index, JsonElement value, FilterPosition at, Context context)
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
    private FilterNode ParseValue(JsonElement value, FilterPosition at, Context context)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return ParseOperator("$eq", value, at, context);
        }

        // A name without a condition would widen a deletion to every record.
        var nodes = new List<FilterNode>();
        foreach (var entry in value.EnumerateObject())
        {
            if (ParseEntry(QueryText.NameOf(entry, Parameter), entry.Value, at, context) is { } node)
            {
                nodes.Add(node);
            }
        }

        return Combine(nodes, isAnd: true) ?? throw SaysNothing(at.ToString());
    }

    private FilterNode ParseOperator(string name, JsonElement operand, FilterPosition at, Context context)
    {
        if (++context.Conditions > MaxConditions)
        {
            throw new BadRequestException(
                "A filter may have at most {limit} conditions",
                [("limit", MaxConditions.ToString(System.Globalization.CultureInfo.InvariantCulture))],
                Parameter
            );
        }

        if (at.Field is null && at.Relations.Count == 0)
        {
            throw new BadRequestException("\"{operator}\" needs a field", [("operator", name)], name);
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
        QueryText.CheckAll(operand, path.ToString());
        RefuseSecret(path, name);
        if (name == "$col")
        {
            return ParseColumns(path, operand, at);
        }

        if (!operators.TryGet(name, out var found))
        {
            throw UnknownOperator(name, at);
        }

        var value = context.Resolve(operand);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return FilterCondition.Never(path);
        }

        return new FilterCondition(path, found.Bind(new OperatorContext(path, name, value, context.Values)));
    }

    /// <summary>Whether a secret is there may be asked, what it is may not be guessed.</summary>
    private static void RefuseSecret(FieldPath path, string name)
    {
        if (path.Field.Type.IsSecret && name is not ("$empty" or "$notEmpty" or "$exists" or "$notExists"))
        {
            throw new ValidationException(
                "{operator} cannot be applied to {field}",
                [("operator", name), ("field", path.ToString())],
                path.ToString()
            );
        }
    }

    private static FilterColumns ParseColumns(FieldPath path, JsonElement operand, FilterPosition at)
    {
        var name = operand.ValueKind == JsonValueKind.String ? operand.GetString()! : "";
        if (!at.Owner.TryGetColumn(name, out var other))
        {
            throw QueryNames.UnknownField(at.Owner, name, Parameter);
        }

        var right = new FieldPath(path.Relations, other, []);
        RefuseSecret(right, "$col");
        if (path.Document.Count > 0 || !AreComparable(path.Field.ColumnType.Kind, other.ColumnType.Kind))
        {
            throw new BadRequestException(
                "\"{left}\" and \"{right}\" cannot be compared",
                [("left", path.ToString()), ("right", name)],
                path.ToString()
            );
        }

        return new FilterColumns(path, "=", right);
    }

    private static bool AreComparable(ColumnKind left, ColumnKind right) =>
        left switch
        {
            ColumnKind.Json or ColumnKind.JsonBinary or ColumnKind.Array or ColumnKind.Bytes => false,
            ColumnKind.String or ColumnKind.Text => right is ColumnKind.String or ColumnKind.Text,
            ColumnKind.Int32 or ColumnKind.Int64 or ColumnKind.Single or ColumnKind.Double => right
                is ColumnKind.Int32
                    or ColumnKind.Int64
                    or ColumnKind.Single
                    or ColumnKind.Double,
            _ => left == right,
        };

    private static ColumnField? KeyOf(Relation relation) =>
        relation switch
        {
            BelongsTo r => r.TargetKey,
            HasOne r => r.ForeignKey,
            HasMany r => r.ForeignKey,
            BelongsToMany r => r.TargetKey,
            _ => null,
        };

    private static BadRequestException UnknownOperator(string name, FilterPosition at) =>
        new(
            "Unknown operator \"{operator}\" on \"{path}\"",
            [("operator", name), ("path", at.Field is null && at.Relations.Count == 0 ? "filter" : at.ToString())],
            at.ToString()
        );

    private static BadRequestException SaysNothing(string name) =>
        new("\"{path}\" has no condition", [("path", name)], name);

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
