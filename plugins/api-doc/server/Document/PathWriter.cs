using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Describing;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>The paths of a collection with its associations, or of a resource of a plugin.</summary>
internal sealed class PathWriter(
    DocumentSource source,
    DocumentScope scope,
    Utf8JsonWriter json,
    ActionRegistry actions,
    DescriptionBook descriptions,
    RecordOperations standard,
    DescribedOperations described
)
{
    /// <summary>Associations stand beside the collection of their source.</summary>
    public static string TagOf(string resource) => resource.Split('.')[0];

    public void Write(Collection collection)
    {
        foreach (var action in scope.ActionsOf(collection))
        {
            json.WriteStartObject($"/{collection.Name}:{action}");
            if (Described(collection.Name, action) is { } description)
            {
                described.Write(
                    collection.Name,
                    description,
                    IsRead(collection.Name, action, hasRecords: true),
                    collection.Name,
                    writeSource: null
                );
            }
            else
            {
                standard.Write(action, collection, association: null, collection.Name);
            }

            json.WriteEndObject();
        }

        foreach (var relation in scope.AssociationsOf(collection))
        {
            Write(collection, relation);
        }
    }

    public void Write(string resource)
    {
        var segments = resource.Split('.');
        var path = segments is [var root, var association] ? $"/{root}/{{sourceKey}}/{association}" : $"/{resource}";
        foreach (var action in scope.ActionsOf(resource))
        {
            json.WriteStartObject($"{path}:{action}");
            described.Write(
                resource,
                descriptions.Find(resource, action)!,
                IsRead(resource, action, hasRecords: false),
                TagOf(resource),
                segments.Length == 2 ? () => WriteSourceKey(segments[0]) : null
            );
            json.WriteEndObject();
        }
    }

    private void Write(Collection collection, Relation relation)
    {
        var resource = DocumentScope.NameOf(relation);
        foreach (var action in scope.ActionsOf(relation))
        {
            json.WriteStartObject($"/{collection.Name}/{{sourceKey}}/{relation.Name}:{action}");
            if (Described(resource, action) is { } description)
            {
                described.Write(
                    resource,
                    description,
                    IsRead(resource, action, hasRecords: true),
                    collection.Name,
                    () => standard.WriteSourceKey(relation)
                );
            }
            else
            {
                standard.Write(action, relation.Target, relation, collection.Name);
            }

            json.WriteEndObject();
        }
    }

    /// <summary>Null where the action is like that of every collection.</summary>
    private ActionDescription? Described(string resource, string action) =>
        (descriptions.Find(resource, action) ?? descriptions.Find("*", action)) is { IsStandard: false } found
            ? found
            : null;

    private bool IsRead(string resource, string action, bool hasRecords) =>
        actions.TryFind(resource, action, hasRecords, out var type) && actions.IsRead(type);

    private void WriteSourceKey(string sourceName)
    {
        json.WriteStartObject();
        json.WriteString("name", "sourceKey");
        json.WriteString("in", "path");
        json.WriteBoolean("required", true);
        json.WriteString("description", $"Key of the record of {sourceName}");
        json.WritePropertyName("schema");
        if (source.Schema.TryGet(sourceName, out var collection) && collection.FilterTargetKey.Count == 1)
        {
            ValueSchemas.Write(json, collection.FilterTargetKey[0]);
        }
        else
        {
            json.WriteStartObject();
            json.WriteString("type", "string");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
