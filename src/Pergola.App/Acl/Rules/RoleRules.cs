using System.Collections.Frozen;

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
    public FrozenDictionary<string, FrozenDictionary<string, ActionRule>> Resources { get; init; } =
        FrozenDictionary<string, FrozenDictionary<string, ActionRule>>.Empty;

    /// <summary>Names of snippets, globs and denials (<c>!</c>) as they are stored.</summary>
    public IReadOnlyList<string> Snippets { get; init; } = [];

    public bool AllowsConfiguration { get; init; }

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

    /// <summary>Whether the snippets allow one of the snippets that contain an action. A denial always wins.</summary>
    public bool Allows(IReadOnlyList<string> containing) =>
        containing.Any(snippet =>
            Snippets.Any(entry => !IsDenial(entry) && Glob.Matches(entry, snippet))
            && !Snippets.Any(entry => IsDenial(entry) && Glob.Matches(entry[1..], snippet))
        );

    private static bool IsDenial(string entry) => entry.StartsWith('!');
}
