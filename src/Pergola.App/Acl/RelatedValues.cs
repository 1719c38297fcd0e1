using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.App.Acl.Rules;
using Pergola.Core.Json;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.App.Acl;

/// <summary>
/// What callers with limits may write through a relation: they link records, and create them where they ask for it and may.
/// They change none that way: objects in a body are reduced to their keys, those without a key are left out.
/// </summary>
/// <param name="access">What the caller may create.</param>
/// <param name="paths">Relations whose records are to be written too, as <c>updateAssociationValues</c> names them.</param>
internal sealed class RelatedValues(RequestAccess access, IReadOnlyList<string> paths)
{
    /// <summary>The body of a write as far as the caller may have it written.</summary>
    public JsonElement Reduce(JsonElement values, Collection collection)
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
        Reduce(reduced, collection, string.Empty);
        return JsonSerializer.SerializeToElement(reduced, JsonText.Serializer);
    }

    private void Reduce(JsonObject values, Collection collection, string prefix)
    {
        foreach (var name in values.Select(p => p.Key).ToList())
        {
            if (!collection.TryGetRelation(name, out var relation))
            {
                continue;
            }

            if (!access.MayLink(relation))
            {
                values.Remove(name);
                continue;
            }

            // An object that is left out says nothing; that is not the same as no record.
            var given = values[name];
            var left = Reduce(given, relation, prefix + name);
            if (given is JsonObject && left is null)
            {
                values.Remove(name);
            }
            else
            {
                values[name] = left;
            }
        }
    }

    private JsonNode? Reduce(JsonNode? value, Relation relation, string path) =>
        value switch
        {
            JsonArray list => new JsonArray([
                .. list.Select(item => Reduce(item, relation, path))
                    .OfType<JsonNode>()
                    .Select(item => item.DeepClone()),
            ]),
            JsonObject item => item[KeyOf(relation)]?.DeepClone() ?? New(item, relation.Target, path),
            _ => value?.DeepClone(),
        };

    /// <summary>A new record with the fields the caller may give it, null when they may not create it here.</summary>
    private JsonObject? New(JsonObject item, Collection target, string path)
    {
        if (
            !paths.Contains(path, StringComparer.Ordinal) || access.Of(target, ActionNames.Create) is not { } permission
        )
        {
            return null;
        }

        var fields = permission.WrittenFields;
        var made = new JsonObject();
        foreach (var (name, value) in item)
        {
            var isKey = target.PrimaryKey.Any(c => c.Name == name);
            if (!isKey && (fields is null || fields.Contains(name, StringComparer.Ordinal)))
            {
                made[name] = value?.DeepClone();
            }
        }

        Reduce(made, target, path + ".");
        return made;
    }

    private static string KeyOf(Relation relation) =>
        relation switch
        {
            BelongsTo r => r.TargetKey.Name,
            BelongsToMany r => r.TargetKey.Name,
            _ => relation.Target.SingleKey.Name,
        };
}
