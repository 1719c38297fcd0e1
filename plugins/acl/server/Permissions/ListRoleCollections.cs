using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Permissions;

/// <summary>
/// <c>roles/&lt;role&gt;/dataSourcesCollections:list</c>: every collection that permissions are given for, and whether the
/// role has rules of its own for it.
/// </summary>
[Reads]
internal sealed class ListRoleCollections(RulesStore rules, RolePermissions permissions, StoredFields stored) : IAction
{
    private const int DefaultPageSize = 20;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var role = await RoleResource.RoleAsync(permissions, context);
        var filter = context.Params.Filter;
        if (Find(filter, "dataSourceKey") is null)
        {
            throw new BadRequestException("Parameter {name} is missing", [("name", "dataSourceKey")], "dataSourceKey");
        }

        var own = rules.Find(role)?.Resources;
        var title = Includes(filter, "title");
        var name = Includes(filter, "name");
        var found = context
            .Schema.Collections.Where(PermissionBook.FollowsStrategy)
            .Where(c => Contains(c.Name, name) && Contains(c.Definition.Text("title"), title))
            .OrderBy(c => c.Name, StringComparer.Ordinal)
            .ToList();
        var fields = await stored.ReadAsync(context.Schema, context.Aborted);
        var pageSize = context.Params.PageSize ?? DefaultPageSize;
        await context.WritePageAsync(
            json =>
            {
                json.WriteStartArray();
                foreach (var collection in found)
                {
                    Write(json, collection, role, own?.ContainsKey(collection.Name) ?? false, fields);
                }

                json.WriteEndArray();
            },
            meta =>
            {
                meta.WriteStartObject();
                meta.WriteNumber("count", found.Count);
                meta.WriteNumber("page", context.Params.Page);
                meta.WriteNumber("pageSize", pageSize);
                meta.WriteNumber("totalPage", (found.Count + pageSize - 1) / pageSize);
                meta.WriteEndObject();
            }
        );
    }

    private static void Write(
        Utf8JsonWriter json,
        Collection collection,
        string role,
        bool hasRules,
        ILookup<string, JsonObject> fields
    )
    {
        json.WriteStartObject();
        json.WriteString("type", "collection");
        json.WriteString("name", collection.Name);
        json.WriteString("collectionName", collection.Name);
        json.WriteString("title", collection.Definition.Text("title"));
        json.WriteString("roleName", role);
        json.WriteString("usingConfig", hasRules ? "resourceAction" : "strategy");
        json.WriteBoolean("exists", hasRules);
        json.WriteStartArray("fields");
        foreach (var field in StoredFields.Of(collection, fields))
        {
            field.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool Contains(string? text, string? part) =>
        part is null || (text?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false);

    private static string? Includes(JsonElement? filter, string field) =>
        Find(filter, field) is { } condition
            ? condition.Text("$includes")
                ?? (condition.ValueKind == JsonValueKind.String ? condition.GetString() : null)
            : null;

    /// <summary>A condition of the filter, also within its <c>$and</c>.</summary>
    private static JsonElement? Find(JsonElement? filter, string field)
    {
        if (filter is not { ValueKind: JsonValueKind.Object } conditions)
        {
            return null;
        }

        return conditions.Get(field)
            ?? (
                conditions.Get("$and") is { ValueKind: JsonValueKind.Array } list
                    ? list.EnumerateArray().Select(item => Find(item, field)).FirstOrDefault(found => found is not null)
                    : null
            );
    }
}
