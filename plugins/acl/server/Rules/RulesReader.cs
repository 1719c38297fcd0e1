using System.Text.Json;
using Pergola.App.Acl.Rules;
using Pergola.App.Signals;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.Acl.Roles;
using Pergola.Plugins.SystemSettings;

namespace Pergola.Plugins.Acl.Rules;

/// <summary>Reads the rules of roles from their tables and keeps the store up to date.</summary>
internal sealed class RulesReader : IDisposable
{
    public const string ModeTopic = "role-mode";
    private const string RolesTopic = "roles";
    private const string Main = "main";
    private const string Actions = "dataSourcesRolesResourcesActions";
    private const string Scopes = "dataSourcesRolesResourcesScopes";

    /// <summary>Roles that are read together; their rows are in memory at the same time.</summary>
    private const int AtOnce = 100;

    private readonly RecordReader _reader;
    private readonly FilterParser _filters;
    private readonly SchemaStore _schemas;
    private readonly RulesStore _store;
    private readonly SettingsBook _settings;
    private readonly ValueContext _values;
    private readonly ChangeSignals _signals;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly RulesPool _pool = new();

    public RulesReader(
        RecordReader reader,
        FilterParser filters,
        SchemaStore schemas,
        RulesStore store,
        SettingsBook settings,
        ValueContext values,
        ChangeSignals signals
    )
    {
        _reader = reader;
        _filters = filters;
        _schemas = schemas;
        _store = store;
        _settings = settings;
        _values = values;
        _signals = signals;
        signals.On(
            RolesTopic,
            async (names, token) => await ReloadAsync(JsonSerializer.Deserialize<string[]>(names), token)
        );
        signals.On(ModeTopic, async (_, token) => await ReadModeAsync(token));
    }

    /// <summary>Says which roles a transaction changes, up to its commit: they are read anew everywhere.</summary>
    public void ForgetWith(WriteTransaction transaction, IReadOnlyCollection<string> roles) =>
        _signals.RaiseWith(transaction, RolesTopic, () => JsonSerializer.Serialize(roles));

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
                _store.ReplaceAll(rules);
                await ReadModeAsync(cancellationToken);
            }
            else
            {
                _store.Replace(roles, rules.ToDictionary(r => r.Name, StringComparer.Ordinal));
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task ReadModeAsync(CancellationToken cancellationToken) =>
        _store.Mode = RoleModes.Parse((await _settings.GetAsync(cancellationToken)).RoleMode);

    private async Task<IReadOnlyList<RoleRules>> ReadAsync(
        IReadOnlyCollection<string>? roles,
        CancellationToken cancellationToken
    )
    {
        var found = new List<RoleRules>();
        foreach (var some in (await ReadAsync("roles", "name", roles, cancellationToken)).Chunk(AtOnce))
        {
            found.AddRange(await ReadAsync(some, cancellationToken));
        }

        return found;
    }

    private async Task<IEnumerable<RoleRules>> ReadAsync(JsonElement[] roles, CancellationToken cancellationToken)
    {
        string[] names = [.. roles.Select(r => r.Text("name")!)];
        var strategies = (await ReadAsync("dataSourcesRoles", "roleName", names, cancellationToken))
            .Where(r => r.Text("dataSourceKey") == Main)
            .ToLookup(r => r.Text("roleName"), StringComparer.Ordinal);
        var resources = (await ReadAsync("dataSourcesRolesResources", "roleName", names, cancellationToken))
            .Where(r => r.Text("dataSourceKey") == Main && (r.Flag("usingActionsConfig") ?? false))
            .ToLookup(r => r.Text("roleName"), StringComparer.Ordinal);
        var ids = resources.SelectMany(r => r).Select(r => r.GetProperty("id").ToString());
        var actions = (await ReadAsync(Actions, "rolesResourceId", [.. ids], cancellationToken)).ToLookup(
            a => a.GetProperty("rolesResourceId").ToString(),
            StringComparer.Ordinal
        );
        var used = actions.SelectMany(a => a).Select(a => a.Get("scopeId")?.ToString()).OfType<string>().Distinct();
        var scopes = (await ReadAsync(Scopes, "id", [.. used], cancellationToken)).ToDictionary(
            s => s.GetProperty("id").ToString(),
            StringComparer.Ordinal
        );
        return
        [
            .. roles.Select(role => new RoleRules
            {
                Name = role.Text("name")!,
                Strategy = _pool.List(
                    ActionsOf(
                        strategies[role.Text("name")].Select(s => s.Get("strategy")).FirstOrDefault()
                            ?? role.Get("strategy")
                    )
                ),
                Snippets = _pool.List(Texts(role.Get("snippets"))),
                AllowsConfiguration = role.Flag("allowConfigure") ?? false,
                Resources = _pool.Resources(
                    resources[role.Text("name")]
                        .Select(r =>
                            KeyValuePair.Create(
                                r.Text("name") ?? string.Empty,
                                Rules(actions[r.GetProperty("id").ToString()], scopes)
                            )
                        )
                ),
            }),
        ];
    }

    private NameDictionary<ActionRule> Rules(
        IEnumerable<JsonElement> actions,
        Dictionary<string, JsonElement> scopes
    ) =>
        _pool.Rules(
            actions
                // A rule whose scope is gone must not become one without a scope.
                .Where(a => a.Get("scopeId") is not { } id || scopes.ContainsKey(id.ToString()))
                .Select(a =>
                {
                    var scope = a.Get("scopeId") is { } id ? scopes[id.ToString()] : (JsonElement?)null;
                    var name = a.Text("name") ?? string.Empty;
                    return KeyValuePair.Create(name, Rule(a, name, scope));
                })
        );

    /// <summary>An empty list of fields limits reading, and nothing else (recorded).</summary>
    private ActionRule Rule(JsonElement action, string name, JsonElement? scope)
    {
        var fields = Texts(action.Get("fields"));
        var isLimited = fields.Count > 0 || name is ActionNames.View or "export";
        return _pool.Rule(isLimited ? fields : null, scope?.Get("scope"), isOwn: scope?.Text("key") == "own");
    }

    private static IReadOnlyList<string> ActionsOf(JsonElement? strategy) =>
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
        IReadOnlyCollection<string>? among,
        CancellationToken cancellationToken
    )
    {
        if (among is { Count: 0 })
        {
            return [];
        }

        var table = _schemas.Current[collection];
        var filter = among is null
            ? null
            : _filters.Parse(
                JsonSerializer.SerializeToElement(
                    new Dictionary<string, object> { [by] = new Dictionary<string, object> { ["$in"] = among } },
                    JsonText.Serializer
                ),
                table,
                _values
            );
        using var page = await _reader.ReadAsync(new RecordQuery(table) { Filter = filter }, cancellationToken);
        return [.. RecordReader.ToJson(page).EnumerateArray()];
    }
}
