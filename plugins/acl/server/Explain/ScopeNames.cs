using System.Text.Json;
using Pergola.App.Acl.Explaining;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Data.Schema;
using Pergola.Plugins.Acl.Permissions;

namespace Pergola.Plugins.Acl.Explain;

/// <summary>The names of the conditions that rules refer to; what decides requests knows the conditions alone.</summary>
internal sealed class ScopeNames(RolePermissions permissions)
{
    public async Task<IReadOnlyDictionary<(string Role, string Action), NamedScope>> FindAsync(
        ActionContext context,
        Collection collection,
        IReadOnlyList<ActionExplanation> actions
    )
    {
        var found = new Dictionary<(string, string), NamedScope>();
        var ruled = actions
            .SelectMany(a => a.Roles)
            .Where(r =>
                r.Decision is { Source: RuleSource.Collection, Rule: { } rule }
                && (rule.IsOwn || rule.Scope is not null)
            )
            .Select(r => r.Role)
            .Distinct(StringComparer.Ordinal);
        foreach (var role in ruled)
        {
            var filter = JsonSerializer.SerializeToElement(
                new { name = collection.Name, dataSourceKey = RolePermissions.Main },
                JsonText.Serializer
            );
            var rules = await permissions.FindResourceAsync(context, role, filter, ["actions", "actions.scope"]);
            foreach (var rule in rules.Get("actions")?.EnumerateArray() ?? default)
            {
                if (rule.Get("scope") is { ValueKind: JsonValueKind.Object } scope)
                {
                    found[(role, rule.Text("name") ?? string.Empty)] = new NamedScope(
                        scope.Text("key") ?? string.Empty,
                        scope.Text("name") ?? string.Empty
                    );
                }
            }
        }

        return found;
    }
}

/// <summary>A condition as people know it.</summary>
internal sealed record NamedScope(string Key, string Name);
