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

/// <summary>
/// Users of running sessions with their roles and what they belong to, kept in memory until something of it changes.
/// </summary>
internal sealed class SessionUsers(
    RecordReader reader,
    SchemaStore schemas,
    ValueContext values,
    UserChanges changes,
    IEnumerable<IMembership> memberships
) : IUserBook
{
    private const int Remembered = 10_000;
    private readonly IMembership[] _memberships = [.. memberships];
    private readonly ConcurrentDictionary<long, (SessionUser User, int AsOf)> _known = new();

    public async ValueTask<SessionUser?> FindAsync(long id, CancellationToken cancellationToken)
    {
        // Counted before reading: what changes meanwhile makes this the last request that is served by it.
        var asOf = changes.Count;
        if (_known.TryGetValue(id, out var known) && known.AsOf == asOf)
        {
            return known.User;
        }

        var found = await ReadAsync(id, cancellationToken);
        if (found is null)
        {
            _known.TryRemove(id, out _);
            return null;
        }

        if (_known.Count >= Remembered)
        {
            _known.Clear();
        }

        _known[id] = (found, asOf);
        return found;
    }

    async ValueTask<CurrentUser?> IUserBook.FindAsync(long id, CancellationToken cancellationToken) =>
        (await FindAsync(id, cancellationToken))?.User;

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
        if (record.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var grants = new Dictionary<string, MembershipGrant>(StringComparer.Ordinal);
        foreach (var membership in _memberships)
        {
            grants[membership.Name] = await membership.FindAsync(id, cancellationToken);
        }

        return ToUser(id, WithGrants(record, grants), await UsesAllRolesAsync(id, schema, cancellationToken));
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
        return new SessionUser(new CurrentUser(id, record, names, defaultRole), changedAt);
    }

    /// <summary>
    /// The record with what the user belongs to. Roles they have by it come first, each once. Clients have been recorded to
    /// get an empty <c>_pivot_</c> with each role.
    /// </summary>
    private static JsonElement WithGrants(JsonElement record, Dictionary<string, MembershipGrant> grants)
    {
        var user = JsonObject.Create(record)!;
        var own = (user["roles"] as JsonArray)?.OfType<JsonObject>().ToList() ?? [];
        var names = own.Select(r => r["name"]?.ToString()).ToHashSet(StringComparer.Ordinal);
        var granted = grants
            .Values.SelectMany(g => g.Roles.Select(r => r.Role))
            .Where(r => names.Add(r.Text("name")))
            .Select(r => JsonObject.Create(r)!);
        var roles = new JsonArray();
        foreach (var role in granted.Concat(own).ToList())
        {
            var row = (JsonObject)role.DeepClone();
            row["_pivot_"] = null;
            roles.Add((JsonNode)row);
        }

        user["roles"] = roles;
        foreach (var (name, grant) in grants)
        {
            if (grant.Record is { } belongings)
            {
                user[name] = JsonNode.Parse(belongings.GetRawText());
            }
        }

        return JsonSerializer.SerializeToElement(user, JsonText.Serializer);
    }
}
