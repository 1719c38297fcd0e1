using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Permissions;

/// <summary>The rows of a role's permissions: reading and replacing them.</summary>
internal sealed class RolePermissions(
    RecordWrites writes,
    RecordWriter writer,
    RecordReader reader,
    FilterParser filters,
    RecordQueryParser queries,
    ValueContext values
)
{
    public const string Main = "main";
    private const string Links = "dataSourcesRoles";
    private const string Resources = "dataSourcesRolesResources";
    private const string Actions = "dataSourcesRolesResourcesActions";
    private const string Scopes = "dataSourcesRolesResourcesScopes";

    /// <summary>The rule of a role for a whole database.</summary>
    /// <exception cref="NotFoundException">There is no such role.</exception>
    public async Task<JsonElement> FindLinkAsync(ActionContext context, string role, string source)
    {
        var found = await FindAsync(
            context.Schema[Links],
            Equal(("roleName", role), ("dataSourceKey", source)),
            context
        );
        return found.ValueKind == JsonValueKind.Object
            ? found
            : throw new NotFoundException("Role not found", field: "filterByTk");
    }

    /// <summary>A role's own rules for a collection; undefined when it has none.</summary>
    /// <param name="context">The request.</param>
    /// <param name="role">Name of the role.</param>
    /// <param name="filter">Which collection, as clients say it.</param>
    /// <param name="appends"><c>actions</c> and <c>actions.scope</c>, as clients ask for them.</param>
    public ValueTask<JsonElement> FindResourceAsync(
        ActionContext context,
        string role,
        JsonElement filter,
        IReadOnlyList<string>? appends = null
    )
    {
        var table = context.Schema[Resources];
        var parameters = new QueryParameters
        {
            Filter = filter,
            Condition = filters.Parse(Equal(("roleName", role)), table, values),
            Appends = appends ?? [],
        };
        return reader.FindAsync(queries.Parse(parameters, table, values), context.Aborted);
    }

    public Task SetStrategyAsync(ActionContext context, JsonElement link, JsonElement strategy) =>
        writes.RunAsync(
            context,
            session => UpdateAsync(session, Links, Key(session, Links, link), new { strategy }, context)
        );

    /// <summary>Creates or replaces a role's own rules for a collection. Rules that are not given go.</summary>
    /// <returns>Id of the row.</returns>
    public async Task<object> SaveResourceAsync(
        ActionContext context,
        WriteSession session,
        string role,
        JsonElement resource,
        JsonElement existing
    )
    {
        var given = PermissionInput.Read(
            resource,
            context.Schema,
            requireName: existing.ValueKind != JsonValueKind.Object
        );
        var key = existing.ValueKind == JsonValueKind.Object ? Key(session, Resources, existing) : null;
        var row = new JsonObject { ["usingActionsConfig"] = given.UsesActions };
        if (key is null)
        {
            row["roleName"] = role;
            row["name"] = given.Name;
            row["dataSourceKey"] = given.DataSource;
            var made = await writer.InsertAsync(
                session,
                session.Schema[Resources],
                ToJson(row),
                WriteOptions.Default,
                context.Aborted
            );
            key = made.Key!;
        }
        else
        {
            await UpdateAsync(session, Resources, key, row, context);
        }

        if (given.Actions is { } actions)
        {
            await ReplaceActionsAsync(context, session, key, actions);
        }

        return key.Single;
    }

    /// <summary>Id of the scope with a key, such as <c>own</c>, or an id; null when there is none.</summary>
    private async Task<string?> FindScopeAsync(ActionContext context, string field, string value)
    {
        var found = await FindAsync(context.Schema[Scopes], Equal((field, value)), context);
        return found.ValueKind == JsonValueKind.Object ? found.GetProperty("id").ToString() : null;
    }

    /// <summary>Rules as they are answered once they are saved: each action with its scope, where it has one.</summary>
    public async Task<JsonElement> ReadResourceAsync(ActionContext context, object id)
    {
        var table = context.Schema[Resources];
        var parameters = new QueryParameters { Filter = Equal(("id", id)), Appends = ["actions", "actions.scope"] };
        var row = await reader.FindAsync(queries.Parse(parameters, table, values), context.Aborted);
        var saved = JsonObject.Create(row)!;
        foreach (var action in saved["actions"]!.AsArray().OfType<JsonObject>().Where(a => a["scope"] is null))
        {
            action.Remove("scope");
        }

        return ToJson(saved);
    }

    private async Task ReplaceActionsAsync(
        ActionContext context,
        WriteSession session,
        RecordKey resource,
        IReadOnlyList<PermissionInput.ActionInput> actions
    )
    {
        var table = session.Schema[Actions];
        var old = await writes.FindKeysAsync(
            Query(table, Equal(("rolesResourceId", resource.Single))),
            session,
            context.Aborted
        );
        if (old.Count > 0)
        {
            await writer.DestroyAsync(session, table, old, context.Aborted);
        }

        foreach (var action in actions)
        {
            var scope = (action.ScopeKey, action.ScopeId) switch
            {
                ({ } key, _) => await FindScopeAsync(context, "key", key) ?? throw PermissionInput.NoScope(key),
                (null, { } id) => await FindScopeAsync(context, "id", id) ?? throw PermissionInput.NoScope(id),
                _ => null,
            };
            var row = new JsonObject
            {
                ["name"] = action.Name,
                ["fields"] = new JsonArray([.. action.Fields.Select(f => (JsonNode)f)]),
                ["rolesResourceId"] = JsonSerializer.SerializeToNode(resource.Single),
                ["scopeId"] = scope is null ? null : JsonSerializer.SerializeToNode(scope),
            };
            await writer.InsertAsync(session, table, ToJson(row), WriteOptions.Default, context.Aborted);
        }
    }

    private async Task<JsonElement> FindAsync(Collection table, JsonElement filter, ActionContext context) =>
        await reader.FindAsync(Query(table, filter), context.Aborted);

    private RecordQuery Query(Collection table, JsonElement filter) =>
        new(table) { Filter = filters.Parse(filter, table, values) };

    private Task<WrittenRecord?> UpdateAsync(
        WriteSession session,
        string table,
        RecordKey key,
        object row,
        ActionContext context
    ) =>
        writer.UpdateAsync(
            session,
            session.Schema[table],
            key,
            filter: null,
            ToJson(row),
            WriteOptions.Default,
            context.Aborted
        );

    private RecordKey Key(WriteSession session, string table, JsonElement row)
    {
        var column = session.Schema[table].PrimaryKey[0];
        return new RecordKey([column], [KeyParser.Value(row.GetProperty(column.Name), column, values)]);
    }

    private static JsonElement ToJson(object row) => JsonSerializer.SerializeToElement(row, JsonText.Serializer);

    private static JsonElement Equal(params (string Field, object Value)[] conditions) =>
        ToJson(conditions.ToDictionary(c => c.Field, c => c.Value, StringComparer.Ordinal));
}
