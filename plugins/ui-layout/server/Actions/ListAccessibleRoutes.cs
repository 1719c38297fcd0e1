using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.Core.Json;
using Pergola.Data.Records;

namespace Pergola.Plugins.UiLayout.Actions;

/// <summary><c>desktopRoutes:listAccessible</c>: the entries of a menu that the caller sees, all at once.</summary>
[Reads]
internal sealed class ListAccessibleRoutes(VisibleRoutes visible, RecordReader records) : IAction
{
    private static readonly JsonElement None = JsonText.Parse("[]");

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (visible.Query(context) is not { } query)
        {
            await context.WriteDataAsync(None);
            return;
        }

        var isTree = context.Params.Tree;
        if (isTree)
        {
            query = RouteTree.WithKeys(query);
        }

        using var found = await records.ReadAsync(query, context.Aborted);
        var rows = RecordReader.ToJson(found);
        var isRoot = context.Roles.Contains(RoleNames.Root, StringComparer.Ordinal);
        await (isTree ? context.WriteDataAsync(new RouteTree(rows, isRoot).WriteTo) : context.WriteDataAsync(rows));
    }
}
