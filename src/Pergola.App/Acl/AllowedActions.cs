using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;

namespace Pergola.App.Acl;

/// <summary>
/// <c>meta.allowedActions</c>: for each action the keys of the returned records the caller may use it on. Sent when the
/// request has the header <c>X-With-ACL-Meta</c>.
/// </summary>
internal sealed class AllowedActions
{
    private const string Header = "X-With-ACL-Meta";
    private static readonly string[] Actions = [ActionNames.View, ActionNames.Update, ActionNames.Destroy];
    private readonly List<JsonElement> _keys = [];
    private readonly Dictionary<string, IReadOnlyList<JsonElement>> _allowed = new(StringComparer.Ordinal);
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

    /// <summary>Finds out which records each action may be used on; asks the database only for actions with a scope.</summary>
    public async ValueTask ResolveAsync(ActionContext context)
    {
        foreach (var action in Actions)
        {
            _allowed[action] = await FilterAsync(context, action);
        }
    }

    /// <summary>Writes the property.</summary>
    public void WriteTo(Utf8JsonWriter meta)
    {
        meta.WriteStartObject("allowedActions");
        foreach (var action in Actions)
        {
            meta.WriteStartArray(action);
            foreach (var key in _allowed[action])
            {
                key.WriteTo(meta);
            }

            meta.WriteEndArray();
        }

        meta.WriteEndObject();
    }

    private async ValueTask<IReadOnlyList<JsonElement>> FilterAsync(ActionContext context, string action)
    {
        // Whoever could list the records may view them.
        if (context.Access is not { } access || action == ActionNames.View || _keys.Count == 0)
        {
            return _keys;
        }

        var collection = context.Collection;
        if (access.Of(collection, action) is not { } permission)
        {
            return [];
        }

        var queries = context.Services.GetRequiredService<RecordQueries>();
        if (queries.ScopeOf(context, permission, collection) is not { } scope)
        {
            return _keys;
        }

        var keys = JsonSerializer.SerializeToElement(_keys, JsonText.Serializer);
        var query = new RecordQuery(collection)
        {
            Selection = new Selection(collection.PrimaryKey, []),
            Filter = FilterNode.And(KeyParser.Filter(keys, collection, context.ValueContext), scope),
        };
        using var page = await context.Services.GetRequiredService<RecordReader>().ReadAsync(query, context.Aborted);
        var found = RecordReader
            .ToJson(page)
            .EnumerateArray()
            .Select(r => r.GetProperty(_key).GetRawText())
            .ToHashSet(StringComparer.Ordinal);
        return [.. _keys.Where(k => found.Contains(k.GetRawText()))];
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
