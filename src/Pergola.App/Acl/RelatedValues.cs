using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.Core.Json;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.App.Acl;

/// <summary>
/// Callers with limits link records through a relation, and neither change nor create them that way: objects in a body are
/// reduced to their keys, those without a key are left out.
/// </summary>
internal static class RelatedValues
{
    /// <summary>The body of a write with every value of a relation reduced to keys.</summary>
    public static JsonElement Reduce(JsonElement values, Collection collection)
    {
        if (values.ValueKind == JsonValueKind.Array)
        {
            return JsonSerializer.SerializeToElement(
                values.EnumerateArray().Select(v => Reduce(v, collection)),
                JsonText.Serializer
            );
        }

        if (
            values.ValueKind != JsonValueKind.Object
            || !values.EnumerateObject().Any(p => collection.TryGetRelation(p.Name, out _))
        )
        {
            return values;
        }

        var reduced = JsonObject.Create(values)!;
        foreach (var name in reduced.Select(p => p.Key).ToList())
        {
            if (!collection.TryGetRelation(name, out var relation))
            {
                continue;
            }

            // An object without a key says nothing; that is not the same as no record.
            var given = reduced[name];
            var keys = Reduce(given, KeyOf(relation));
            if (given is JsonObject && keys is null)
            {
                reduced.Remove(name);
            }
            else
            {
                reduced[name] = keys;
            }
        }

        return JsonSerializer.SerializeToElement(reduced, JsonText.Serializer);
    }

    private static JsonNode? Reduce(JsonNode? value, string key) =>
        value switch
        {
            JsonArray list => new JsonArray([
                .. list.Select(item => Reduce(item, key)).OfType<JsonNode>().Select(item => item.DeepClone()),
            ]),
            JsonObject item => item[key]?.DeepClone(),
            _ => value?.DeepClone(),
        };

    private static string KeyOf(Relation relation) =>
        relation switch
        {
            BelongsTo r => r.TargetKey.Name,
            BelongsToMany r => r.TargetKey.Name,
            _ => relation.Target.SingleKey.Name,
        };
}
