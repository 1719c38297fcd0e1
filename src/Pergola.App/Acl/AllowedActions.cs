using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Data.Records;

namespace Pergola.App.Acl;

/// <summary>
/// <c>meta.allowedActions</c>: for each action the keys of the returned records the caller may use it on. Sent when the
/// request has the header <c>X-With-ACL-Meta</c>.
/// </summary>
internal static class AllowedActions
{
    private static readonly string[] Actions = ["view", "update", "destroy"];

    /// <summary>Adds to the metadata of a list; without metadata (an unpaged list) nothing is added.</summary>
    public static Action<Utf8JsonWriter>? AddTo(
        Action<Utf8JsonWriter>? writeMeta,
        ActionContext context,
        RecordPage page
    )
    {
        if (writeMeta is null || Keys(context, page) is not { } keys)
        {
            return writeMeta;
        }

        return meta =>
        {
            writeMeta(meta);
            Write(meta, keys);
        };
    }

    /// <summary>Metadata of a single record, null when none is asked for.</summary>
    public static Action<Utf8JsonWriter>? Of(ActionContext context, RecordPage page) =>
        Keys(context, page) is { } keys ? meta => Write(meta, keys) : null;

    /// <summary>Keys of the records, null when they are not asked for or not among what is returned.</summary>
    private static List<JsonElement>? Keys(ActionContext context, RecordPage page)
    {
        if (!context.Http.Request.Headers.ContainsKey("X-With-ACL-Meta") || context.Collection.PrimaryKey.Count != 1)
        {
            return null;
        }

        var name = context.Collection.PrimaryKey[0].Name;
        var children = context.Collection.TreeChildren?.Name;
        var keys = new List<JsonElement>();
        return Collect(RecordReader.ToJson(page), name, children, keys) ? keys : null;
    }

    private static bool Collect(JsonElement records, string name, string? children, List<JsonElement> keys)
    {
        foreach (var record in records.EnumerateArray())
        {
            if (!record.TryGetProperty(name, out var key))
            {
                return false;
            }

            keys.Add(key);
            if (
                children is not null
                && record.TryGetProperty(children, out var below)
                && below.ValueKind == JsonValueKind.Array
                && !Collect(below, name, children, keys)
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whoever reaches a record today is root and may do everything with it.</summary>
    private static void Write(Utf8JsonWriter meta, List<JsonElement> keys)
    {
        meta.WriteStartObject("allowedActions");
        foreach (var action in Actions)
        {
            meta.WriteStartArray(action);
            foreach (var key in keys)
            {
                key.WriteTo(meta);
            }

            meta.WriteEndArray();
        }

        meta.WriteEndObject();
    }
}
