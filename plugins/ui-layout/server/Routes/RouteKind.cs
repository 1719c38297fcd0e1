using Pergola.Plugins.UiLayout.Collections;

namespace Pergola.Plugins.UiLayout.Routes;

/// <summary>A menu: where its entries are, and who sees them.</summary>
/// <param name="Name">Name of the collection of entries.</param>
/// <param name="Links">Collection that says which role sees which entry.</param>
/// <param name="LinkKey">Its column with the entry.</param>
/// <param name="AllowsNew">Field of roles that see new entries by themselves.</param>
internal sealed record RouteKind(string Name, string Links, string LinkKey, string AllowsNew)
{
    public static readonly RouteKind Desktop = new(
        DesktopRoutesCollection.Name,
        "rolesDesktopRoutes",
        "desktopRouteId",
        "allowNewMenu"
    );

    public static readonly RouteKind Mobile = new(
        MobileRoutesCollection.Name,
        "rolesMobileRoutes",
        "mobileRouteId",
        "allowNewMobileMenu"
    );

    public static readonly IReadOnlyList<RouteKind> All = [Desktop, Mobile];

    /// <summary>The menu that a collection belongs to, that of its entries or that of its links.</summary>
    public static RouteKind Of(string collection) => All.First(k => k.Name == collection || k.Links == collection);

    /// <summary>The relation of roles to its entries as a resource.</summary>
    public string OfRoles => "roles." + Name;
}
