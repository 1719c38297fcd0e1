using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Data.Events;
using Pergola.Plugins.UiLayout.Access;
using Pergola.Plugins.UiLayout.Actions;
using Pergola.Plugins.UiLayout.Collections;
using Pergola.Plugins.UiLayout.Installation;
using Pergola.Plugins.UiLayout.Layouts;
using Pergola.Plugins.UiLayout.Routes;

namespace Pergola.Plugins.UiLayout;

/// <summary>The menu of an app, the layouts it is shown in, and which role sees what of it.</summary>
[Plugin(
    "ui-layout",
    DependsOn = ["acl", "flow-engine"],
    IsEssential = true,
    Description = "The menu, the layouts it is shown in, and who sees what of it."
)]
public sealed class UiLayoutPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin
            .Collections.Add<UiLayoutsCollection>()
            .Add<DesktopRoutesCollection>()
            .Add<MobileRoutesCollection>()
            .Add<DesktopRoutesUiLayoutsCollection>()
            .Add<RolesDesktopRoutesCollection>()
            .Add<RolesMobileRoutesCollection>()
            .Add<RoutesOfRoles>();
        plugin.Services.AddSingleton<RouteRights>();
        plugin.Services.AddSingleton<RouteRightsReader>();
        plugin.Services.AddSingleton<NotedRouteChanges>();
        plugin.Services.AddSingleton<RoutePlaces>();
        plugin.Services.AddSingleton<LayoutScope>();
        plugin.Services.AddSingleton<VisibleRoutes>();
        plugin.Services.AddSingleton<RouteWrites>();
        plugin.Install<LayoutSeeds>();

        plugin
            .Records.On<KeepLayouts>(UiLayoutsCollection.Name, ChangeKinds.All)
            .On<PlaceInLayout>(DesktopRoutesCollection.Name, ChangeKinds.Create);
        foreach (var kind in RouteKind.All)
        {
            plugin
                .Records.On<CheckRoute>(kind.Name, ChangeKinds.Create | ChangeKinds.Update)
                .On<KeepPages>(kind.Name, ChangeKinds.All)
                .On<SwitchTabs>(kind.Name, ChangeKinds.Update)
                .On<LinkNewRoutes>(kind.Name, ChangeKinds.Create)
                .On<KeepRouteRights>(kind.Name, ChangeKinds.All)
                .On<GuardRouteLinks>(kind.Links, ChangeKinds.Create | ChangeKinds.Update)
                .On<KeepRouteRights>(kind.Links, ChangeKinds.All);
            DeclareActions(plugin, kind);
            foreach (var table in new[] { kind.Name, kind.Links })
            {
                plugin.Acl.Reserve(table, "create", "update", "destroy");
            }
        }

        plugin
            .Resource(UiLayoutsCollection.Name)
            .Describe("The layouts an app is shown in", UiLayoutDescriptions.Layouts)
            .Close("list", "get", "create", "destroy")
            .Action<UpdateLayout>("update")
            .Action<ListLayouts>("listEnabled")
            .Action<ListLayouts>("listAccessible");
        DeclareRights(plugin);
    }

    private static void DeclareActions(PluginBuilder plugin, RouteKind kind)
    {
        plugin
            .Resource(kind.Name)
            .Describe("The menu", UiLayoutDescriptions.Routes)
            .Close("list", "get", "destroy", "move")
            .Action<CreateRoute>("create")
            .Action<UpdateRoute>("update")
            .Action<UpdateOrCreateRoute>("updateOrCreate")
            .Action<ListAccessibleRoutes>("listAccessible")
            .Action<GetAccessibleRoute>("getAccessible");

        // An entry is written as such, so that it is checked, and roles see what they are given as roles.
        plugin.Resource(kind.Name + ".children").Close("list", "get");
        plugin.Resource(kind.Name + ".parent").Close("list", "get");
        plugin.Resource(kind.Name + ".roles").Close("list", "get");
        plugin
            .Resource(kind.OfRoles)
            .Describe("The entries of the menu that a role sees", UiLayoutDescriptions.OfRoles)
            .Close("list", "get")
            .Action<AddRoleRoutes>("add")
            .Action<RemoveRoleRoutes>("remove")
            .Action<SetRoleRoutes>("set");
        plugin
            .Acl.Allow(kind.Name, "listAccessible", Audience.LoggedIn)
            .Allow(kind.Name, "getAccessible", Audience.LoggedIn);
    }

    private static void DeclareRights(PluginBuilder plugin)
    {
        foreach (var table in new[] { UiLayoutsCollection.Name, DesktopRoutesUiLayoutsCollection.Name })
        {
            plugin.Acl.Reserve(table, "create", "update", "destroy");
        }

        plugin
            .Acl.Allow(UiLayoutsCollection.Name, "listEnabled", Audience.Public)
            .Allow(UiLayoutsCollection.Name, "listAccessible", Audience.LoggedIn)
            .Snippet("pm.desktopRoutes", "roles.desktopRoutes:*", "desktopRoutes:list")
            .Snippet("pm.routes", "roles.desktopRoutes:*", "desktopRoutes:list")
            .Snippet("pm.mobile", "mobileRoutes:list", "roles.mobileRoutes:*")
            .Snippet(
                "ui.desktopRoutes",
                "desktopRoutes:create",
                "desktopRoutes:update",
                "desktopRoutes:move",
                "desktopRoutes:destroy",
                "desktopRoutes:updateOrCreate"
            )
            .Snippet(
                "ui.mobile",
                "mobileRoutes:create",
                "mobileRoutes:update",
                "mobileRoutes:move",
                "mobileRoutes:destroy"
            );
    }
}
