using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Permissions;

/// <summary><c>dataSources/main/roles:get</c>: what a role may do with every collection.</summary>
[Reads]
internal sealed class GetDataSourceRole(RolePermissions permissions) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context) =>
        await context.WriteDataAsync(await DataSourceRole.FindAsync(permissions, context));
}

/// <summary><c>dataSources/main/roles:update</c>: another strategy for a role.</summary>
internal sealed class UpdateDataSourceRole(RolePermissions permissions) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var link = await DataSourceRole.FindAsync(permissions, context);
        if (context.Values.TryGetProperty("strategy", out var strategy))
        {
            await permissions.SetStrategyAsync(context, link, Strategies.Check(strategy));
        }

        await context.WriteDataAsync(await DataSourceRole.FindAsync(permissions, context));
    }
}

internal static class DataSourceRole
{
    public static Task<JsonElement> FindAsync(RolePermissions permissions, ActionContext context)
    {
        var role = context.Params.FilterByTk is { ValueKind: JsonValueKind.String } key
            ? key.GetString()!
            : string.Empty;
        return permissions.FindLinkAsync(context, role, context.Route.SourceKey ?? RolePermissions.Main);
    }
}
