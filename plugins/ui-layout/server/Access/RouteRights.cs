using System.Collections.Immutable;
using Pergola.App.Auth;
using Pergola.Plugins.UiLayout.Routes;

namespace Pergola.Plugins.UiLayout.Access;

/// <summary>
/// Which role sees which entry of a menu, in memory. What is read from it never changes; a change puts another one in its place.
/// </summary>
internal sealed class RouteRights
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<RouteKind, RouteSnapshot> _menus = RouteKind.All.ToImmutableDictionary(
        k => k,
        _ => RouteSnapshot.Empty
    );

    /// <summary>
    /// The entries that roles together see: those that one of them is linked to, and every entry above too. Null for all.
    /// </summary>
    public IReadOnlyList<object?>? VisibleTo(RouteKind kind, IReadOnlyList<string> roles) =>
        roles.Contains(RoleNames.Root, StringComparer.Ordinal)
            ? null
            : [.. Volatile.Read(ref _menus)[kind].VisibleTo(roles).Select(id => (object?)id)];

    public void Change(RouteKind kind, Func<RouteSnapshot, RouteSnapshot> change)
    {
        lock (_lock)
        {
            Volatile.Write(ref _menus, _menus.SetItem(kind, change(_menus[kind])));
        }
    }
}
