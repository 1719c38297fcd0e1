using System.Collections.Frozen;

namespace Pergola.App.Acl;

/// <summary>The fixed filters of a generation by action.</summary>
public sealed class FixedFilterList(IEnumerable<FixedFilter> filters)
{
    private readonly FrozenDictionary<(string Resource, string Action), FixedFilter[]> _filters = filters
        .GroupBy(f => (f.Resource, f.Action))
        .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    public IReadOnlyList<FixedFilter> Find(string resource, string action) =>
        _filters.GetValueOrDefault((resource, action), []);
}
