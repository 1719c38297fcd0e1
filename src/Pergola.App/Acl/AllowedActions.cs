using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Data.Records;

namespace Pergola.App.Acl;

/// <summary>
/// <c>meta.allowedActions</c>: for each action the keys of the returned records the caller may use it on. Sent when the
/// request has the header <c>X-With-ACL-Meta</c>.
/// </summary>
internal sealed class AllowedActions
{
    private const string Header = "X-With-ACL-Meta";
    private static readonly string[] Actions = ["view", "update", "destroy"];
    private readonly List<JsonElement> _keys = [];
    private readonly string _key;
    private readonly string? _children;

    private AllowedActions(string key, string? children)
    {
        _key = key;
        _children = children;
    }

    /// <summary>Whether every record so far had its key among what is returned.</summary>
    public bool IsKnown { get; private set; } = true;

    /// <summary>Null when the request does not ask for them, or records have no single key.</summary>
    public static AllowedActions? Of(ActionContext context) =>
        context.Http.Request.Headers.ContainsKey(Header) && context.Collection.PrimaryKey is [var key]
            ? new AllowedActions(key.Name, context.Collection.TreeChildren?.Name)
            : null;

    /// <summary>Takes the keys of returned records; without the key among what is returned nothing is said.</summary>
    public void Add(RecordPage page) => Add(RecordReader.ToJson(page));

    /// <summary>Writes the property. Whoever reaches a record today is root and may do everything with it.</summary>
    public void WriteTo(Utf8JsonWriter meta)
    {
        meta.WriteStartObject("allowedActions");
        foreach (var action in Actions)
        {
            meta.WriteStartArray(action);
            foreach (var key in _keys)
            {
                key.WriteTo(meta);
            }

            meta.WriteEndArray();
        }

        meta.WriteEndObject();
    }

    private void Add(JsonElement records)
    {
        foreach (var record in records.EnumerateArray())
        {
            if (!record.TryGetProperty(_key, out var key))
            {
                IsKnown = false;
                return;
            }

            _keys.Add(key);
            if (
                _children is not null
                && record.TryGetProperty(_children, out var below)
                && below.ValueKind == JsonValueKind.Array
            )
            {
                Add(below);
            }
        }
    }
}
