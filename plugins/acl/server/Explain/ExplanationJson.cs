using System.Text.Json;
using Pergola.App.Acl;
using Pergola.App.Acl.Explaining;
using Pergola.App.Acl.Rules;
using Pergola.Core.Json;
using Pergola.Data.Schema;
using Pergola.Plugins.Acl.Roles;

namespace Pergola.Plugins.Acl.Explain;

/// <summary>An explanation as clients get it: words of the API, which a screen puts into sentences.</summary>
internal sealed class ExplanationJson(RulesStore rules, PermissionBook book)
{
    private const string None = "none";

    public JsonElement Write(Explanation explanation)
    {
        var user = explanation.Caller.User!;
        return Json(
            new
            {
                user = new
                {
                    id = user.Id,
                    nickname = user.Record.Text("nickname"),
                    username = user.Record.Text("username"),
                },
                collection = explanation.Collection.Name,
                roleMode = RoleModes.NameOf(rules.Mode),
                defaultRole = user.DefaultRole,
                actingAs = explanation.Acting,
                roles = explanation.Roles.Select(r => new
                {
                    name = r.Name,
                    title = r.Title,
                    isOwn = r.IsOwn,
                    from = r.From.Select(f => new { by = f.By, title = f.Title }),
                }),
                actions = explanation.Actions.Select(a => Write(a, explanation)),
            }
        );
    }

    private object Write(ActionExplanation action, Explanation explanation)
    {
        var reach = explanation.Reached?.GetValueOrDefault(action.Action);
        return new
        {
            name = action.Action,
            isAllowed = action.IsAllowed,
            reason = ReasonOf(action),
            fields = action.Fields,
            hidden = action.Hidden,
            conditions = ConditionsOf(action.Action, action.Permission),
            fixedConditions = action.Fixed.Select(f => f.Condition),
            record = reach is null ? null : new { isWithin = reach.IsWithin, meetsFixed = reach.MeetsFixed },
            roles = action.Roles.Select(r => Write(r, action, explanation, reach)),
        };
    }

    private object Write(RoleExplanation role, ActionExplanation action, Explanation explanation, ActionReach? reach)
    {
        var scope = explanation.Scopes.GetValueOrDefault((role.Role, action.Action));
        return new
        {
            name = role.Role,
            acts = role.Acts,
            isAllowed = role.Permission is not null,
            reason = ReasonOf(role),
            isOwn = role is { Opening: Opening.None, Decision.Rule.IsOwn: true },
            snippet = role.Snippet,
            reservedTo = book.ReservedTo(explanation.Collection, action.Action),
            fields = ActionNames.FieldsOf(action.Action, role.Permission),
            scope = scope is null ? null : new { key = scope.Key, name = scope.Name },
            conditions = ConditionsOf(action.Action, role.Permission),
            isWithin = reach?.ByRole.TryGetValue(role.Role, out var isWithin) is true ? isWithin : (bool?)null,
        };
    }

    /// <summary>What decides in the end: the first of the roles that count and allow it, else what all of them say.</summary>
    private static string ReasonOf(ActionExplanation action)
    {
        if (!action.IsOffered)
        {
            return "notOffered";
        }

        var acting = action.Roles.Where(r => r.Acts).ToList();
        if (acting.Count == 0)
        {
            // Everything comes with a role that may do everything, whichever others there are.
            return "noRoles";
        }

        if (action.IsAllowed)
        {
            return acting.Where(r => r.Permission is not null).Select(ReasonOf).FirstOrDefault(None);
        }

        var reasons = acting.Select(ReasonOf).Distinct(StringComparer.Ordinal).ToList();
        return reasons is [var single] ? single : None;
    }

    private static string ReasonOf(RoleExplanation role) =>
        (role.Opening, role.Decision) switch
        {
            (Opening.Root, _) => "root",
            (Opening.Everybody or Opening.SignedIn, _) => "everybody",
            (Opening.Snippet, _) => "snippet",
            (_, { Rule.IsOwn: true, Permission: null }) => "noCreator",
            (_, { Source: RuleSource.Reserved }) => "reserved",
            (_, { Source: RuleSource.Collection }) => "rules",
            (_, { Source: RuleSource.Strategy }) => "strategy",
            _ => "outside",
        };

    private static IReadOnlyList<JsonElement> ConditionsOf(string action, Permission? permission) =>
        ActionNames.ReachesRecords(action) ? permission?.Scopes ?? [] : [];

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value, JsonText.Serializer);
}
