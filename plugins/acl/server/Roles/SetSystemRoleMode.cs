using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Json;
using Pergola.Data.Schema;
using Pergola.Plugins.SystemSettings;

namespace Pergola.Plugins.Acl.Roles;

/// <summary><c>roles:setSystemRoleMode</c>: whether the roles of a user are used one at a time or together.</summary>
internal sealed class SetSystemRoleMode(SettingsWriter settings) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var roleMode = RoleModes.NameOf(RoleModes.Parse(context.Values.Text("roleMode")));
        await settings.UpdateAsync(context, JsonSerializer.SerializeToElement(new { roleMode }, JsonText.Serializer));
        await context.WriteEmptyObjectAsync();
    }
}
