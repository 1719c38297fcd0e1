using System.Collections.Frozen;

namespace Pergola.App.Acl;

/// <summary>Which actions are open without a permission, and to whom.</summary>
public sealed class AllowanceList(IEnumerable<Allowance> allowances)
{
    private readonly FrozenDictionary<(string Resource, string Action), Audience> _audiences = allowances
        .GroupBy(a => (a.Resource, a.Action))
        .ToFrozenDictionary(g => g.Key, g => g.Min(a => a.Audience));

    /// <summary>The audience of an action, null when it takes a permission.</summary>
    public Audience? Find(string resource, string action) =>
        Get(resource, action) ?? Get(resource, "*") ?? Get("*", action);

    private Audience? Get(string resource, string action) =>
        _audiences.TryGetValue((resource, action), out var audience) ? audience : null;
}
