using System.Text.Json;
using Pergola.App.Acl.Rules;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Permissions;

/// <summary>A role's own rules for one collection as a request gives them, checked.</summary>
internal sealed record PermissionInput(
    string Name,
    string DataSource,
    bool UsesActions,
    IReadOnlyList<PermissionInput.ActionInput>? Actions
)
{
    /// <exception cref="BadRequestException">Collection, action, field or scope does not exist; the message names it.</exception>
    public static PermissionInput Read(JsonElement body, SchemaSnapshot schema, bool requireName)
    {
        var name = body.Text("name") ?? string.Empty;
        if (requireName && !schema.TryGet(name, out _))
        {
            throw new BadRequestException("Collection {collection} does not exist", [("collection", name)], "name");
        }

        var source = body.Text("dataSourceKey") ?? RolePermissions.Main;
        if (source != RolePermissions.Main)
        {
            throw new BadRequestException("data source {name} does not exist", [("name", source)], "dataSourceKey");
        }

        var actions = body.Get("actions") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(ReadAction).ToList()
            : null;
        return new PermissionInput(name, source, body.Flag("usingActionsConfig") ?? true, actions);
    }

    public static BadRequestException NoScope(string scope) =>
        new("Scope {scope} does not exist", [("scope", scope)], "scope");

    private static ActionInput ReadAction(JsonElement action)
    {
        var name = action.Text("name") ?? string.Empty;
        if (!ActionNames.All.Contains(name, StringComparer.Ordinal))
        {
            throw new BadRequestException("There is no action {action} to permit", [("action", name)], "actions");
        }

        var fields = action.Get("fields") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(f => f.ToString()).Order(StringComparer.Ordinal).ToList()
            : [];
        var id = action.Get("scopeId") ?? action.Get("scope")?.Get("id");
        if (id is { ValueKind: not (JsonValueKind.Number or JsonValueKind.String) } wrong)
        {
            throw NoScope(wrong.ToString());
        }

        return new ActionInput(name, fields, id?.ToString(), action.Text("scopeKey"));
    }

    internal sealed record ActionInput(string Name, IReadOnlyList<string> Fields, string? ScopeId, string? ScopeKey);
}
