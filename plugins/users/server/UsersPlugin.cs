using Pergola.App.Plugins;
using Pergola.Data.Events;
using Pergola.Plugins.Users.Collections;
using Pergola.Plugins.Users.Installation;
using Pergola.Plugins.Users.Passwords;

namespace Pergola.Plugins.Users;

/// <summary>The people who use an app.</summary>
[Plugin("users", DependsOn = ["acl"])]
public sealed class UsersPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Collections.Add<UsersCollection>();
        plugin.Install<RootAccount>();
        plugin.Records.On<NotePasswordChange>("users", ChangeKinds.Update);
    }
}
