using System.Collections.Frozen;

namespace Pergola.App.Acl.Rules;

/// <summary>
/// Actions that would let whoever may use them become more powerful, such as changing roles: neither a strategy nor the rules
/// of a collection open them, a snippet does.
/// </summary>
public sealed class ReservedActions(IEnumerable<(string Collection, string Action)> actions)
{
    private readonly FrozenSet<(string Collection, string Action)> _actions = actions.ToFrozenSet();

    public bool Contains(string collection, string action) => _actions.Contains((collection, action));
}
