using Pergola.App.Plugins;
using Pergola.Plugins.Acl.Collections;
using Pergola.Plugins.Acl.Installation;

namespace Pergola.Plugins.Acl;

/// <summary>Roles and who has them.</summary>
[Plugin("acl")]
public sealed class AclPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Collections.Add<RolesCollection>().Add<RolesUsersCollection>();
        plugin.Install<RoleSeeds>();
    }
}
