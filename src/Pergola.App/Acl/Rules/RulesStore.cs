using System.Collections.Immutable;

namespace Pergola.App.Acl.Rules;

/// <summary>How the roles of a user are used.</summary>
public enum RoleMode
{
    /// <summary>One at a time.</summary>
    One,

    /// <summary>One at a time, or all together when a request or the user's default asks for it.</summary>
    OneOrAll,

    /// <summary>Always all together.</summary>
    All,
}

/// <summary>The rules of all roles. What is read from it never changes; a change puts new rules in their place.</summary>
public sealed class RulesStore
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<string, RoleRules> _roles = ImmutableDictionary<string, RoleRules>.Empty;

    /// <summary>Whether several roles of a user may be used together.</summary>
    public RoleMode Mode { get; set; }

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
