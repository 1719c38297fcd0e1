using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Data.Events;
using Pergola.Plugins.Users.Actions;
using Pergola.Plugins.Users.Collections;
using Pergola.Plugins.Users.Installation;
using Pergola.Plugins.Users.Passwords;
using Pergola.Plugins.Users.Roles;

namespace Pergola.Plugins.Users;

/// <summary>The people who use an app.</summary>
[Plugin(
    "users",
    DependsOn = ["acl", "system-settings"],
    IsEssential = true,
    Description = "The people who use the app."
)]
public sealed class UsersPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Collections.Add<UsersCollection>();
        plugin.Install<RootAccount>();
        plugin.Services.AddSingleton<AccountWriter>();
        plugin
            .Records.On<NotePasswordChange>("users", ChangeKinds.Update)
            .On<GiveDefaultRole>("users", ChangeKinds.Create)
            .On<CheckAccount>("users", ChangeKinds.Create | ChangeKinds.Update);
        plugin
            .Resource("users")
            .Describe("The people who use the app", UsersDescriptions.Users)
            .Action<UpdateLangAction>("updateLang")
            .Action<UpdateProfileAction>("updateProfile")
            .Action<SetDefaultRoleAction>("setDefaultRole")
            .Action<ListUsersWithoutRole>("listExcludeRole")
            .Action<GetUserSettings>("getSystemSettings")
            .Action<UpdateUserSettings>("updateSystemSettings");
        foreach (var action in new[] { "updateLang", "updateProfile", "setDefaultRole" })
        {
            plugin.Acl.Allow("users", action, Audience.LoggedIn);
        }

        plugin.Acl.Fix("users", "destroy", """{"id":{"$ne":1}}""");
    }
}
