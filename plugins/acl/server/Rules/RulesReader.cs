using System.Collections.Frozen;
using System.Text.Json;
using Pergola.App.Acl.Rules;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.Acl.Roles;
using Pergola.Plugins.SystemSettings;

namespace Pergola.Plugins.Acl.Rules;

/// <summary>Reads the rules of roles from their tables and keeps the store up to date.</summary>
internal sealed class RulesReader(
    RecordReader reader,
    FilterParser filters,
    SchemaStore schemas,
    RulesStore store,
    SettingsBook settings,
    ValueContext values
) : IDisposable
{
    private const string Main = "main";
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Puts the rules of these roles, or of all, into the store as they are in the database now.</summary>
    public async Task ReloadAsync(IReadOnlyCollection<string>? roles, CancellationToken cancellationToken)
    {
        // One after another, so that what was read later is what stays.
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var rules = await ReadAsync(roles, cancellationToken);
            if (roles is null)
            {
                store.ReplaceAll(rules);
                store.Mode = RoleModes.Parse((await settings.GetAsync(cancellationToken)).RoleMode);
            }
            else
            {
                store.Replace(roles, rules.ToDictionary(r => r.Name, StringComparer.Ordinal));
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<IReadOnlyList<RoleRules>> ReadAsync(
        IReadOnlyCollection<string>? roles,
        CancellationToken cancellationToken
    )
    {
        var rows = await ReadAsync("roles", "name", roles, cancellationToken);
        var strategies = (await ReadAsync("dataSourcesRoles", "roleName", roles, cancellationToken))
            .Where(r => r.Text("dataSourceKey") == Main)
            .ToLookup(r => r.Text("roleName"), StringComparer.Ordinal);
        var resources = (await ReadAsync("dataSourcesRolesResources", "roleName", roles, cancellationToken, "actions"))
            .Where(r => r.Text("dataSourceKey") == Main && (r.Flag("usingActionsConfig") ?? false))
            .ToLookup(r => r.Text("roleName"), StringComparer.Ordinal);
        return
        [
            .. rows.Select(role =>
            {
                var name = role.Text("name")!;
                return new RoleRules
                {
                    Name = name,
                    Strategy = Actions(
                        strategies[name].Select(s => s.Get("strategy")).FirstOrDefault() ?? role.Get("strategy")
                    ),
                    Snippets = Texts(role.Get("snippets")),
                    AllowsConfiguration = role.Flag("allowConfigure") ?? false,
                    Resources = resources[name]
                        .GroupBy(r => r.Text("name") ?? string.Empty, StringComparer.Ordinal)
                        .ToFrozenDictionary(g => g.Key, g => Rules(g.First()), StringComparer.Ordinal),
                };
            }),
        ];
    }

    private static FrozenDictionary<string, ActionRule> Rules(JsonElement resource) =>
        (resource.Get("actions")?.EnumerateArray() ?? default)
            // A rule whose scope is gone must not become one without a scope.
            .Where(a => a.Get("scopeId") is null || a.Get("scope") is not null)
            .GroupBy(a => a.Text("name") ?? string.Empty, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => Rule(g.First(), g.Key), StringComparer.Ordinal);

    /// <summary>An empty list of fields limits reading, and nothing else (recorded).</summary>
    private static ActionRule Rule(JsonElement action, string name)
    {
        var fields = Texts(action.Get("fields"));
        var scope = action.Get("scope");
        var isLimited = fields.Count > 0 || name is ActionNames.View or "export";
        return new ActionRule(
            isLimited ? fields : null,
            scope?.Get("scope")?.Clone(),
            IsOwn: scope?.Text("key") == "own"
        );
    }

    private static IReadOnlyList<string> Actions(JsonElement? strategy) =>
        strategy?.Get("actions") switch
        {
            { ValueKind: JsonValueKind.String } one => [one.GetString()!],
            var list => Texts(list),
        };

    private static IReadOnlyList<string> Texts(JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!)]
            : [];

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(
        string collection,
        string by,
        IReadOnlyCollection<string>? roles,
        CancellationToken cancellationToken,
        string? append = null
    )
    {
        var table = schemas.Current[collection];
        var selection = Selection.All(table);
        if (append is not null && table.TryGetRelation(append, out var relation))
        {
            var inner = Selection.All(relation.Target);
            relation.Target.TryGetRelation("scope", out var scope);
            selection = selection with
            {
                Appends =
                [
                    new Append(relation, inner with { Appends = [new Append(scope!, Selection.All(scope!.Target))] }),
                ],
            };
        }

        var filter = roles is null
            ? null
            : filters.Parse(
                JsonSerializer.SerializeToElement(
                    new Dictionary<string, object> { [by] = new Dictionary<string, object> { ["$in"] = roles } },
                    JsonText.Serializer
                ),
                table,
                values
            );
        using var page = await reader.ReadAsync(
            new RecordQuery(table) { Selection = selection, Filter = filter },
            cancellationToken
        );
        return [.. RecordReader.ToJson(page).EnumerateArray()];
    }
}
