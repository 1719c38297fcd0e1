using System.Text.Json;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.Data.Schema;
using Pergola.Plugins.Acl.Roles;

namespace Pergola.Plugins.Acl.Permissions;

/// <summary><c>roles:check</c>: what clients need to know of the caller's rights; the server decides anew each time.</summary>
[Reads]
internal sealed class CheckRolesAction(RulesStore rules) : IAction
{
    private const string Root = "root";

    public ValueTask ExecuteAsync(ActionContext context)
    {
        var user = context.RequireUser();
        var name = context.Role ?? string.Empty;
        var known = context.Roles.Select(rules.Find).OfType<RoleRules>().ToList();
        var role = known.Count > 0 ? RoleRules.Unite(name, known) : new RoleRules { Name = name };
        var isRoot = role.Name == Root;
        return context.WritePageAsync(
            json =>
            {
                json.WriteStartObject();
                Write(json, "roles", isRoot ? user.Roles : context.Roles);
                json.WriteString("role", role.Name);
                json.WriteString("roleMode", RoleModes.NameOf(rules.Mode));
                json.WriteStartObject("strategy");
                if (!isRoot)
                {
                    Write(json, "actions", role.Strategy);
                }

                json.WriteEndObject();
                WriteActions(json, isRoot ? new RoleRules { Name = Root } : role, context.Schema);
                Write(json, "snippets", role.Snippets);
                Write(json, "availableActions", ActionNames.All);
                json.WriteStartObject("actionAlias");
                foreach (var (action, cover) in ActionNames.Aliases)
                {
                    json.WriteString(action, cover);
                }

                json.WriteEndObject();
                json.WriteBoolean("allowAll", isRoot);
                json.WriteBoolean("allowConfigure", isRoot || role.AllowsConfiguration);
                Write(json, "allowMenuItemIds", []);
                json.WriteBoolean("allowAnonymous", rules.Has("anonymous"));
                Write(json, "uiButtonSchemasBlacklist", []);
                json.WriteEndObject();
            },
            meta =>
            {
                meta.WriteStartObject();
                meta.WriteStartObject("dataSources");
                meta.WriteEndObject();
                meta.WriteEndObject();
            }
        );
    }

    private static void WriteActions(Utf8JsonWriter json, RoleRules role, SchemaSnapshot schema)
    {
        json.WriteStartObject("actions");
        foreach (var (resource, actions) in role.Resources)
        {
            foreach (var (name, rule) in actions)
            {
                json.WriteStartObject($"{resource}:{name}");
                WriteFields(json, name, rule, schema.TryGet(resource, out var collection) ? collection : null);
                if (rule.IsOwn)
                {
                    json.WriteBoolean("own", true);
                }

                if (rule.Scope is { } scope && scope.EnumerateObject().Any())
                {
                    json.WritePropertyName("filter");
                    scope.WriteTo(json);
                }

                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
        Write(json, "resources", role.Resources.Keys);
    }

    private static void WriteFields(Utf8JsonWriter json, string action, ActionRule rule, Collection? collection)
    {
        var fields = rule.Fields ?? [];
        switch (action)
        {
            // Without limits nothing is said; an empty list would mean no field.
            case ActionNames.View or "export" when rule.Fields is null:
                break;
            case ActionNames.View or "export":
                var relations = fields.Where(f => collection?.TryGetRelation(f, out _) ?? false).ToList();
                string[] always = [.. collection?.PrimaryKey.Select(c => c.Name) ?? [], "createdAt", "updatedAt"];
                Write(
                    json,
                    "fields",
                    fields
                        .Except(relations, StringComparer.Ordinal)
                        .Concat(always.Where(n => collection?.TryGetColumn(n, out _) ?? false))
                        .Distinct(StringComparer.Ordinal)
                );
                Write(json, "appends", relations);
                break;
            case ActionNames.Create or ActionNames.Update:
                if (fields.Count > 0)
                {
                    Write(json, "whitelist", fields);
                }

                break;
            default:
                Write(json, "fields", fields);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
