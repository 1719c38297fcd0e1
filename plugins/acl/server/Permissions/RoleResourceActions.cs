using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Permissions;

/// <summary><c>roles/&lt;role&gt;/dataSourceResources:create</c>: rules of its own for a collection.</summary>
internal sealed class CreateRoleResource(RolePermissions permissions, RecordWrites writes) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var role = await RoleResource.RoleAsync(permissions, context);
        var filter = JsonSerializer.SerializeToElement(
            new { name = context.Values.Text("name") ?? string.Empty },
            JsonText.Serializer
        );
        if ((await permissions.FindResourceAsync(context, role, filter)).ValueKind == JsonValueKind.Object)
        {
            throw new BadRequestException("The role has rules for this collection already", field: "name");
        }

        var id = await writes.RunAsync(
            context,
            session => permissions.SaveResourceAsync(context, session, role, context.Values, default)
        );
        await context.WriteDataAsync(await permissions.ReadResourceAsync(context, id));
    }
}

/// <summary><c>roles/&lt;role&gt;/dataSourceResources:get</c>: the rules for one collection, null when there are none.</summary>
[Reads]
internal sealed class GetRoleResource(RolePermissions permissions) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var role = await RoleResource.RoleAsync(permissions, context);
        var found = await permissions.FindResourceAsync(
            context,
            role,
            context.Params.Filter ?? JsonText.EmptyObject,
            context.Params.Appends
        );
        await context.WriteDataAsync(found.ValueKind == JsonValueKind.Object ? found : JsonText.Null);
    }
}

/// <summary><c>roles/&lt;role&gt;/dataSourceResources:update</c>: other rules in place of those for a collection.</summary>
internal sealed class UpdateRoleResource(RolePermissions permissions, RecordWrites writes) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var role = await RoleResource.RoleAsync(permissions, context);
        if (context.Params.Filter is not { } filter)
        {
            throw new BadRequestException("Parameter {name} is missing", [("name", "filter")], "filter");
        }

        var found = await permissions.FindResourceAsync(context, role, filter);
        if (found.ValueKind != JsonValueKind.Object)
        {
            await context.WriteDataAsync(JsonSerializer.SerializeToElement(Array.Empty<object>()));
            return;
        }

        var id = await writes.RunAsync(
            context,
            session => permissions.SaveResourceAsync(context, session, role, context.Values, found)
        );
        var saved = await permissions.ReadResourceAsync(context, id);
        await context.WriteDataAsync(JsonSerializer.SerializeToElement(new[] { saved }, JsonText.Serializer));
    }
}

internal static class RoleResource
{
    /// <summary>The role of the address, which must exist.</summary>
    public static async Task<string> RoleAsync(RolePermissions permissions, ActionContext context)
    {
        var role = context.Route.SourceKey ?? string.Empty;
        await permissions.FindLinkAsync(context, role, RolePermissions.Main);
        return role;
    }
}
