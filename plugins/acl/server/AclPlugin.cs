using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Data.Events;
using Pergola.Plugins.Acl.Collections;
using Pergola.Plugins.Acl.Explain;
using Pergola.Plugins.Acl.Installation;
using Pergola.Plugins.Acl.Permissions;
using Pergola.Plugins.Acl.Roles;
using Pergola.Plugins.Acl.Rules;

namespace Pergola.Plugins.Acl;

/// <summary>Roles, who has them, and what they may do.</summary>
[Plugin("acl", DependsOn = ["system-settings"], IsEssential = true, Description = "Roles and what they may do.")]
public sealed class AclPlugin : Plugin
{
    private static readonly string[] RuleTables =
    [
        "roles",
        "dataSourcesRoles",
        "dataSourcesRolesResources",
        "dataSourcesRolesResourcesActions",
        "dataSourcesRolesResourcesScopes",
    ];

    public override void Configure(PluginBuilder plugin)
    {
        plugin.Services.AddSingleton<RulesReader>();
        plugin.Services.AddSingleton<RolePermissions>();
        plugin.Services.AddSingleton<RolePower>();
        plugin.Services.AddSingleton<StoredFields>();
        plugin.Services.AddSingleton<RoleOrigins>();
        plugin.Services.AddSingleton<ScopeNames>();
        plugin.Services.AddSingleton<ExplanationJson>();
        plugin
            .Collections.Add<RolesCollection>()
            .Add<RolesUsersCollection>()
            .Add<DataSourcesCollection>()
            .Add<DataSourcesRolesCollection>()
            .Add<DataSourcesRolesResourcesCollection>()
            .Add<DataSourcesRolesResourcesActionsCollection>()
            .Add<DataSourcesRolesResourcesScopesCollection>();
        plugin.Install<RoleSeeds>().Install<PermissionSeeds>();

        plugin.Records.On<CheckRole>("roles", ChangeKinds.Create | ChangeKinds.Update);
        plugin.Records.On<CheckScope>("dataSourcesRolesResourcesScopes", ChangeKinds.Create | ChangeKinds.Update);
        plugin.Records.On<RoleDefaults>("roles", ChangeKinds.Create | ChangeKinds.Update);
        plugin.Records.On<RoleLinks>("roles", ChangeKinds.All).On<RoleLinks>("dataSourcesRoles", ChangeKinds.Update);
        foreach (var guarded in new[] { "roles", "rolesUsers" })
        {
            plugin.Records.On<GuardPower>(guarded, ChangeKinds.All);
        }

        plugin.Records.On<GuardPower>("users", ChangeKinds.Update | ChangeKinds.Destroy);
        plugin.Records.On<KeepRoleMode>("systemSettings", ChangeKinds.Create | ChangeKinds.Update);
        foreach (var table in RuleTables)
        {
            plugin.Records.On<KeepRulesCurrent>(table, ChangeKinds.All);
        }

        DeclareActions(plugin);
        DeclareLimits(plugin);
    }

    private static void DeclareActions(PluginBuilder plugin)
    {
        plugin
            .Resource("roles")
            .Describe("Roles: bundles of rights that people are given", AclDescriptions.Roles)
            .Action<ListRoles>("list")
            .Action<CheckRolesAction>("check")
            .Action<ExplainAction>("explain")
            .Action<SetSystemRoleMode>("setSystemRoleMode")
            .Action<ApplyDataPermissions>("applyDataPermissions");
        plugin.Acl.Allow("roles", "check", Audience.LoggedIn);
        plugin
            .Resource("availableActions")
            .Describe("The actions that rights are given for", AclDescriptions.AvailableActions)
            .Action<ListAvailableActions>("list");
        plugin
            .Resource("dataSources.roles")
            .Describe(string.Empty, AclDescriptions.DataSourceRoles)
            .Action<GetDataSourceRole>("get")
            .Action<UpdateDataSourceRole>("update");
        plugin
            .Resource("roles.dataSourceResources")
            .Describe(string.Empty, AclDescriptions.RoleResources)
            .Action<GetRoleResource>("get")
            .Action<CreateRoleResource>("create")
            .Action<UpdateRoleResource>("update");
        plugin
            .Resource("roles.dataSourcesCollections")
            .Describe(string.Empty, AclDescriptions.RoleCollections)
            .Action<ListRoleCollections>("list");
    }

    private static void DeclareLimits(PluginBuilder plugin)
    {
        plugin.Acl.Fix("roles", "destroy", """{"name":{"$notIn":["root","admin","member"]}}""");
        foreach (var action in new[] { "update", "destroy" })
        {
            foreach (var resource in new[] { "dataSourcesRolesResourcesScopes", "dataSources.rolesResourcesScopes" })
            {
                plugin.Acl.Fix(resource, action, """{"key":{"$notIn":["all","own"]}}""");
            }
        }

        // Whoever may write roles or users freely may become anybody: that takes more than a strategy for all collections.
        foreach (var table in RuleTables.Concat(["rolesUsers", "users"]))
        {
            plugin.Acl.Reserve(table, "create", "update", "destroy");
        }

        plugin.Acl.Snippet(
            "pm.acl.roles",
            [
                "roles:*",
                "roles.snippets:*",
                "availableActions:list",
                "roles.collections:list",
                "roles.resources:*",
                .. LinksOf("roles.users"),
                "roles.dataSourcesCollections:*",
                "roles.dataSourceResources:*",
                "dataSources.roles:*",
                "dataSources:list",
                "dataSources.rolesResourcesScopes:*",
                "dataSourcesRolesResourcesScopes:*",
                "dataSourcesRolesResourcesActions:*",
            ]
        );
        // Who manages users gives them roles, and so sees which there are.
        plugin.Acl.Snippet("pm.users", ["users:*", .. LinksOf("users.roles"), "roles:list", "roles:get"]);
    }

    /// <summary>Who has which role: neither the accounts nor the roles themselves.</summary>
    private static IEnumerable<string> LinksOf(string association) =>
        new[] { "list", "get", "add", "set", "remove", "toggle" }.Select(action => $"{association}:{action}");
}
