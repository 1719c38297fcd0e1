using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.Testing.Oracle;

namespace Pergola.ConformanceTests.Properties;

/// <summary>Filters that make sense, in all the ways one can be written.</summary>
internal sealed class FilterGenerator(Chance chance)
{
    private const int MaxDepth = 3;
    private readonly OperandGenerator _operands = new(chance);

    public JsonObject Make(OracleCollection collection) => Make(collection, 0);

    private JsonObject Make(OracleCollection collection, int depth)
    {
        if (depth == MaxDepth || chance.Percent(50))
        {
            return Condition(collection);
        }

        return chance.Below(5) switch
        {
            0 => new JsonObject { ["$not"] = Make(collection, depth + 1) },
            1 => Merge(Make(collection, depth + 1), Make(collection, depth + 1)),
            2 or 3 => Group("$and", collection, depth),
            _ => Group("$or", collection, depth),
        };
    }

    private JsonObject Group(string name, OracleCollection collection, int depth)
    {
        var children = Enumerable.Range(0, chance.Between(1, 3)).Select(_ => (JsonNode)Make(collection, depth + 1));
        return new JsonObject { [name] = new JsonArray([.. children]) };
    }

    /// <summary>Both in one object, unless a name occurs in both.</summary>
    private static JsonObject Merge(JsonObject left, JsonObject right)
    {
        foreach (var (name, value) in right.Where(entry => !left.ContainsKey(entry.Key)).ToList())
        {
            left[name] = value?.DeepClone();
        }

        return left;
    }

    private JsonObject Condition(OracleCollection collection)
    {
        var path = new List<string>();
        while (collection.Relations.Count > 0 && path.Count < 3 && chance.Percent(path.Count == 0 ? 35 : 25))
        {
            var relation = chance.Of([.. collection.Relations]);
            path.Add(relation.Name);
            collection = relation.Target();
        }

        var field = chance.Of(collection.Fields);
        if (Twin(field, collection) is { } twin && chance.Percent(2))
        {
            return Spell([.. path, field.Name], "$col", twin.Name);
        }

        var (name, operand, place) = _operands.Make(field, collection);
        return Spell([.. path, field.Name, .. place], name, operand);
    }

    private static OracleField? Twin(OracleField field, OracleCollection collection) =>
        field.Kind switch
        {
            FieldKind.BigInt => collection.Fields.FirstOrDefault(f => f.Kind == FieldKind.BigInt && f != field),
            _ => null,
        };

    /// <summary>Dotted, nested or both; equality also in short.</summary>
    private JsonObject Spell(IReadOnlyList<string> path, string name, object? operand)
    {
        JsonNode? value = JsonSerializer.SerializeToNode(operand);
        var isShort = name == "$eq" && chance.Percent(40);
        var names = isShort ? path : [.. path, name];
        var at = names.Count;
        while (at > 0)
        {
            var take = chance.Between(1, at);
            // A document path that ends in an object of operators is spelled with its operator behind a dot or alone.
            value = new JsonObject { [string.Join('.', names.Skip(at - take).Take(take))] = value };
            at -= take;
        }

        return (JsonObject)value!;
    }
}
