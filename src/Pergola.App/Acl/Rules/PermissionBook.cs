using System.Text.Json;
using Pergola.App.Auth;
using Pergola.Core.Json;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.App.Acl.Rules;

/// <summary>Decides what roles may do, from memory alone.</summary>
public sealed class PermissionBook(RulesStore rules, SnippetList snippets, ReservedActions reserved)
{
    private const string Creator = "createdById";
    private const string Root = "root";

    private static readonly JsonElement OwnRecords = JsonText.Parse(
        """{"createdById":"{{ctx.state.currentUser.id}}"}"""
    );

    /// <summary>
    /// Whether snippets of one of the roles allow an action; they put no limit on it.
    /// </summary>
    public bool AllowsBySnippet(IReadOnlyList<string> roles, string resource, string action)
    {
        // What administers an app is for people that can be named.
        if (roles is [RoleNames.Anonymous])
        {
            return false;
        }

        var containing = snippets.Containing(resource, action);
        return containing.Count > 0 && roles.Any(r => rules.Find(r)?.AllowedOf(containing) is not null);
    }

    /// <summary>The snippet by which a role on its own allows an action, null when none does.</summary>
    public string? SnippetOf(string role, string resource, string action) =>
        AllowsBySnippet([role], resource, action)
            ? rules.Find(role)!.AllowedOf(snippets.Containing(resource, action))
            : null;

    /// <summary>What roles may do together with the records of a collection; null for nothing.</summary>
    /// <param name="roles">The roles the request acts as.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="action">An action that permissions are given for, such as <c>view</c>.</param>
    public Permission? Of(IReadOnlyList<string> roles, Collection collection, string action)
    {
        Permission? together = null;
        if (reserved.Contains(collection.Name, action))
        {
            return null;
        }

        foreach (var role in roles)
        {
            if (DecideUnreserved(role, collection, action).Permission is { } permission)
            {
                together = Unite(together, permission);
            }
        }

        return together;
    }

    /// <summary>What one role says of an action on the records of a collection, snippets left aside.</summary>
    public RuleDecision Decide(string role, Collection collection, string action) =>
        reserved.Contains(collection.Name, action)
            ? new RuleDecision(RuleSource.Reserved, Rule: null, Permission: null)
            : DecideUnreserved(role, collection, action);

    /// <summary>Names of the snippets that open an action which rules never open.</summary>
    public IReadOnlyList<string> ReservedTo(Collection collection, string action) =>
        reserved.Contains(collection.Name, action) ? snippets.Containing(collection.Name, action) : [];

    /// <summary>
    /// Whether roles together may do all that another one may, so that handing it out makes nobody more powerful than they.
    /// </summary>
    public bool Covers(IReadOnlyList<string> roles, string other, SchemaSnapshot schema)
    {
        if (roles.Contains(other, StringComparer.Ordinal))
        {
            return true;
        }

        if (rules.Find(other) is not { } role || other == Root)
        {
            return false;
        }

        var positive = role.Snippets.Where(s => !s.StartsWith('!'));
        return positive.All(s => roles.Any(r => rules.Find(r)?.Snippets.Contains(s, StringComparer.Ordinal) ?? false))
            && schema.Collections.All(c => ActionNames.All.All(a => Covers(roles, role, c, a)));
    }

    private bool Covers(IReadOnlyList<string> roles, RoleRules role, Collection collection, string action)
    {
        // What rules never open makes nobody more powerful by being in one.
        if (reserved.Contains(collection.Name, action) || Decide(role, collection, action).Permission is not { } wanted)
        {
            return true;
        }

        return Of(roles, collection, action) is { } own
            && (own.Fields is null || (wanted.Fields?.All(own.Fields.Contains) ?? false))
            && (
                own.Scopes.Count == 0
                || (
                    wanted.Scopes.Count > 0 && wanted.Scopes.All(s => own.Scopes.Any(o => JsonElement.DeepEquals(o, s)))
                )
            );
    }

    /// <summary>
    /// Whether changing the links of a relation is no more than a change of its source. People may lead relations anywhere, and
    /// linking writes a key into the target, or a row between: those of the system are written by its own relations only.
    /// </summary>
    public bool MayLink(IReadOnlyList<string> roles, Relation relation) =>
        // Relations of what people cannot extend are those of its plugin.
        !FollowsStrategy(relation.Collection)
        || relation switch
        {
            HasOne or HasMany => IsOpen(roles, relation.Target),
            // Rows that link users, roles and departments are guarded one by one.
            BelongsToMany many => many.Through.Definition is { IsCode: true } code && (code.Flag("isThrough") ?? false)
                || IsOpen(roles, many.Through),
            _ => true,
        };

    private bool IsOpen(IReadOnlyList<string> roles, Collection written) =>
        (FollowsStrategy(written) && !reserved.Contains(written.Name, ActionNames.Update))
        || AllowsBySnippet(roles, written.Name, ActionNames.Update);

    private RuleDecision DecideUnreserved(string role, Collection collection, string action) =>
        rules.Find(role) is { } own
            ? Decide(own, collection, action)
            : new RuleDecision(RuleSource.Nothing, Rule: null, Permission: null);

    private static RuleDecision Decide(RoleRules role, Collection collection, string action)
    {
        if (role.Resources.TryGetValue(collection.Name, out var actions))
        {
            return Decided(RuleSource.Collection, actions.GetValueOrDefault(action), collection);
        }

        return FollowsStrategy(collection)
            ? Decided(RuleSource.Strategy, role.OfStrategy(action), collection)
            : new RuleDecision(RuleSource.Nothing, Rule: null, Permission: null);
    }

    private static RuleDecision Decided(RuleSource source, ActionRule? rule, Collection collection) =>
        new(source, rule, rule is null ? null : ToPermission(rule, collection));

    /// <summary>Collections of the designer do; tables that only the server and its plugins know do not.</summary>
    public static bool FollowsStrategy(Collection collection) =>
        !collection.Definition.IsCode || collection.Definition.Text("from") == "db2cm";

    /// <summary>Own records of a collection that does not note who made them are none.</summary>
    private static Permission? ToPermission(ActionRule rule, Collection collection)
    {
        if (rule.IsOwn)
        {
            return collection.TryGetColumn(Creator, out _) ? new Permission(rule.Fields, [OwnRecords]) : null;
        }

        return new Permission(rule.Fields, rule.Scope is { } scope && !IsEmpty(scope) ? [scope] : []);
    }

    /// <summary>The wider of both: no limit of one role holds against another that has none.</summary>
    private static Permission Unite(Permission? left, Permission right)
    {
        if (left is null)
        {
            return right;
        }

        var fields = left.Fields is null || right.Fields is null ? null : left.Fields.Union(right.Fields).ToList();
        IReadOnlyList<JsonElement> scopes =
            left.Scopes.Count == 0 || right.Scopes.Count == 0 ? [] : [.. left.Scopes, .. right.Scopes];
        return new Permission(fields, scopes);
    }

    private static bool IsEmpty(JsonElement scope) =>
        scope.ValueKind == JsonValueKind.Null
        || (scope.ValueKind == JsonValueKind.Object && !scope.EnumerateObject().Any());
}
