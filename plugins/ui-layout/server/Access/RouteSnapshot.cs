using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Pergola.Plugins.UiLayout.Access;

/// <summary>The entries of one menu with those above them, and the entries each role is linked to.</summary>
internal sealed class RouteSnapshot(
    FrozenDictionary<long, long?> parents,
    ImmutableDictionary<string, ImmutableArray<long>> links
)
{
    public static readonly RouteSnapshot Empty = new(
        FrozenDictionary<long, long?>.Empty,
        ImmutableDictionary.Create<string, ImmutableArray<long>>(StringComparer.Ordinal)
    );

    /// <summary>Entries that no entry lacks above them which the roles do not see.</summary>
    public IEnumerable<long> VisibleTo(IReadOnlyList<string> roles)
    {
        var linked = new HashSet<long>();
        foreach (var role in roles)
        {
            linked.UnionWith(links.GetValueOrDefault(role, []));
        }

        var known = new Dictionary<long, bool>(linked.Count);
        return linked.Where(id => IsReached(id, linked, known));
    }

    public RouteSnapshot WithTree(IEnumerable<(long Id, long? Parent)> tree) =>
        new(tree.ToFrozenDictionary(r => r.Id, r => r.Parent), links);

    /// <summary>What some roles are linked to; one that is linked to nothing is left out.</summary>
    public RouteSnapshot WithRoles(IEnumerable<string> roles, ILookup<string, long> linked)
    {
        var builder = links.ToBuilder();
        foreach (var role in roles)
        {
            Set(builder, role, [.. linked[role].Order()]);
        }

        return new RouteSnapshot(parents, builder.ToImmutable());
    }

    /// <summary>Which roles one entry is linked to.</summary>
    public RouteSnapshot WithRoute(long id, IReadOnlySet<string> roles)
    {
        var builder = links.ToBuilder();
        foreach (var role in links.Keys.Concat(roles).Distinct(StringComparer.Ordinal))
        {
            var before = links.GetValueOrDefault(role, []);
            if (before.BinarySearch(id) >= 0 != roles.Contains(role))
            {
                Set(builder, role, roles.Contains(role) ? [.. before.Add(id).Order()] : before.Remove(id));
            }
        }

        return new RouteSnapshot(parents, builder.ToImmutable());
    }

    private static void Set(
        ImmutableDictionary<string, ImmutableArray<long>>.Builder builder,
        string role,
        ImmutableArray<long> linked
    )
    {
        if (linked.IsEmpty)
        {
            builder.Remove(role);
        }
        else
        {
            builder[role] = linked;
        }
    }

    /// <summary>An entry below one that is gone, or below itself, is reached by nobody.</summary>
    private bool IsReached(long id, HashSet<long> linked, Dictionary<long, bool> known)
    {
        var passed = new List<long>();
        bool reached;
        for (var at = id; ; )
        {
            if (known.TryGetValue(at, out reached))
            {
                break;
            }

            if (!linked.Contains(at) || !parents.TryGetValue(at, out var parent) || passed.Count > parents.Count)
            {
                reached = false;
                break;
            }

            passed.Add(at);
            if (parent is not { } above)
            {
                reached = true;
                break;
            }

            at = above;
        }

        foreach (var one in passed)
        {
            known[one] = reached;
        }

        return reached;
    }
}
