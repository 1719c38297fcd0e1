using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.App.Auth;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Auth.Sessions;

/// <summary>Users of running sessions with their roles, kept in memory until a user or a role assignment changes.</summary>
internal sealed class SessionUsers(RecordReader reader, SchemaStore schemas, ValueContext values)
{
    private const int Remembered = 10_000;
    private readonly ConcurrentDictionary<long, SessionUser> _known = new();
    private int _changes;

    public async ValueTask<SessionUser?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(id, out var known))
        {
            return known;
        }

        var changes = Volatile.Read(ref _changes);
        var found = await ReadAsync(id, cancellationToken);
        if (found is not null && _known.Count < Remembered)
        {
            _known[id] = found;
            if (Volatile.Read(ref _changes) != changes)
            {
                // Something changed while this was read: it serves this request and is not kept.
                _known.TryRemove(id, out _);
            }
        }

        return found;
    }

    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _known.Clear();
    }

    private async Task<SessionUser?> ReadAsync(long id, CancellationToken cancellationToken)
    {
        var schema = schemas.Current;
        var users = schema["users"];
        var selection = Selection.All(users);
        if (users.TryGetRelation("roles", out var roles))
        {
            var append = new Append(roles, Selection.All(roles.Target)) { WithThrough = true };
            selection = selection with { Appends = [append] };
        }

        var query = new RecordQuery(users)
        {
            Selection = selection,
            Filter = KeyParser.Filter(JsonSerializer.SerializeToElement(id), users, values),
        };
        var record = await reader.FindAsync(query, cancellationToken);
        return record.ValueKind == JsonValueKind.Object
            ? ToUser(id, record, await UsesAllRolesAsync(id, schema, cancellationToken))
            : null;
    }

    /// <summary>Whether somebody's default is all of their roles together, which no role of theirs tells.</summary>
    private async Task<bool> UsesAllRolesAsync(long id, SchemaSnapshot schema, CancellationToken cancellationToken)
    {
        if (!schema.TryGet("rolesUsers", out var links))
        {
            return false;
        }

        var query = new RecordQuery(links)
        {
            Filter = FilterNode.And(
                FilterCondition.EqualTo(links.Column("userId"), id),
                FilterNode.And(
                    FilterCondition.EqualTo(links.Column("roleName"), RoleNames.Union),
                    FilterCondition.EqualTo(links.Column("default"), true)
                )
            ),
        };
        return (await reader.FindAsync(query, cancellationToken)).ValueKind == JsonValueKind.Object;
    }

    private static SessionUser ToUser(long id, JsonElement record, bool usesAllRoles)
    {
        var names = new List<string>();
        var defaultRole = usesAllRoles ? RoleNames.Union : null;
        foreach (var role in record.Get("roles")?.EnumerateArray() ?? default)
        {
            if (role.Text("name") is not { } name)
            {
                continue;
            }

            names.Add(name);
            if (!usesAllRoles && role.Get("rolesUsers")?.Flag("default") is true)
            {
                defaultRole = name;
            }
        }

        var changedAt = record.Get("passwordChangeTz") is { ValueKind: JsonValueKind.Number } time
            ? time.GetInt64()
            : (long?)null;
        return new SessionUser(new CurrentUser(id, WithPivots(record), names, defaultRole), changedAt);
    }

    /// <summary>Clients have been recorded to get an empty <c>_pivot_</c> with each role.</summary>
    private static JsonElement WithPivots(JsonElement record)
    {
        var user = JsonObject.Create(record)!;
        foreach (var role in (user["roles"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            role["_pivot_"] = null;
        }

        return JsonSerializer.SerializeToElement(user, JsonText.Serializer);
    }
}
