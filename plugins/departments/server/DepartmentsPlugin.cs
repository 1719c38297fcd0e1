using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Auth;
using Pergola.App.Plugins;
using Pergola.Data.Events;
using Pergola.Plugins.Departments.Actions;
using Pergola.Plugins.Departments.Collections;
using Pergola.Plugins.Departments.Members;
using Pergola.Plugins.Departments.Roles;
using Pergola.Plugins.Departments.Tree;

namespace Pergola.Plugins.Departments;

/// <summary>The departments people belong to, and the roles they have by it.</summary>
[Plugin(
    "departments",
    DependsOn = ["users", "acl"],
    StartsEnabled = false,
    Description = "Departments as a tree, their people, and the roles they have by it."
)]
public sealed class DepartmentsPlugin : Plugin
{
    private static readonly string[] Links = ["list", "get", "add", "set", "remove", "toggle"];

    public override void Configure(PluginBuilder plugin)
    {
        plugin
            .Collections.Add<DepartmentsCollection>()
            .Add<DepartmentsUsersCollection>()
            .Add<DepartmentsRolesCollection>()
            .Add<DepartmentsOfUsers>()
            .Add<DepartmentsOfRoles>();
        plugin.Services.AddSingleton<IMembership, DepartmentMembership>();

        plugin
            .Records.On<KeepTree>(DepartmentsCollection.Name, ChangeKinds.All)
            .On<ForgetMembers>(DepartmentsCollection.Name, ChangeKinds.Update | ChangeKinds.Destroy)
            .On<KeepMainDepartment>("users", ChangeKinds.Create | ChangeKinds.Update)
            .On<KeepMainDepartment>(DepartmentsUsersCollection.Name, ChangeKinds.All);
        foreach (var links in new[] { DepartmentsUsersCollection.Name, DepartmentsRolesCollection.Name })
        {
            plugin.Records.On<GuardRolesOfDepartments>(links, ChangeKinds.All);
            plugin.Records.On<ForgetMembers>(links, ChangeKinds.All);
        }

        DeclareActions(plugin);
        DeclareRights(plugin);
    }

    private static void DeclareActions(PluginBuilder plugin)
    {
        plugin
            .Resource("users")
            .Describe(string.Empty, DepartmentsDescriptions.Users)
            .Action<ListUsersOutside>("listExcludeDept");
        plugin.Acl.Allow("users", "listExcludeDept", Audience.LoggedIn);
        plugin.Resource("departments.members").Close(Links);
        plugin
            .Resource("departments.owners")
            .Describe(string.Empty, DepartmentsDescriptions.Owners)
            .Close("list", "get")
            .Action<AddOwners>("add")
            .Action<SetOwners>("set")
            .Action<RemoveOwners>("remove");

        // A parent and a main department are checked when the record that has them is written, not when keys are set.
        plugin.Resource("departments.children").Close("list", "get", "create");
        plugin.Resource("departments.parent").Close("list", "get");
        plugin.Resource("users.mainDepartment").Close("list", "get");
    }

    private static void DeclareRights(PluginBuilder plugin)
    {
        // Departments carry roles: that takes more than a strategy for all collections.
        foreach (
            var table in new[]
            {
                DepartmentsCollection.Name,
                DepartmentsUsersCollection.Name,
                DepartmentsRolesCollection.Name,
            }
        )
        {
            plugin.Acl.Reserve(table, "create", "update", "destroy");
        }

        // Relations are linked and unlinked by it; users and roles themselves are managed by whoever may do that.
        string[] relations = ["departments.members", "departments.roles", "users.departments", "roles.departments"];
        plugin.Acl.Snippet(
            "pm.departments",
            [
                "departments:*",
                "roles:list",
                "users:list",
                "users:listExcludeDept",
                .. relations.SelectMany(relation => Links.Select(action => $"{relation}:{action}")),
                .. new[] { "list", "get", "add", "set", "remove" }.Select(action => $"departments.owners:{action}"),
            ]
        );
    }
}
