using Pergola.App.Acl.Explaining;
using Pergola.App.Auth;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Explain;

/// <summary>All that is said of somebody's rights.</summary>
/// <param name="Caller">The one they are explained of.</param>
/// <param name="Collection">What they are rights to.</param>
/// <param name="Acting">The roles whose rights count together.</param>
/// <param name="Roles">All their roles.</param>
/// <param name="Actions">What they may do.</param>
/// <param name="Reached">What they may do with one record; null when none is asked about.</param>
/// <param name="Scopes">The named conditions that rules of their roles refer to.</param>
internal sealed record Explanation(
    Caller Caller,
    Collection Collection,
    IReadOnlyList<string> Acting,
    IReadOnlyList<RoleOrigin> Roles,
    IReadOnlyList<ActionExplanation> Actions,
    IReadOnlyDictionary<string, ActionReach>? Reached,
    IReadOnlyDictionary<(string Role, string Action), NamedScope> Scopes
);
