using System.Collections.Immutable;

namespace Pergola.App.Acl.Rules;

/// <summary>The rules of all roles. What is read from it never changes; a change puts new rules in their place.</summary>
public sealed class RulesStore
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<string, RoleRules> _roles = ImmutableDictionary<string, RoleRules>.Empty;

    public RoleRules? Find(string role) => Volatile.Read(ref _roles).GetValueOrDefault(role);

    public bool Has(string role) => Volatile.Read(ref _roles).ContainsKey(role);

    /// <summary>Puts the rules of some roles in place of what was there; a role without rules is gone.</summary>
    public void Replace(IEnumerable<string> names, IReadOnlyDictionary<string, RoleRules> rules)
    {
        lock (_lock)
        {
            var builder = _roles.ToBuilder();
            foreach (var name in names)
            {
                if (rules.TryGetValue(name, out var found))
                {
                    builder[name] = found;
                }
                else
                {
                    builder.Remove(name);
                }
            }

            Volatile.Write(ref _roles, builder.ToImmutable());
        }
    }

    public void ReplaceAll(IEnumerable<RoleRules> rules)
    {
        lock (_lock)
        {
            Volatile.Write(ref _roles, rules.ToImmutableDictionary(r => r.Name, StringComparer.Ordinal));
        }
    }
}
