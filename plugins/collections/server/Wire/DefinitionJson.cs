using System.Text.Json.Nodes;
using Pergola.Data.Schema;
using Pergola.Plugins.Collections.Definitions;

namespace Pergola.Plugins.Collections.Wire;

/// <summary>Definitions as the API answers them: options flat beside the columns of the row.</summary>
internal static class DefinitionJson
{
    /// <summary>A collection; with its fields after creation, without them after an update.</summary>
    public static JsonObject Collection(DraftCollection collection, SchemaSnapshot schema, bool withFields)
    {
        var json = (JsonObject)collection.Options.DeepClone();
        json["key"] = collection.Key;
        json["name"] = collection.Name;
        json["title"] = collection.Options["title"]?.DeepClone();
        json["description"] = collection.Options["description"]?.DeepClone();
        AddComputed(json, collection.Name, schema);
        if (withFields)
        {
            json["fields"] = new JsonArray([.. collection.Fields.OrderBy(f => f.Sort).Select(f => (JsonNode)Field(f))]);
        }

        return json;
    }

    public static JsonObject Field(DraftField field)
    {
        var json = (JsonObject)field.Options.DeepClone();
        json["key"] = field.Key;
        json["name"] = field.Name;
        json["type"] = field.Type;
        json["interface"] = field.Options["interface"]?.DeepClone();
        json["description"] = field.Options["description"]?.DeepClone();
        json["collectionName"] = field.Collection;
        json["parentKey"] = field.ParentKey;
        json["reverseKey"] = field.ReverseKey;
        return json;
    }

    /// <summary>A row as read from the tables, with its appended fields, made flat in place.</summary>
    public static void Flatten(JsonObject row, SchemaSnapshot schema, bool isCollection)
    {
        if (row["options"] is JsonObject options)
        {
            row.Remove("options");
            foreach (var (name, value) in options)
            {
                if (!row.ContainsKey(name))
                {
                    row[name] = value?.DeepClone();
                }
            }

            if (
                isCollection
                && row["name"] is JsonValue collectionName
                && collectionName.TryGetValue(out string? collection)
            )
            {
                AddComputed(row, collection, schema);
            }
        }

        foreach (var field in (row["fields"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            Flatten(field, schema, isCollection: false);
        }

        if (row["reverseField"] is JsonObject reverse)
        {
            Flatten(reverse, schema, isCollection: false);
        }
    }

    /// <summary>What a collection says of itself besides its options.</summary>
    public static void AddComputed(JsonObject json, string name, SchemaSnapshot schema)
    {
        if (json["filterTargetKey"] is null && schema.TryGet(name, out var collection))
        {
            json.Remove("filterTargetKey");
            var key = collection.FilterTargetKey;
            if (key.Count == 1)
            {
                json["filterTargetKey"] = key[0].Name;
            }
        }

        json["unavailableActions"] ??= new JsonArray();
    }
}
