using Pergola.App.Plugins;
using Pergola.Data.Events;
using Pergola.Plugins.Acl.Collections;
using Pergola.Plugins.Acl.Installation;
using Pergola.Plugins.Acl.Roles;

namespace Pergola.Plugins.Acl;

/// <summary>Roles and who has them.</summary>
[Plugin("acl")]
public sealed class AclPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Collections.Add<RolesCollection>().Add<RolesUsersCollection>();
        plugin.Install<RoleSeeds>();
        plugin.Records.On<RoleDefaults>("roles", ChangeKinds.Create | ChangeKinds.Update);
        plugin.Acl.Fix("roles", "destroy", """{"name":{"$notIn":["root","admin","member"]}}""");
    }
}
