namespace Pergola.App.Acl.Rules;

/// <summary>Everything a role may do in the main database. Immutable.</summary>
public sealed class RoleRules
{
    private const string Any = "*";
    private const string Own = ":own";

    public required string Name { get; init; }

    /// <summary>Actions on every collection that has no rules of its own, such as <c>view</c> and <c>update:own</c>.</summary>
    public IReadOnlyList<string> Strategy { get; init; } = [];

    /// <summary>Rules by collection and action; a collection that is here follows the strategy in nothing.</summary>
    public NameDictionary<NameDictionary<ActionRule>> Resources { get; init; } =
        NameDictionary<NameDictionary<ActionRule>>.Empty;

    /// <summary>Names of snippets, globs and denials (<c>!</c>) as they are stored.</summary>
    public IReadOnlyList<string> Snippets { get; init; } = [];

    public bool AllowsConfiguration { get; init; }

    /// <summary>
    /// What several roles may do together, as clients are told: an action is open when one of them may do it, a denial of a
    /// snippet stays when all that have the snippet deny it, and no limit of one holds against another without.
    /// </summary>
    public static RoleRules Unite(string name, IReadOnlyList<RoleRules> roles)
    {
        if (roles is [var single])
        {
            return single;
        }

        var denials = roles[0].Snippets.Where(IsDenial).Where(d => roles.All(r => DeniesIfAllowed(r, d)));
        var later = roles
            .Skip(1)
            .SelectMany(r => r.Snippets.Where(IsDenial))
            .Where(d => roles.All(r => DeniesIfAllowed(r, d)));
        return new RoleRules
        {
            Name = name,
            Strategy = [.. roles.SelectMany(r => r.Strategy).Distinct(StringComparer.Ordinal)],
            Snippets =
            [
                .. roles
                    .SelectMany(r => r.Snippets.Where(s => !IsDenial(s)))
                    .Concat(denials)
                    .Concat(later)
                    .Distinct(StringComparer.Ordinal),
            ],
            AllowsConfiguration = roles.Any(r => r.AllowsConfiguration),
            Resources = NameDictionary<NameDictionary<ActionRule>>.Of(
                roles
                    .SelectMany(r => r.Resources.Keys)
                    .Distinct(StringComparer.Ordinal)
                    .Select(n => KeyValuePair.Create(n, Unite(roles.Select(r => RulesFor(r, n)))))
            ),
        };
    }

    private static NameDictionary<ActionRule> Unite(IEnumerable<IReadOnlyDictionary<string, ActionRule>> rules) =>
        NameDictionary<ActionRule>.Of(
            rules
                .SelectMany(r => r)
                .GroupBy(r => r.Key, StringComparer.Ordinal)
                .Select(g => KeyValuePair.Create(g.Key, g.Select(r => r.Value).Aggregate(ActionRule.Unite)))
        );

    /// <summary>The rules of a role for a collection, its strategy where it has none of its own.</summary>
    private static IReadOnlyDictionary<string, ActionRule> RulesFor(RoleRules role, string resource) =>
        role.Resources.TryGetValue(resource, out var own)
            ? own
            : ActionNames
                .All.Select(a => (Action: a, Rule: role.OfStrategy(a)))
                .Where(r => r.Rule is { IsOwn: false })
                .ToDictionary(r => r.Action, r => r.Rule!, StringComparer.Ordinal);

    private static bool DeniesIfAllowed(RoleRules role, string denial) =>
        role.Snippets.Contains(denial, StringComparer.Ordinal)
        || !role.Snippets.Any(s => !IsDenial(s) && Glob.Matches(s, denial[1..]));

    /// <summary>The rule of the strategy for an action, null when it has none.</summary>
    public ActionRule? OfStrategy(string action)
    {
        ActionRule? found = null;
        foreach (var entry in Strategy)
        {
            if (entry == Any || entry == action || entry == action + ":all")
            {
                return ActionRule.Everything;
            }

            if (entry == action + Own)
            {
                found = ActionRule.Own;
            }
        }

        return found;
    }

    /// <summary>The first of the snippets that contain an action which the role's allow, else null. A denial always wins.</summary>
    public string? AllowedOf(IReadOnlyList<string> containing) =>
        containing.FirstOrDefault(snippet =>
            Snippets.Any(entry => !IsDenial(entry) && Glob.Matches(entry, snippet))
            && !Snippets.Any(entry => IsDenial(entry) && Glob.Matches(entry[1..], snippet))
        );

    private static bool IsDenial(string entry) => entry.StartsWith('!');
}
