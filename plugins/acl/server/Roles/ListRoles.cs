using System.Text.Json;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.App.Actions.Standard;
using Pergola.App.Auth;
using Pergola.Core.Json;

namespace Pergola.Plugins.Acl.Roles;

/// <summary><c>roles:list</c>: that of strangers is no role to be given, and shown only when asked for.</summary>
[Reads]
internal sealed class ListRoles(ListAction list) : IAction
{
    private static readonly JsonElement WithoutAnonymous = JsonText.Parse(
        $$$"""{"name":{"$ne":"{{{RoleNames.Anonymous}}}"}}"""
    );

    public ValueTask ExecuteAsync(ActionContext context)
    {
        if (!context.Params.Has("showAnonymous"))
        {
            context.Conditions.Add(new Permission(Fields: null, [WithoutAnonymous]));
        }

        return list.ExecuteAsync(context);
    }
}
